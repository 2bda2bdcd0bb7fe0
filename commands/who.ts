import { z } from 'zod'
import { defineCommand } from '../src/command/command.js'
import { countOf } from '../src/command/count.js'
import { describeLines, describeTalk } from '../src/command/describe-report.js'
import { findPeople, type Person } from '../src/command/find-people.js'
import { type ListingGroup, notice } from '../src/command/reply.js'
import { shorten } from '../src/command/shorten.js'

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
  claims: (name, { knowledge }) => findPeople(name, knowledge).length > 0,
  complete: ({ reports }) => [
    ...new Set(reports.flatMap(({ sections }) => sections.flatMap(({ speakers }) => speakers.map(({ name }) => name)))),
  ],
  handler: (name, { knowledge }) => {
    const people = findPeople(name, knowledge)
    const [only] = people
    if (!only) return notice(`The reports name nobody called "${shorten(name)}".`, 'talks')
    if (people.length === 1)
      return {
        kind: 'listing',
        title: only.name,
        ...describePerson(only),
        suggestions: [`what did ${only.name} talk about`],
      }
    return {
      kind: 'listing',
      title: `${people.length} people are called "${name}"`,
      groups: people.map((person) => ({
        heading: person.name,
        entries: person.talks.map(({ section, report }) => describeTalk(section, report)),
      })),
      suggestions: people.slice(0, 5).map((person) => `who ${person.name}`),
    }
  },
})

const describePerson = ({ talks, mentions }: Person): { groups: ListingGroup[]; footer?: string } => ({
  groups: [
    { heading: 'On stage', entries: talks.map(({ section, report }) => describeTalk(section, report)) },
    {
      heading: 'Mentioned',
      entries: mentions.slice(0, MOST_MENTIONS).map(({ sentence, passage, lines }) => ({
        quoted: true,
        label: `“${sentence}”`,
        note: `${passage.reportId}, ${describeLines(lines)}`,
      })),
    },
  ].filter(({ entries }) => entries.length > 0),
  ...(mentions.length > MOST_MENTIONS
    ? { footer: `${countOf(mentions.length - MOST_MENTIONS, 'more mention')}.` }
    : {}),
})
