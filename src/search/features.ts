import type { IndexedPassage } from './indexed-passage.js'
import type { PassageMatch, TextMatch } from './match.js'
import type { Query } from './query.js'
import type { SearchIndex } from './search-index.js'

/** What a feature may look at. */
export interface FeatureInput {
  readonly query: Query
  readonly passage: IndexedPassage
  readonly match: PassageMatch
  /** Sum of the weights of the query's terms, never 0. */
  readonly totalWeight: number
  readonly index: SearchIndex
}

/** How much a passage has of one sign of relevance, about 0–1. */
export type Feature = (input: FeatureInput) => number

// Usual values of BM25; headings and speakers count twice. None of them was fitted.
const K1 = 1.5
const B = 0.75
const CONTEXT_WEIGHT = 2

/**
 * BM25 over text and context as one field, each occurrence weighted by its field (BM25F), as a share of the question's
 * weight. S. Robertson, H. Zaragoza, M. Taylor, Simple BM25 Extension to Multiple Weighted Fields, 2004.
 */
const bm25 = (
  { query, passage, match, totalWeight, index }: FeatureInput,
  frequencies: (text: TextMatch) => readonly number[],
): number => {
  const norm = 1 - B + B * (passage.text.length / Math.max(1, index.averageLength))
  const text = frequencies(match.text)
  const context = frequencies(match.context)
  const sum = sumBy(query, (t) => {
    const frequency = at(text, t) / norm + CONTEXT_WEIGHT * at(context, t)
    // Once in a text of average length a term counts 1 / (1 + 1.5), two fifths of its weight.
    return frequency / (K1 + frequency)
  })
  return sum / totalWeight
}

/** How often the question's terms, or what stands for them, occur. */
const termFrequency: Feature = (input) => bm25(input, ({ frequency }) => frequency)

/** How often the very forms of the question, unstemmed, occur. */
const exactForms: Feature = (input) => bm25(input, ({ exact }) => exact)

/** How often words occur that look like the question's, by the letters they share. */
const alikeForms: Feature = (input) => bm25(input, ({ alikeFrequency }) => alikeFrequency)

/** Neighbours in the question that stand in the same order within three words of each other in the text. */
const orderedPairs: Feature = ({ query, match }) => {
  let found = 0
  let all = 0
  for (let t = 0; t + 1 < query.terms.length; t++) {
    const weight = pairWeight(query, t, t + 1)
    all += weight
    if (pairGap(match.text, t, t + 1, true) <= 3) found += weight
  }
  return all > 0 ? found / all : 0
}

/** Nearness of all pairs of terms, in any order: e^(−gap / 8). */
const nearness: Feature = ({ query, match }) => {
  let near = 0
  let all = 0
  for (let a = 0; a < query.terms.length; a++)
    for (let b = a + 1; b < query.terms.length; b++) {
      const weight = pairWeight(query, a, b)
      all += weight
      const gap = pairGap(match.text, a, b, false)
      if (Number.isFinite(gap)) near += weight * Math.exp(-gap / 8)
    }
  return all > 0 ? near / all : 0
}

/** Likeness of the question to the best of the questions that the passage is said to answer: weighted Dice. */
const asksLikeness: Feature = ({ query, match, totalWeight, index }) => {
  let best = 0
  for (const { ask, best: met, alike } of match.asks) {
    const shared = sumBy(query, (t) => Math.max(at(met, t), 0.8 * at(alike, t) ** 2))
    best = Math.max(best, (2 * shared) / (totalWeight + Math.max(index.weightOf(ask), shared)))
  }
  return best
}

/** Share of the question's weight that any of the passage's asks holds. */
const asksCoverage: Feature = ({ query, match, totalWeight }) => {
  if (match.asks.length === 0) return 0
  const met = query.terms.map(() => 0)
  for (const { best } of match.asks) for (let t = 0; t < met.length; t++) met[t] = Math.max(at(met, t), at(best, t))
  return sumBy(query, (t) => at(met, t)) / totalWeight
}

export const FEATURES = {
  termFrequency,
  exactForms,
  alikeForms,
  orderedPairs,
  nearness,
  asksLikeness,
  asksCoverage,
} satisfies Record<string, Feature>

export type FeatureName = keyof typeof FEATURES | 'section'

const at = (values: readonly number[], t: number): number => values[t] ?? 0

const sumBy = (query: Query, value: (t: number) => number): number =>
  query.terms.reduce((sum, { weight }, t) => sum + weight * value(t), 0)

const pairWeight = (query: Query, a: number, b: number): number =>
  Math.min(query.terms[a]?.weight ?? 0, query.terms[b]?.weight ?? 0)

/** Smallest distance in words between two terms; Infinity if one is missing (or never follows, when ordered). */
const pairGap = (text: TextMatch, a: number, b: number, ordered: boolean): number => {
  let smallest = Number.POSITIVE_INFINITY
  for (const first of text.positions[a] ?? [])
    for (const second of text.positions[b] ?? []) {
      const gap = second - first
      if (gap === 0 || (ordered && gap < 0)) continue
      smallest = Math.min(smallest, Math.abs(gap))
    }
  return smallest
}
