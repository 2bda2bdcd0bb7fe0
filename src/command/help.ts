import type { Command } from './command.js'
import { nearestName } from './did-you-mean.js'
import { type ListingReply, notice, type Reply } from './reply.js'
import { shorten } from './shorten.js'

/** Every command in one line each, from the objects themselves. */
export const renderHelp = (commands: readonly Command[]): ListingReply => ({
  kind: 'listing',
  title: 'Ask the conference reports anything',
  groups: [
    {
      heading: 'Ask',
      entries: [commands.find(({ name }) => name === 'ask')].flatMap((ask) => (ask ? [entry(ask)] : [])),
    },
    { heading: 'Browse', entries: commands.filter(({ name }) => name !== 'ask').map(entry) },
  ],
  footer:
    'Narrow a question with event:Berlin year:2017 author:Nosek speaker:Hightower talk:vault "exact words" -word. Every answer is quoted word for word, with its report and lines.',
  suggestions: ['what is CRI-O', 'reports'],
})

/** The commands that a word names or whose description speaks of it. */
export const renderHelpFor = (word: string, commands: readonly Command[]): Reply => {
  const wanted = word.toLowerCase()
  const found = commands.filter(
    ({ name, usage, help }) => name === wanted || `${usage} ${help}`.toLowerCase().includes(wanted),
  )
  const named = found.find(({ name }) => name === wanted)
  if (named)
    return {
      kind: 'listing',
      title: named.usage,
      groups: [
        { heading: '', entries: [{ label: named.help }] },
        { heading: 'Examples', entries: named.examples.map((example) => ({ label: example })) },
      ],
      suggestions: [...named.examples],
    }
  if (found.length > 0)
    return {
      kind: 'listing',
      title: `Commands on "${shorten(word)}"`,
      groups: [{ heading: '', entries: found.map(entry) }],
      suggestions: [],
    }
  const near = nearestName(
    wanted,
    commands.map(({ name }) => name),
  )
  return near === undefined
    ? notice(`No command is about "${shorten(word)}".`, 'help')
    : notice(`No command is about "${shorten(word)}". Did you mean ${near}?`, `help ${near}`)
}

const entry = ({ usage, help }: Command): { label: string; detail: string } => ({ label: usage, detail: help })
