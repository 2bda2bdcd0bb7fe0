import type { QueryTerm } from '../search/query.js'
import { termsOf } from '../search/terms.js'
import { splitWords } from '../search/words.js'

/** A count: no year, no version, no part of a word or of a longer number. */
const COUNT =
  /(?<![\p{L}\p{N}.,-])(?!(?:19|20)\d\d(?![\p{L}\p{N},+]))(?:\d[\d,]*(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?)(?:[+%kmx](?![\p{L}\p{N}])\+?)?(?![\p{L}\p{N}])/giu
/** Words between a count and what is counted: «4,000 very happy people», «1500 attendees». */
const REACH = 4

/**
 * Tells whether a text counts what is asked for: «14 projects», «5000 hosts» for «how many hosts». What stands as far
 * away as in the next clause is not what the number counts.
 */
export const countsAny = (asked: readonly QueryTerm[], question: string): ((text: string) => boolean) => {
  const inQuestion = new Set(splitWords(question).map(({ form }) => form))
  return (text) =>
    [...text.matchAll(COUNT)].some(({ 0: number, index }) => {
      if (inQuestion.has(number.toLowerCase())) return false
      const after = text.slice(index + number.length, index + number.length + 60).split(/[.;:?!](?:\s|$)/u, 1)[0] ?? ''
      const terms = new Set(splitWords(after).slice(0, REACH).flatMap(termsOf))
      return asked.some(({ alternatives }) => [...alternatives.keys()].some((term) => terms.has(term)))
    })
}
