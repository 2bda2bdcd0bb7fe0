import { z } from 'zod'
import { type CommandContext, defineCommand } from '../src/command/command.js'
import { countOf } from '../src/command/count.js'
import { describeEvent, describeTalk, talksOf } from '../src/command/describe-report.js'
import { repairedBy, typedNote } from '../src/command/repaired.js'
import { notice } from '../src/command/reply.js'
import { shorten } from '../src/command/shorten.js'
import { hasMatter, wordsMatch } from '../src/command/words-match.js'

const MOST = 40

export default defineCommand({
  name: 'talks',
  usage: 'talks [words]',
  help: 'List the talks, or those whose title, speaker or event has the words.',
  examples: ['talks', 'talks service mesh', 'talks Google'],
  input: z.string(),
  handler: (typed, { ask, knowledge: { reports } }) => {
    const asTyped = talksOn(typed, reports)
    // What no talk has may be a typing error: of the words that the reports have, as in a question.
    const words = asTyped.length > 0 ? typed : repairedBy(typed, ask(typed, { from: 0, size: 1 }))
    const groups = words === typed ? asTyped : talksOn(words, reports)
    const count = groups.reduce((sum, { entries }) => sum + entries.length, 0)
    if (count === 0)
      return notice(`No talk's title, speaker or event has "${shorten(typed)}".`, shorten(words), 'talks')
    return {
      kind: 'listing',
      title: `${countOf(count, 'talk')}${hasMatter(words) ? ` on "${shorten(words)}"` : ''}${typedNote(typed, words)}`,
      groups: cut(groups, MOST),
      ...(count > MOST ? { footer: `${count - MOST} more. Narrow the list with words: talks <words>` } : {}),
      suggestions: [],
    }
  },
})

const talksOn = (words: string, reports: CommandContext['knowledge']['reports']) =>
  reports
    .map((report) => ({
      heading: `${report.id} · ${describeEvent(report.event)}`,
      entries: talksOf(report)
        .map((section) => describeTalk(section, report))
        .filter(({ label, detail = '' }) =>
          wordsMatch(words, `${label} ${detail} ${report.id} ${report.event.name} ${report.event.city}`),
        ),
    }))
    .filter(({ entries }) => entries.length > 0)

/** The first entries of the groups, `most` in all. */
const cut = <Entry>(groups: readonly { heading: string; entries: readonly Entry[] }[], most: number) => {
  let left = most
  return groups.flatMap(({ heading, entries }) => {
    const kept = entries.slice(0, left)
    left -= kept.length
    return kept.length === 0 ? [] : [{ heading, entries: kept }]
  })
}
