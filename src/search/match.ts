import type { IndexedPassage, PositionedTerms } from './indexed-passage.js'
import type { Query } from './query.js'
import type { SearchIndex } from './search-index.js'

/** What a term number means to a query: which of its terms it stands for, and how well. */
interface Meaning {
  readonly term: number
  readonly weight: number
}

/** The numbers of every index term that a query cares about. */
export interface QueryMeanings {
  readonly terms: ReadonlyMap<number, readonly Meaning[]>
  readonly exact: ReadonlyMap<number, readonly Meaning[]>
  readonly alike: ReadonlyMap<number, readonly Meaning[]>
}

/** Where and how well the terms of a query stand in one text. */
export interface TextMatch {
  /** By query term: sum of the weights of its occurrences, at most one a word. */
  readonly frequency: Float64Array
  /** By query term: weight of its best occurrence, 0 if there is none. */
  readonly best: Float64Array
  /** By query term: word positions in order. */
  readonly positions: readonly number[][]
  /** By query term: 1 where the very form stands in the text. */
  readonly exact: Float64Array
  /** By query term: likeness of the most similar word, 0–1. */
  readonly alike: Float64Array
}

export const readMeanings = (query: Query, index: SearchIndex): QueryMeanings => {
  const terms = new Map<number, Meaning[]>()
  const exact = new Map<number, Meaning[]>()
  const alike = new Map<number, Meaning[]>()
  const add = (to: Map<number, Meaning[]>, id: number | undefined, meaning: Meaning): void => {
    if (id === undefined) return
    const meanings = to.get(id)
    if (meanings) meanings.push(meaning)
    else to.set(id, [meaning])
  }
  query.terms.forEach((one, term) => {
    for (const [alternative, weight] of one.alternatives) add(terms, index.vocabulary.id(alternative), { term, weight })
    for (const form of one.exact) {
      add(exact, index.vocabulary.id(form), { term, weight: 1 })
      add(alike, index.vocabulary.id(form), { term, weight: 1 })
    }
    for (const word of one.form.split(' '))
      for (const [id, likeness] of index.grams.like(word)) add(alike, id, { term, weight: likeness })
  })
  return { terms, exact, alike }
}

export const matchText = (text: PositionedTerms, meanings: QueryMeanings, size: number): TextMatch => {
  const match: TextMatch = {
    frequency: new Float64Array(size),
    best: new Float64Array(size),
    positions: Array.from({ length: size }, () => []),
    exact: new Float64Array(size),
    alike: new Float64Array(size),
  }
  for (let i = 0; i < text.terms.length; i++) {
    const id = text.terms[i] as number
    const position = text.positions[i] as number
    for (const { term, weight } of meanings.terms.get(id) ?? []) {
      const at = match.positions[term] as number[]
      // Several terms of one compound are one occurrence.
      if (at.at(-1) !== position) {
        at.push(position)
        match.frequency[term] = (match.frequency[term] as number) + weight
      }
      if (weight > (match.best[term] as number)) match.best[term] = weight
    }
    for (const { term } of meanings.exact.get(id) ?? []) match.exact[term] = 1
    for (const { term, weight } of meanings.alike.get(id) ?? [])
      if (weight > (match.alike[term] as number)) match.alike[term] = weight
  }
  return match
}

/** How the terms of a query stand in a passage, its context and the questions it answers. */
export interface PassageMatch {
  readonly text: TextMatch
  readonly context: TextMatch
  readonly asks: readonly TextMatch[]
}

export const matchPassage = (passage: IndexedPassage, meanings: QueryMeanings, size: number): PassageMatch => ({
  text: matchText(passage.text, meanings, size),
  context: matchText(passage.context, meanings, size),
  asks: passage.asks.map((ask) => matchText(ask, meanings, size)),
})
