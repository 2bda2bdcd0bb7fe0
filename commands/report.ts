import { z } from 'zod'
import { defineCommand } from '../src/command/command.js'
import { describeEvent, describeTalk } from '../src/command/describe-report.js'
import { nearestName } from '../src/command/did-you-mean.js'
import { notice } from '../src/command/reply.js'
import { shorten } from '../src/command/shorten.js'

export default defineCommand({
  name: 'report',
  usage: 'report <id>',
  help: 'Show what is in one report: its event, author and sections.',
  examples: ['report austin-2017-nosek'],
  input: z.string().regex(/^\S*$/),
  claims: (id, { knowledge }) =>
    id === '' || id.includes('-') || knowledge.reports.some((report) => report.id.toLowerCase() === id.toLowerCase()),
  complete: ({ reports }) => reports.map(({ id }) => id),
  handler: (id, { knowledge }) => {
    const report = knowledge.reports.find((one) => one.id.toLowerCase() === id.toLowerCase())
    if (!report) {
      const ids = knowledge.reports.map((one) => one.id)
      const near = nearestName(id, ids)
      return notice(
        id === ''
          ? 'Say which report.'
          : `There is no report "${shorten(id)}".${near === undefined ? '' : ` Did you mean ${near}?`}`,
        ...(near === undefined ? ids.slice(0, 5).map((one) => `report ${one}`) : [`report ${near}`]),
      )
    }
    return {
      kind: 'listing',
      title: `${report.title}, by ${report.author}`,
      groups: [
        {
          heading: describeEvent(report.event),
          entries: report.sections
            .filter(({ heading }) => heading.length > 0)
            .map((section) => describeTalk(section, report)),
        },
      ],
      ...(report.url === undefined ? {} : { footer: report.url }),
      suggestions: [],
    }
  },
})
