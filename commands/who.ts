import { z } from 'zod'
import { defineCommand } from '../src/command/command.js'
import { countOf } from '../src/command/count.js'
import { describeEvent, describeLines, describeTalk } from '../src/command/describe-report.js'
import { findPeople, type Person } from '../src/command/find-people.js'
import { type ListingEntry, type ListingGroup, notice } from '../src/command/reply.js'
import { shorten } from '../src/command/shorten.js'

const MOST_MENTIONS = 10
/** Of authors the reports speak in every other sentence. */
const MOST_OF_AUTHORS = 3

export default defineCommand({
  name: 'who',
  usage: 'who <name>',
  help: 'Show the talks of a speaker, or what an author wrote, and where else the reports mention them.',
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
  complete: ({ reports }) => {
    const speakers = reports.flatMap(({ sections }) => sections.flatMap((section) => section.speakers))
    return [...new Set([...speakers.map(({ name }) => name), ...reports.map(({ author }) => author)])]
  },
  handler: (name, { knowledge }) => {
    const people = findPeople(name, knowledge)
    const [only] = people
    if (!only) return notice(`The reports name nobody called "${shorten(name)}".`, 'talks')
    if (people.length === 1)
      return {
        kind: 'listing',
        title: only.name,
        ...describePerson(only),
        suggestions:
          only.talks.length > 0 ? [`what did ${only.name} talk about`] : only.wrote.map(({ id }) => `report ${id}`),
      }
    return {
      kind: 'listing',
      title: `${people.length} people are called "${name}"`,
      groups: people.map((person) => ({
        heading: person.name,
        entries: [...wroteOf(person), ...person.talks.map(({ section, report }) => describeTalk(section, report))],
      })),
      suggestions: people.slice(0, 5).map((person) => `who ${person.name}`),
    }
  },
})

const wroteOf = ({ wrote }: Person): ListingEntry[] =>
  wrote.map(({ id, title, event }) => ({ label: title, note: `${id}, ${describeEvent(event)}` }))

const describePerson = (person: Person): { groups: ListingGroup[]; footer?: string } => {
  const { wrote, talks, mentions } = person
  const most = wrote.length > 0 ? MOST_OF_AUTHORS : MOST_MENTIONS
  return {
    groups: [
      { heading: 'Wrote', entries: wroteOf(person) },
      { heading: 'On stage', entries: talks.map(({ section, report }) => describeTalk(section, report)) },
      {
        heading: 'Mentioned',
        entries: mentions.slice(0, most).map(({ sentence, passage, lines }) => ({
          quoted: true,
          label: `“${sentence}”`,
          note: `${passage.reportId}, ${describeLines(lines)}`,
        })),
      },
    ].filter(({ entries }) => entries.length > 0),
    ...(mentions.length > most ? { footer: `${countOf(mentions.length - most, 'more mention')}.` } : {}),
  }
}
