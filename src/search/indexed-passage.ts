import type { Passage } from '../knowledge/report.js'
import type { Concepts } from './concepts.js'
import type { Vocabulary } from './vocabulary.js'
import { splitWords, type Word } from './words.js'

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

export const positionTerms = (text: string, vocabulary: Vocabulary, concepts: Concepts): PositionedTerms =>
  positionWords(splitWords(text), vocabulary, concepts)

export const positionWords = (words: readonly Word[], vocabulary: Vocabulary, concepts: Concepts): PositionedTerms => {
  const terms: number[] = []
  const positions: number[] = []
  let length = 0
  words.forEach((word, position) => {
    const own = vocabulary.numbers(word)
    if (own.length === 0) return
    length++
    for (const term of own) {
      terms.push(term)
      positions.push(position)
    }
  })
  for (const { concept, first } of concepts.find(words)) {
    terms.push(vocabulary.add(concept.term))
    positions.push(first)
  }
  return { terms: new Int32Array(terms), positions: new Int32Array(positions), length }
}
