import { isEveryday } from '../search/everyday-words.js'
import type { QueryTerm } from '../search/query.js'
import type { SearchIndex } from '../search/search-index.js'
import { stem } from '../search/stem.js'
import { splitWords, type Word } from '../search/words.js'
import type { Span } from './excerpt-span.js'

// `k8s` and `v2` count nothing.
const NUMBER =
  /^\d|^(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|half|many|several|few)$/u
/** Words between a number and what it counts: «1500 mostly happy people». */
const REACH = 3
/** A synonym counts as the thing itself, a part of a compound hardly. */
const SAME = 0.4
const CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}[\p{L}'’-]+)+/gu
const LONGEST_NAME = 3

/** Kinds of answers that have a form of their own, by the words that ask for them. */
const FORMS = {
  price: [
    /\b(?:cost|costs|price\w*|pricing|expensive)\b|\bhow much (?:is|are|was|were)\b/iu,
    /[$€£]|\b(?:dollars?|euros?|cheap\w*|free|costs? nothing|paid|pays?)\b/iu,
  ],
  version: [/\b(?:which|what)\b.*\bversion\b/iu, /\bv?\d+\.\d+/u],
} as const

/** 1 when a price or version is asked for and the text has none. */
export const lacksForm = (form: keyof typeof FORMS, question: string, text: string): number => {
  const [asked, offered] = FORMS[form]
  return asked.test(question) && !offered.test(text) ? 1 : 0
}

/** True when one of the sentences has a number that counts one of the things. */
export const countsAny = (sentences: readonly string[], things: readonly QueryTerm[]): boolean =>
  sentences.some((text) => {
    const words = splitWords(text)
    return words.some(
      (word, i) =>
        NUMBER.test(word.form) &&
        words.slice(Math.max(0, i - 1), i + 1 + REACH).some((near) => near !== word && isAny(near, things)),
    )
  })

const isAny = ({ form, parts }: Word, things: readonly QueryTerm[]): boolean =>
  [form, ...parts].some((one) => things.some(({ alternatives }) => (alternatives.get(stem(one)) ?? 0) > SAME))

/** True when a span names somebody, or a company, that the question does not; its author does not count. */
export const namesSomebody = (span: Span, question: string, author: string, index: SearchIndex): boolean =>
  span.passages.some(({ speakers }) => speakers.some(({ name }) => span.text.includes(name))) ||
  namesCompany(span.text, question, index) ||
  [...span.text.matchAll(CAPITALS)].some(([found]) => {
    const words = splitWords(found)
    return (
      found !== author &&
      words.length <= LONGEST_NAME &&
      !question.toLowerCase().includes(found.toLowerCase()) &&
      index.concepts.find(words).every(({ concept }) => concept.entry.kind === 'company') &&
      !words.some(({ form }) => isEveryday(form))
    )
  })

const namesCompany = (text: string, question: string, index: SearchIndex): boolean => {
  const known = new Set(index.concepts.find(splitWords(question)).map(({ concept }) => concept))
  return index.concepts
    .find(splitWords(text))
    .some(({ concept }) => concept.entry.kind === 'company' && !known.has(concept))
}
