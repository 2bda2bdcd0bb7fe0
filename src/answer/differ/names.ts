import { MONTHS, WEEKDAYS } from '../../knowledge/calendar.js'
import type { Concepts } from '../../search/concepts.js'
import { isStopWord } from '../../search/stop-words.js'
import { splitWords } from '../../search/words.js'

/** A thing a sentence calls by its name. */
export interface Name {
  readonly start: number
  readonly end: number
  /** As written. */
  readonly text: string
  /** The same for all spellings the glossary knows: `=kube dns` for Kube DNS and kube-dns. */
  readonly key: string
}

const CAPITAL_INSIDE = /^.+\p{Lu}/u
const CAPITAL = /^\p{Lu}/u
const DATES: ReadonlySet<string> = new Set([...MONTHS, ...WEEKDAYS].map((name) => name.toLowerCase()))

/** Names in order: what the glossary has, and words with capitals that no start of a sentence explains. */
export const findNames = (sentence: string, concepts: Concepts): Name[] => {
  const words = splitWords(sentence)
  const mentions = concepts.find(words)
  const names: Name[] = []
  for (let i = 0; i < words.length; i++) {
    const mention = mentions.find(({ first }) => first === i)
    const word = words[i]
    const last = words[i + (mention?.count ?? 1) - 1]
    if (!word || !last) continue
    const text = sentence.slice(word.start, last.end)
    const isName = i === 0 ? CAPITAL_INSIDE.test(text) : CAPITAL.test(text) || CAPITAL_INSIDE.test(text)
    if (mention || (isName && !isStopWord(word.form) && !DATES.has(word.form)))
      names.push({ start: word.start, end: last.end, text, key: mention?.concept.term ?? word.form })
    if (mention) i += mention.count - 1
  }
  return names
}
