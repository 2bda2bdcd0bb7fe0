import { BM25, type CandidateFinder, FIELDS, type Field, fieldTexts } from './candidates.js'
import type { IndexedPassage, PositionedTerms } from './indexed-passage.js'
import { isExactTerm } from './terms.js'
import { TopScores } from './top-scores.js'
import { inverseDocumentFrequency, type Vocabulary } from './vocabulary.js'

/**
 * Candidates for large collections, by the same scores as MiniSearch gives: what a term is worth in a passage does not
 * depend on the question, so it is worked out once, and a question only adds up numbers that lie side by side.
 */
export const createImpactCandidates = (
  passages: readonly IndexedPassage[],
  vocabulary: Vocabulary,
): CandidateFinder => {
  const { starts, ids, impacts } = buildPostings(passages, vocabulary)
  // Kept from question to question and left at 0: clearing what was touched is less work than making them anew.
  const scores = new Float32Array(passages.length)
  const matched = new Uint16Array(passages.length)
  const touched = new Int32Array(passages.length)
  return {
    find: (terms, limit, allows = () => true) => {
      let size = 0
      for (const { term, weight } of terms) {
        const number = vocabulary.id(term)
        if (number === undefined) continue
        const end = starts[number + 1] ?? 0
        for (let i = starts[number] ?? 0; i < end; i++) {
          const id = ids[i] as number
          if (matched[id] === 0) touched[size++] = id
          matched[id] = (matched[id] as number) + 1
          scores[id] = (scores[id] as number) + weight * (impacts[i] as number)
        }
      }
      const top = new TopScores(limit)
      for (let i = 0; i < size; i++) {
        const id = touched[i] as number
        // A passage that meets several terms comes before one that repeats a single one.
        if (allows(id)) top.offer(id, (scores[id] as number) * (matched[id] as number))
        scores[id] = 0
        matched[id] = 0
      }
      return top.ids()
    },
  }
}

/** The passages of every term side by side: those of term `t` stand from `starts[t]` up to `starts[t + 1]`. */
interface Postings {
  readonly starts: Int32Array
  readonly ids: Int32Array
  readonly impacts: Float32Array
}

const buildPostings = (passages: readonly IndexedPassage[], vocabulary: Vocabulary): Postings => {
  const sizes = vocabulary.terms().map((term, id) => (isExactTerm(term) ? 0 : vocabulary.documentFrequency(id)))
  const starts = new Int32Array(sizes.length + 1)
  sizes.forEach((size, id) => {
    starts[id + 1] = (starts[id] as number) + size
  })
  const ids = new Int32Array(starts.at(-1) ?? 0)
  const impacts = new Float32Array(ids.length)
  const next = starts.slice()
  const worth = new Float32Array(sizes.length)
  const counter = new TermCounter(sizes)
  const fields = FIELDS.map((field) => new FieldStatistics(field, passages, counter))
  passages.forEach((passage, id) => {
    const found: number[] = []
    for (const field of fields)
      field.read(passage, (term, impact) => {
        if (worth[term] === 0) found.push(term)
        worth[term] = (worth[term] as number) + impact
      })
    for (const term of found) {
      const at = next[term] as number
      next[term] = at + 1
      ids[at] = id
      impacts[at] = worth[term] as number
      worth[term] = 0
    }
  })
  return { starts, ids, impacts }
}

/** Counts the terms of a text; one counter serves all texts, one after the other. */
class TermCounter {
  readonly #sizes: readonly number[]
  readonly #counts: Int32Array

  /** @param sizes number of passages by term; terms with none, the exact forms, are not counted */
  constructor(sizes: readonly number[]) {
    this.#sizes = sizes
    this.#counts = new Int32Array(sizes.length)
  }

  /** Tells each distinct term with its number of occurrences. Gives back how many distinct ones there are. */
  count(texts: readonly PositionedTerms[], tell: (term: number, frequency: number, distinct: number) => void): number {
    const found: number[] = []
    for (const { terms } of texts)
      for (const term of terms) {
        if (this.#sizes[term] === 0) continue
        if (this.#counts[term] === 0) found.push(term)
        this.#counts[term] = (this.#counts[term] as number) + 1
      }
    for (const term of found) {
      tell(term, this.#counts[term] as number, found.length)
      this.#counts[term] = 0
    }
    return found.length
  }
}

/** Rareness of terms and length of texts in one field of all passages: what BM25 measures a passage against. */
class FieldStatistics {
  readonly #field: Field
  readonly #counter: TermCounter
  readonly #passages: number
  readonly #frequencies = new Map<number, number>()
  readonly #averageLength: number

  constructor(field: Field, passages: readonly IndexedPassage[], counter: TermCounter) {
    this.#field = field
    this.#counter = counter
    this.#passages = passages.length
    let length = 0
    for (const passage of passages)
      length += counter.count(fieldTexts(passage, field.name), (term) => {
        this.#frequencies.set(term, (this.#frequencies.get(term) ?? 0) + 1)
      })
    this.#averageLength = length / Math.max(1, passages.length)
  }

  /** Tells how much each term of the field adds to the score of the passage. */
  read(passage: IndexedPassage, tell: (term: number, impact: number) => void): void {
    const { k, b } = BM25
    this.#counter.count(fieldTexts(passage, this.#field.name), (term, frequency, length) => {
      const rareness = inverseDocumentFrequency(this.#frequencies.get(term) ?? 0, this.#passages)
      const saturation = frequency + k * (1 - b + (b * length) / this.#averageLength)
      tell(term, (this.#field.boost * rareness * frequency * (k + 1)) / saturation)
    })
  }
}
