import type { Passage } from '../knowledge/report.js'
import { isEveryday } from '../search/everyday-words.js'
import { splitWords } from '../search/words.js'

/** From this share of its occurrences on, a capital letter is part of the word and no accident. */
const CAPITAL_FROM = 0.7

/** The words that the reports write with a capital letter wherever they stand: people, places, products, companies. */
export const readProperNames = (passages: readonly Passage[]): ReadonlySet<string> => {
  const seen = new Map<string, { all: number; capital: number }>()
  const count = (form: string, capital: boolean): void => {
    const counts = seen.get(form) ?? { all: 0, capital: 0 }
    counts.all++
    if (capital) counts.capital++
    seen.set(form, counts)
  }
  const names = new Set<string>()
  for (const { text, sentences, speakers } of passages) {
    const starts = new Set([0, ...sentences.map(({ start }) => start)])
    // A capital at the start of a sentence or a quotation says nothing.
    for (const { form, start } of splitWords(text))
      if (!starts.has(start) && !/["“:(]\s?$/u.test(text.slice(Math.max(0, start - 2), start)))
        count(form, /\p{Lu}/u.test(text.charAt(start)))
    for (const { name } of speakers) for (const { form } of splitWords(name)) names.add(form)
  }
  for (const [form, { all, capital }] of seen) if (capital / all >= CAPITAL_FROM && !isEveryday(form)) names.add(form)
  return names
}
