import { isExactTerm } from './terms.js'
import type { Vocabulary } from './vocabulary.js'

const GRAM = 4
/** Words that share less than this of their letters are different words. */
const LEAST_LIKENESS = 0.45

/** Words whose likes are remembered: a question asks for each of its own several times. */
const REMEMBERED = 1000

/** Finds words of the index that share letter runs with a word: other forms that no stemmer brings together. */
export class Grams {
  readonly #postings = new Map<string, number[]>()
  /** Exact terms by number in the order in which the index met them. */
  readonly #words: { readonly id: number; readonly form: string; readonly grams: number }[] = []
  readonly #shared: Uint8Array
  readonly #remembered = new Map<string, ReadonlyMap<number, number>>()

  constructor(vocabulary: Vocabulary) {
    vocabulary.terms().forEach((term, id) => {
      // Exact forms only: a stem has lost the letters that tell words apart.
      if (!isExactTerm(term)) return
      const form = term.slice(1)
      const grams = gramsOf(form)
      if (grams.size === 0) return
      const at = this.#words.push({ id, form, grams: grams.size }) - 1
      for (const gram of grams) {
        const words = this.#postings.get(gram)
        if (words) words.push(at)
        else this.#postings.set(gram, [at])
      }
    })
    this.#shared = new Uint8Array(this.#words.length)
  }

  /** Exact terms like the word, with the share of letter runs they have in common (Dice coefficient, 0–1). */
  like(form: string): ReadonlyMap<number, number> {
    const known = this.#remembered.get(form)
    if (known) return known
    if (this.#remembered.size >= REMEMBERED) this.#remembered.clear()
    const alike = this.#find(form)
    this.#remembered.set(form, alike)
    return alike
  }

  #find(form: string): ReadonlyMap<number, number> {
    const grams = gramsOf(form)
    const touched: number[] = []
    for (const gram of grams)
      for (const at of this.#postings.get(gram) ?? []) {
        const count = this.#shared[at] as number
        if (count === 0) touched.push(at)
        this.#shared[at] = count + 1
      }
    const alike = new Map<number, number>()
    for (const at of touched) {
      const word = this.#words[at]
      const likeness = (2 * (this.#shared[at] as number)) / (grams.size + (word?.grams ?? 0))
      this.#shared[at] = 0
      if (word && likeness >= LEAST_LIKENESS && word.form !== form) alike.set(word.id, likeness)
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
