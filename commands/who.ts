import { z } from 'zod'
import { defineCommand } from '../src/command/command.js'
import { describeLines, describeTalk } from '../src/command/describe-report.js'
import { findPerson } from '../src/command/find-person.js'

const MOST_MENTIONS = 10

export default defineCommand({
  name: 'who',
  usage: 'who <name>',
  help: 'Show the talks of a speaker and where else the reports mention them.',
  examples: ['who Kelsey Hightower', 'who brandon philips'],
  input: z
    .string()
    .trim()
    .min(1)
    .transform((name) =>
      name
        .replace(/^is\s+/i, '')
        .replace(/\?+$/, '')
        .trim(),
    ),
  claims: (name, { knowledge }) => findPerson(name, knowledge) !== undefined,
  complete: ({ reports }) => [
    ...new Set(reports.flatMap(({ sections }) => sections.flatMap(({ speakers }) => speakers.map(({ name }) => name)))),
  ],
  handler: (name, { knowledge }) => {
    const person = findPerson(name, knowledge)
    if (!person)
      return { kind: 'notice', tone: 'info', text: `The reports name nobody called "${name}".`, suggestions: ['talks'] }
    const shown = person.mentions.slice(0, MOST_MENTIONS)
    return {
      kind: 'listing',
      title: person.name,
      groups: [
        { heading: 'On stage', entries: person.talks.map(({ section, report }) => describeTalk(section, report)) },
        {
          heading: 'Mentioned',
          entries: shown.map(({ sentence, passage, lines }) => ({
            label: `"${sentence}"`,
            note: `${passage.reportId}, ${describeLines(lines)}`,
          })),
        },
      ].filter(({ entries }) => entries.length > 0),
      ...(person.mentions.length > MOST_MENTIONS
        ? { footer: `${person.mentions.length - MOST_MENTIONS} more mentions.` }
        : {}),
      suggestions: [`what did ${person.name} talk about`],
    }
  },
})
