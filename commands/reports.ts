import { z } from 'zod'
import { defineCommand } from '../src/command/command.js'
import { describeEvent } from '../src/command/describe-report.js'

export default defineCommand({
  name: 'reports',
  usage: 'reports',
  help: 'List the reports with their events and authors.',
  examples: ['reports'],
  input: z.literal(''),
  handler: (_, { knowledge }) => ({
    kind: 'listing',
    title: `${knowledge.reports.length} reports`,
    groups: [
      {
        heading: '',
        entries: [...knowledge.reports]
          .sort((a, b) =>
            a.event.start < b.event.start ? -1 : a.event.start > b.event.start ? 1 : a.id < b.id ? -1 : 1,
          )
          .map((report) => ({
            label: report.id,
            detail: `${report.title}, by ${report.author}`,
            note: describeEvent(report.event),
          })),
      },
    ],
    suggestions: knowledge.reports.slice(0, 1).map(({ id }) => `report ${id}`),
  }),
})
