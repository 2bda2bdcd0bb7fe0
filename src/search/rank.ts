import type { Passage } from '../knowledge/report.js'
import { FEATURES, type FeatureName } from './features.js'
import type { IndexedPassage } from './indexed-passage.js'
import { matchPassage, type PassageMatch, readMeanings } from './match.js'
import type { Query } from './query.js'
import type { SearchIndex } from './search-index.js'
import { WEIGHTS, type Weights } from './weights.js'

/** A passage with its score and what the score is made of. */
export interface Hit {
  readonly passage: IndexedPassage
  readonly score: number
  readonly features: Readonly<Record<FeatureName, number>>
  readonly match: PassageMatch
}

/** Passages in order, best first. */
export type Ranking = readonly Hit[]

/** How many candidates are looked at closely; measured: more adds time, not quality. */
const CANDIDATES = 200

export interface RankOptions {
  readonly weights?: Weights
  /** Which passages are looked for at all; left out for all of them. */
  readonly allows?: (passage: Passage) => boolean
}

/** How much a word that looks like the one asked for counts in finding candidates; by hand, below every true stand-in. */
const LOOKS_LIKE = 0.3

/** Finds candidates and puts them in order by the weighted sum of their features. */
export const rank = (query: Query, index: SearchIndex, { weights = WEIGHTS, allows }: RankOptions = {}): Ranking => {
  const totalWeight = query.terms.reduce((sum, { weight }) => sum + weight, 0)
  if (totalWeight === 0) return []
  const meanings = readMeanings(query, index)
  const size = query.terms.length
  const allowsId = allows && ((id: number) => allows((index.passages[id] as IndexedPassage).passage))
  const candidates = index.candidates.find(candidateTerms(query, index), CANDIDATES, allowsId).flatMap((id) => {
    const passage = index.passages[id]
    return passage ? [{ passage, match: matchPassage(passage, meanings, size) }] : []
  })
  const sections = sectionCoverage(candidates, query, totalWeight)
  return candidates
    .map(({ passage, match }): Hit => {
      const input = { query, passage, match, totalWeight, index }
      const features = { section: sections.get(passage.section) ?? 0 } as Record<FeatureName, number>
      let score = weights.section * features.section
      for (const name of Object.keys(FEATURES) as (keyof typeof FEATURES)[]) {
        features[name] = FEATURES[name](input)
        score += weights[name] * features[name]
      }
      return { passage, score, features, match }
    })
    .sort((a, b) => b.score - a.score)
}

const candidateTerms = (query: Query, index: SearchIndex): { term: string; weight: number }[] => {
  const weights = new Map<string, number>()
  for (const { alternatives, form } of query.terms) {
    for (const [term, weight] of alternatives) weights.set(term, Math.max(weights.get(term) ?? 0, weight))
    for (const word of form.split(' '))
      for (const [id, likeness] of index.grams.like(word)) {
        // Candidates are found by stems; the exact form leads to its stem.
        const term = index.stemOf(id)
        if (term && !weights.has(term)) weights.set(term, LOOKS_LIKE * likeness)
      }
  }
  return [...weights].map(([term, weight]) => ({ term, weight }))
}

/** Share of the question's weight that the candidates of a section cover together. */
const sectionCoverage = (
  candidates: readonly { readonly passage: IndexedPassage; readonly match: PassageMatch }[],
  query: Query,
  totalWeight: number,
): Map<number, number> => {
  const best = new Map<number, number[]>()
  for (const { passage, match } of candidates) {
    const covered = best.get(passage.section) ?? new Array<number>(query.terms.length).fill(0)
    query.terms.forEach((_, t) => {
      covered[t] = Math.max(covered[t] ?? 0, match.text.best[t] ?? 0, match.context.best[t] ?? 0)
    })
    best.set(passage.section, covered)
  }
  return new Map(
    [...best].map(([section, covered]) => [
      section,
      query.terms.reduce((sum, { weight }, t) => sum + weight * (covered[t] ?? 0), 0) / totalWeight,
    ]),
  )
}
