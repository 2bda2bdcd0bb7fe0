import { z } from 'zod'
import { byDate } from '../src/command/by-date.js'
import { defineCommand } from '../src/command/command.js'
import { countOf } from '../src/command/count.js'
import { describeEvent } from '../src/command/describe-report.js'

export default defineCommand({
  name: 'reports',
  usage: 'reports',
  help: 'List the reports with their events and authors.',
  examples: ['reports'],
  input: z.literal(''),
  handler: (_, { knowledge }) => ({
    kind: 'listing',
    title: countOf(knowledge.reports.length, 'report'),
    groups: [
      {
        heading: '',
        entries: byDate(knowledge.reports).map((report) => ({
          label: report.id,
          detail: `${report.title}, by ${report.author}`,
          note: describeEvent(report.event),
        })),
      },
    ],
    suggestions: knowledge.reports.slice(0, 1).map(({ id }) => `report ${id}`),
  }),
})
