import type { IndexedPassage, PositionedTerms } from './indexed-passage.js'

/** A term to look for and how much a passage that holds it gains. */
export interface WeightedTerm {
  readonly term: string
  readonly weight: number
}

/** The candidate step: which passages are worth ranking. Engines are exchanged behind this interface. */
export interface CandidateFinder {
  /** Numbers of at most `limit` passages, likeliest first, of those that are allowed. */
  find(terms: readonly WeightedTerm[], limit: number, allows?: (id: number) => boolean): readonly number[]
}

/** A part of a passage that is searched, and how much a term in it counts. */
export interface Field {
  readonly name: 'text' | 'context' | 'asks'
  readonly boost: number
}

/** Set by hand. Candidates are scored again, so this only decides which passages come among the 200. */
export const FIELDS: readonly Field[] = [
  { name: 'text', boost: 1 },
  { name: 'context', boost: 0.7 },
  { name: 'asks', boost: 0.8 },
]

/** The usual values of BM25; without MiniSearch's floor for long texts (`d`). */
export const BM25 = { k: 1.2, b: 0.75, d: 0 }

export const fieldTexts = (passage: IndexedPassage, name: Field['name']): readonly PositionedTerms[] =>
  name === 'asks' ? passage.asks : [passage[name]]
