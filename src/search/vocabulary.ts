import { exactTerm, termsOf } from './terms.js'
import type { Word } from './words.js'

/** Numbers the terms of an index and counts the passages that hold each. */
export class Vocabulary {
  readonly #ids = new Map<string, number>()
  readonly #terms: string[] = []
  readonly #documentFrequency: number[] = []
  readonly #byForm = new Map<string, readonly number[]>()

  get size(): number {
    return this.#terms.length
  }

  /** The number of a term, given out on first sight. */
  add(term: string): number {
    const known = this.#ids.get(term)
    if (known !== undefined) return known
    const id = this.#terms.length
    this.#ids.set(term, id)
    this.#terms.push(term)
    this.#documentFrequency.push(0)
    return id
  }

  /** The numbers of a word's terms and of its exact form, given out on first sight; none for stop words. */
  numbers(word: Word): readonly number[] {
    // Parts depend on how a compound was written (`CamelCase`), which its form no longer tells.
    if (word.parts.length > 0) return this.#numbersOf(word)
    const known = this.#byForm.get(word.form)
    if (known) return known
    const numbers = this.#numbersOf(word)
    this.#byForm.set(word.form, numbers)
    return numbers
  }

  #numbersOf(word: Word): readonly number[] {
    const terms = termsOf(word)
    return terms.length === 0 ? [] : [...terms, exactTerm(word.form)].map((term) => this.add(term))
  }

  id(term: string): number | undefined {
    return this.#ids.get(term)
  }

  term(id: number): string {
    return this.#terms[id] ?? ''
  }

  /** Counts one passage for each of the distinct terms. */
  count(ids: Iterable<number>): void {
    for (const id of ids) this.#documentFrequency[id] = (this.#documentFrequency[id] ?? 0) + 1
  }

  /** In how many passages the term stands, 0 for unknown numbers. */
  documentFrequency(id: number): number {
    return this.#documentFrequency[id] ?? 0
  }

  terms(): readonly string[] {
    return this.#terms
  }
}

/**
 * Inverse document frequency, never negative, falling as `frequency` grows.
 * S. Robertson, H. Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009, with 1 added inside the
 * logarithm as Lucene does, so that a term in more than half of the passages still counts a little.
 */
export const inverseDocumentFrequency = (frequency: number, passages: number): number =>
  Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5))
