import { COMMAND_GROUPS, type Command, type CommandGroup } from './command.js'
import { nearestName } from './did-you-mean.js'
import { type ListingEntry, type ListingReply, notice, type Reply } from './reply.js'
import { shorten } from './shorten.js'

/** Headings of the groups, in the order of the help. */
const HEADINGS: Readonly<Record<CommandGroup, string>> = {
  ask: 'Ask',
  read: 'Read across the reports',
  digest: 'Digest',
  settings: 'Settings',
}

/** The first screen: how to type each command, group by group. What each does is told by `help <command>`. */
export const renderHelp = (commands: readonly Command[]): ListingReply => ({
  kind: 'listing',
  title: 'Ask the conference reports anything',
  groups: COMMAND_GROUPS.flatMap((group) => {
    const own = inGroup(group, commands)
    const entries = group === 'ask' || own.length === 1 ? own.map(entry) : [{ label: own.map(usageOf).join(' · ') }]
    return own.length === 0 ? [] : [{ heading: HEADINGS[group], entries }]
  }),
  footer:
    'More on a command or a group: help talks, help read, help settings. Narrow a question with event:Berlin year:2017 author:Nosek speaker:Hightower talk:vault "exact words" -word.',
  suggestions: ['what is CRI-O', 'reports', 'help read'],
})

/** The command or group that a word names, or the commands whose description speaks of it. */
export const renderHelpFor = (word: string, commands: readonly Command[]): Reply => {
  const wanted = word.toLowerCase()
  const named = commands.find(({ name }) => name === wanted)
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
  const group = COMMAND_GROUPS.find((one) => one === wanted)
  const grouped = group === undefined ? [] : inGroup(group, commands)
  if (group !== undefined && grouped.length > 0)
    return {
      kind: 'listing',
      title: HEADINGS[group],
      groups: [{ heading: '', entries: grouped.map(entry) }],
      suggestions: [],
    }
  const found = commands.filter(({ usage, help }) => `${usage} ${help}`.toLowerCase().includes(wanted))
  if (found.length > 0)
    return {
      kind: 'listing',
      title: `Commands on "${shorten(word)}"`,
      groups: [{ heading: '', entries: found.map(entry) }],
      suggestions: [],
    }
  const near = nearestName(wanted, [...commands.map(({ name }) => name), ...COMMAND_GROUPS])
  return near === undefined
    ? notice(`No command is about "${shorten(word)}".`, 'help')
    : notice(`No command is about "${shorten(word)}". Did you mean ${near}?`, `help ${near}`)
}

const inGroup = (group: CommandGroup, commands: readonly Command[]): readonly Command[] =>
  commands.filter((command) => (command.group ?? 'read') === group)

const usageOf = ({ usage }: Command): string => usage

const entry = ({ usage, help }: Command): ListingEntry => ({ label: usage, detail: help })
