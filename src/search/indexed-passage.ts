import type { Passage } from '../knowledge/report.js'
import type { Concepts } from './concepts.js'
import { termsOf } from './terms.js'
import type { Vocabulary } from './vocabulary.js'
import { splitWords } from './words.js'

/** The terms of a text with the number of the word each comes from; a compound has several terms at one word. */
export interface PositionedTerms {
  readonly terms: Int32Array
  readonly positions: Int32Array
  /** Number of words that are not stop words: the length of the text for BM25. */
  readonly length: number
}

/** A passage as the ranker reads it. */
export interface IndexedPassage {
  readonly passage: Passage
  readonly text: PositionedTerms
  /** Headings, speakers, event and author: what a passage is about without saying so. */
  readonly context: PositionedTerms
  readonly asks: readonly PositionedTerms[]
  /** Number of the section it stands in: equal for passages under one heading of one report. */
  readonly section: number
}

/** Marks a term as an exact form: the word as written, not its stem. */
export const exactTerm = (form: string): string => `'${form}`

export const isExactTerm = (term: string): boolean => term.startsWith("'")

export const positionTerms = (text: string, vocabulary: Vocabulary, concepts: Concepts): PositionedTerms => {
  const words = splitWords(text)
  const terms: number[] = []
  const positions: number[] = []
  let length = 0
  words.forEach((word, position) => {
    const own = termsOf(word)
    if (own.length === 0) return
    length++
    for (const term of [...own, exactTerm(word.form)]) {
      terms.push(vocabulary.add(term))
      positions.push(position)
    }
  })
  for (const { concept, first } of concepts.find(words)) {
    terms.push(vocabulary.add(concept.term))
    positions.push(first)
  }
  return { terms: Int32Array.from(terms), positions: Int32Array.from(positions), length }
}
