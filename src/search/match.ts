import type { IndexedPassage, PositionedTerms } from './indexed-passage.js'
import type { Query, QueryTerm } from './query.js'
import type { SearchIndex } from './search-index.js'

/** What a term number means to a query: which of its terms it stands for, and how well. */
interface Meaning {
  readonly term: number
  readonly weight: number
}

/** What one index term means to a query: as a term, as an exact form and as a word that looks alike. */
interface Meanings {
  readonly terms: Meaning[]
  readonly exact: Meaning[]
  readonly alike: Meaning[]
}

/** Number of bits of a term's number that the quick look goes by. */
const QUICK = 0xfff

/** By number, every index term that a query cares about: few among the many of a text. */
export class QueryMeanings {
  readonly #all = new Map<number, Meanings>()
  // Nearly every term of a text means nothing to the query: a byte tells that faster than the map does.
  readonly #quick = new Uint8Array(QUICK + 1)

  add(id: number, role: keyof Meanings, meaning: Meaning): void {
    const meanings = this.#all.get(id) ?? { terms: [], exact: [], alike: [] }
    meanings[role].push(meaning)
    this.#all.set(id, meanings)
    this.#quick[id & QUICK] = 1
  }

  get(id: number): Meanings | undefined {
    return this.#quick[id & QUICK] === 1 ? this.#all.get(id) : undefined
  }
}

/** Where and how well the terms of a query stand in one text. */
export interface TextMatch {
  /** By query term: sum of the weights of its occurrences, at most one a word. */
  readonly frequency: readonly number[]
  /** By query term: weight of its best occurrence, 0 if there is none. */
  readonly best: readonly number[]
  /** By query term: word positions in order. */
  readonly positions: readonly number[][]
  /** By query term: how often its very form stands in the text. */
  readonly exact: readonly number[]
  /** By query term: likeness of the most similar word, 0–1. */
  readonly alike: readonly number[]
  /** By query term: sum of the squared likenesses of all words. */
  readonly alikeFrequency: readonly number[]
}

export const readMeanings = (query: Query, index: SearchIndex): QueryMeanings => {
  const all = new QueryMeanings()
  const add = (id: number | undefined, role: keyof Meanings, meaning: Meaning): void => {
    if (id !== undefined) all.add(id, role, meaning)
  }
  query.terms.forEach((one, term) => {
    for (const [alternative, weight] of one.alternatives)
      add(index.vocabulary.id(alternative), 'terms', { term, weight })
    for (const form of one.exact) {
      add(index.vocabulary.id(form), 'exact', { term, weight: 1 })
      add(index.vocabulary.id(form), 'alike', { term, weight: 1 })
    }
    for (const word of formsOf(one))
      for (const [id, likeness] of index.grams.like(word)) add(id, 'alike', { term, weight: likeness })
  })
  return all
}

/** The words of a term as typed and, where that was a slip, as they were meant. */
const formsOf = ({ form, meant }: QueryTerm): readonly string[] => [...form.split(' '), ...meant]

/** How well each query term stands in a text at all: what is read off single sentences and questions. */
export interface TermMatch {
  /** By query term: weight of its best occurrence, 0 if there is none. */
  readonly best: readonly number[]
  /** By query term: likeness of the most similar word, 0–1. */
  readonly alike: readonly number[]
}

export const matchTerms = (text: PositionedTerms, meanings: QueryMeanings, size: number): TermMatch =>
  matchAny(text, meanings, size) ?? { best: zeros(size), alike: zeros(size) }

/** The same; undefined for a text that has nothing of the query, as most of them have, so that it costs nothing. */
const matchAny = ({ terms }: PositionedTerms, meanings: QueryMeanings, size: number): TermMatch | undefined => {
  let best: number[] | undefined
  let alike: number[] = []
  for (const id of terms) {
    const meaning = meanings.get(id)
    if (!meaning) continue
    if (!best) {
      best = zeros(size)
      alike = zeros(size)
    }
    for (const { term, weight } of meaning.terms) if (weight > (best[term] as number)) best[term] = weight
    for (const { term, weight } of meaning.alike) if (weight > (alike[term] as number)) alike[term] = weight
  }
  return best && { best, alike }
}

// Plain arrays: typed ones cost more to make than these few numbers cost to read.
const zeros = (size: number): number[] => new Array<number>(size).fill(0)

const matchText = (text: PositionedTerms, meanings: QueryMeanings, size: number): TextMatch => {
  const match = {
    frequency: zeros(size),
    best: zeros(size),
    positions: Array.from({ length: size }, (): number[] => []),
    exact: zeros(size),
    alike: zeros(size),
    alikeFrequency: zeros(size),
  }
  for (let i = 0; i < text.terms.length; i++) {
    const id = text.terms[i] as number
    const meaning = meanings.get(id)
    if (!meaning) continue
    const position = text.positions[i] as number
    for (const { term, weight } of meaning.terms) {
      const at = match.positions[term] as number[]
      // Several terms of one compound are one occurrence.
      if (at.at(-1) !== position) {
        at.push(position)
        match.frequency[term] = (match.frequency[term] as number) + weight
      }
      if (weight > (match.best[term] as number)) match.best[term] = weight
    }
    for (const { term } of meaning.exact) match.exact[term] = (match.exact[term] as number) + 1
    for (const { term, weight } of meaning.alike) {
      if (weight > (match.alike[term] as number)) match.alike[term] = weight
      match.alikeFrequency[term] = (match.alikeFrequency[term] as number) + weight ** 2
    }
  }
  return match
}

/** How the terms of a query stand in one of the questions that a passage answers. */
export interface AskMatch extends TermMatch {
  readonly ask: PositionedTerms
}

/** How the terms of a query stand in a passage, its context and the questions it answers. */
export interface PassageMatch {
  readonly text: TextMatch
  readonly context: TextMatch
  /** The questions that have anything of the query. */
  readonly asks: readonly AskMatch[]
}

export const matchPassage = (passage: IndexedPassage, meanings: QueryMeanings, size: number): PassageMatch => ({
  text: matchText(passage.text, meanings, size),
  context: matchText(passage.context, meanings, size),
  asks: passage.asks.flatMap((ask) => {
    const match = matchAny(ask, meanings, size)
    return match ? [{ ...match, ask }] : []
  }),
})
