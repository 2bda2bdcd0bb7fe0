import type { Passage } from '../knowledge/report.js'
import { isEveryday } from '../search/everyday-words.js'
import { splitWords } from '../search/words.js'

/** From this share of its occurrences on, a capital letter is part of the word and no accident. */
const CAPITAL_FROM = 0.7

interface Counts {
  all: number
  capital: number
}

/**
 * The words that the reports write with a capital letter wherever they stand: people, places, products, companies.
 * Words of headings and first words of sentences count only where there is nothing else to go by.
 */
export const readProperNames = (passages: readonly Passage[]): ReadonlySet<string> => {
  const inside = new Map<string, Counts>()
  const leading = new Map<string, Counts>()
  const people = new Set<string>()
  for (const { text, heading, sentences, speakers } of passages) {
    const starts = new Set([0, ...sentences.map(({ start }) => start)])
    // A capital at the start of a sentence or a quotation says nothing.
    for (const { form, start } of splitWords(text))
      count(
        starts.has(start) || AFTER_OPENING.test(text.slice(Math.max(0, start - 2), start)) ? leading : inside,
        form,
        text.charAt(start),
      )
    for (const title of heading)
      for (const { form, start } of splitWords(title)) count(leading, form, title.charAt(start))
    for (const { name } of speakers) for (const { form } of splitWords(name)) people.add(form)
  }
  const isName = ([form, { all, capital }]: readonly [string, Counts]): boolean =>
    capital / all >= CAPITAL_FROM && !isEveryday(form)
  const names = [...inside, ...[...leading].filter(([form]) => !inside.has(form))].filter(isName)
  return new Set([...people, ...names.map(([form]) => form)])
}

const AFTER_OPENING = /["“:(]\s?$/u

const count = (into: Map<string, Counts>, form: string, first: string): void => {
  const counts = into.get(form) ?? { all: 0, capital: 0 }
  counts.all++
  if (/\p{Lu}/u.test(first)) counts.capital++
  into.set(form, counts)
}
