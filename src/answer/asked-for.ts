import type { QueryTerm } from '../search/query.js'
import { splitWords, type Word } from '../search/words.js'

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** Words that end the name of what is asked for: «which database | does GitHub run». */
const ENDS = words(`is are was were be been am do does did has have had can could will would shall should may might must
  of in on at to for from by with about per after before than as that there the a an and or not i you we they he she it one
  me us them their its his her my our your this these those get gets got`)
/** A thing is named in so many words: «blade server count». */
const LONGEST = 2
const OPENINGS = /\b(?:how (?:many|much)|which|whose|what(?:['’]?s| is| are| was| were) (?:the|a|an)|what)\b/giu

/**
 * The terms by which a question says what it wants to hear: `hotel` in «what hotel did they stay at», `price` in
 * «what's the price of it». None for questions that do not say it («what is CRI-O», «why did they move»).
 */
export const askedFor = (text: string, terms: readonly QueryTerm[]): readonly number[] => {
  const all = splitWords(text)
  for (const { 0: opening, index } of text.matchAll(OPENINGS)) {
    const run = runFrom(all, index + opening.length)
    const [first] = run
    const last = run.at(-1)
    if (!first || !last) continue
    return terms.flatMap((term, t) => (term.start < last.end && term.end > first.start ? [t] : []))
  }
  return []
}

const runFrom = (all: readonly Word[], from: number): readonly Word[] => {
  const rest = all.filter(({ start }) => start >= from)
  const end = rest.findIndex(({ form }) => ENDS.has(form))
  return rest.slice(0, end < 0 ? LONGEST : Math.min(end, LONGEST))
}
