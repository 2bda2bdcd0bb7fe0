import { z } from 'zod'
import { defineCommand } from '../src/command/command.js'
import { describeEvent, describeTalk } from '../src/command/describe-report.js'
import { nearestName } from '../src/command/did-you-mean.js'
import { findReports } from '../src/command/find-reports.js'
import { notice } from '../src/command/reply.js'
import { shorten } from '../src/command/shorten.js'

const MOST_SUGGESTIONS = 5

export default defineCommand({
  name: 'report',
  usage: 'report <id>',
  help: 'Show what is in one report: its event, author and sections. A part of its id or title will do.',
  examples: ['report austin-2017-nosek', 'report nosek'],
  input: z.string().trim(),
  claims: (name, { knowledge: { reports } }) =>
    name === '' ||
    /^\S*-\S*$/.test(name) ||
    findReports(name, reports).length > 0 ||
    (!name.includes(' ') && nearestName(name, partsOfIds(reports)) !== undefined),
  complete: ({ reports }) => reports.map(({ id }) => id),
  handler: (name, { knowledge: { reports } }) => {
    const found = findReports(name, reports)
    const [report] = found
    if (!report) {
      const ids = reports.map((one) => one.id)
      const near = nearestName(name, ids) ?? nearestName(name, partsOfIds(reports))
      return notice(
        name === ''
          ? 'Say which report.'
          : `There is no report "${shorten(name)}".${near === undefined ? '' : ` Did you mean ${near}?`}`,
        ...(near === undefined ? ids.slice(0, MOST_SUGGESTIONS).map((one) => `report ${one}`) : [`report ${near}`]),
      )
    }
    if (found.length > 1)
      return {
        kind: 'listing',
        title: `${found.length} reports fit "${shorten(name)}"`,
        groups: [
          {
            heading: '',
            entries: found.map(({ id, title, author, event }) => ({
              label: id,
              detail: `${title}, by ${author}`,
              note: describeEvent(event),
            })),
          },
        ],
        suggestions: found.slice(0, MOST_SUGGESTIONS).map(({ id }) => `report ${id}`),
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

const partsOfIds = (reports: readonly { readonly id: string }[]): string[] =>
  reports.flatMap(({ id }) => id.toLowerCase().split('-')).filter((part) => /\p{L}{3}/u.test(part))
