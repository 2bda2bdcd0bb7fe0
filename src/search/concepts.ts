import type { Glossary, GlossaryEntry } from '../knowledge/glossary.js'
import { splitWords, type Word } from './words.js'

/** The index term of a glossary entry. */
export const conceptTerm = (name: string): string => `=${name.toLowerCase()}`

/** A run of words that names a glossary entry. */
export interface ConceptMention {
  readonly concept: Concept
  /** Index of the first word and number of words. */
  readonly first: number
  readonly count: number
  /** True when the words are one of the entry's listed misspellings. */
  readonly misspelt: boolean
}

/** A glossary entry as one searchable term, whatever name it is called by. */
export interface Concept {
  /** Cannot clash with a word: words never start with `=`. */
  readonly term: string
  readonly entry: GlossaryEntry
}

interface Name {
  readonly concept: Concept
  readonly words: readonly string[]
  readonly misspelt: boolean
}

/** Finds the glossary's entries in a text under any of their names, longest name first. */
export class Concepts {
  readonly #byFirstWord = new Map<string, Name[]>()
  readonly #byTerm = new Map<string, GlossaryEntry>()

  constructor(glossary: Glossary) {
    for (const entry of glossary) {
      const concept: Concept = { term: conceptTerm(entry.term), entry }
      this.#byTerm.set(concept.term, entry)
      for (const name of [entry.term, entry.standsFor ?? '', ...entry.also]) this.#add(concept, name, false)
      for (const name of entry.misspelt) this.#add(concept, name, true)
    }
    for (const names of this.#byFirstWord.values()) names.sort((a, b) => b.words.length - a.words.length)
  }

  #add(concept: Concept, name: string, misspelt: boolean): void {
    const words = splitWords(name).map(({ form }) => form)
    const [first] = words
    if (first === undefined) return
    const names = this.#byFirstWord.get(first) ?? []
    names.push({ concept, words, misspelt })
    this.#byFirstWord.set(first, names)
  }

  /** The entry that an index term stands for; undefined for the terms of words. */
  entryOf(term: string): GlossaryEntry | undefined {
    return this.#byTerm.get(term)
  }

  find(words: readonly Word[]): ConceptMention[] {
    const mentions: ConceptMention[] = []
    for (let i = 0; i < words.length; i++) {
      const name = this.#longestAt(words, i)
      if (!name) continue
      mentions.push({ concept: name.concept, first: i, count: name.words.length, misspelt: name.misspelt })
      i += name.words.length - 1
    }
    return mentions
  }

  #longestAt(words: readonly Word[], at: number): Name | undefined {
    const form = words[at]?.form ?? ''
    const own = this.#longestFrom(form, words, at)
    const base = singular(form)
    // Names that begin with the plural itself leave those that begin with the singular in force.
    const other = base === form ? undefined : this.#longestFrom(base, words, at)
    return own && other ? (other.words.length > own.words.length ? other : own) : (own ?? other)
  }

  #longestFrom(first: string, words: readonly Word[], at: number): Name | undefined {
    return this.#byFirstWord.get(first)?.find((name) =>
      name.words.every((word, k) => {
        const form = words[at + k]?.form ?? ''
        return form === word || singular(form) === word
      }),
    )
  }
}

/** Plural names count as the name: `operators`, `CRDs`. */
const singular = (form: string): string =>
  form.length > 3 && form.endsWith('s') && !form.endsWith('ss') ? form.slice(0, -1) : form
