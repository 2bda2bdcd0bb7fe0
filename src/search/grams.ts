import type { Vocabulary } from './vocabulary.js'

const GRAM = 4
/** Words that share less than this of their letters are different words. */
const LEAST_LIKENESS = 0.45

/** Finds words of the index that share letter runs with a word: other forms that no stemmer brings together. */
export class Grams {
  readonly #vocabulary: Vocabulary
  readonly #postings = new Map<string, number[]>()
  readonly #sizes = new Map<number, number>()

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
    vocabulary.terms().forEach((term, id) => {
      // Exact forms only: a stem has lost the letters that tell words apart.
      if (!term.startsWith("'")) return
      const grams = gramsOf(term.slice(1))
      this.#sizes.set(id, grams.size)
      for (const gram of grams) {
        const ids = this.#postings.get(gram)
        if (ids) ids.push(id)
        else this.#postings.set(gram, [id])
      }
    })
  }

  /** Exact terms like the word, with the share of letter runs they have in common (Dice coefficient, 0–1). */
  like(form: string): Map<number, number> {
    const grams = gramsOf(form)
    const shared = new Map<number, number>()
    for (const gram of grams) for (const id of this.#postings.get(gram) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1)
    const alike = new Map<number, number>()
    for (const [id, count] of shared) {
      const likeness = (2 * count) / (grams.size + (this.#sizes.get(id) ?? 0))
      if (likeness >= LEAST_LIKENESS && this.#vocabulary.term(id).slice(1) !== form) alike.set(id, likeness)
    }
    return alike
  }
}

// The blank before a word makes its beginning count more than its end, where inflection happens.
const gramsOf = (form: string): Set<string> => {
  const padded = ` ${form}`
  const grams = new Set<string>()
  if (form.length >= GRAM && !/\d/.test(form))
    for (let i = 0; i + GRAM <= padded.length; i++) grams.add(padded.slice(i, i + GRAM))
  return grams
}
