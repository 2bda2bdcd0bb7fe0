import { stem } from './stem.js'
import { isStopWord } from './stop-words.js'
import type { Word } from './words.js'

/**
 * The terms a word is indexed under, its main term first: a compound whole, joined and in parts, each stemmed.
 * Empty for stop words.
 */
export const termsOf = ({ form, parts }: Word): string[] => {
  if (parts.length === 0) return isStopWord(form) ? [] : [stem(form)]
  const terms = [stem(form)]
  for (const part of parts) {
    const term = stem(part)
    if (!isStopWord(part) && !terms.includes(term)) terms.push(term)
  }
  return terms
}

/** Marks a term as an exact form: the word as written, not its stem. */
export const exactTerm = (form: string): string => `'${form}`

export const isExactTerm = (term: string): boolean => term.startsWith("'")
