import type { Passage } from '../knowledge/report.js'
import { readMeanings } from '../search/match.js'
import type { Hit, Ranking } from '../search/rank.js'
import type { SearchIndex } from '../search/search-index.js'
import { confidence, type Evidence } from './confidence.js'
import { listSpan, type Span, spansOf } from './excerpt-span.js'
import { isElsewhere, type Scope } from './scope.js'
import { readSigns, type SpanInput, type SpanSigns } from './score-span.js'
import type { Neighbours } from './sections.js'
import type { Understood } from './understand.js'

/** Passages of the ranking that are read sentence by sentence. */
const PASSAGES_READ = 30

/** How much each sign moves a span up or down beside the score of its passage. */
const ORDER = {
  coveredInContext: 0.95,
  focus: 0.55,
  opening: 0.55,
  kind: 0.4,
  defines: 0.3,
  elsewhere: -0.65,
} satisfies Partial<Record<keyof SpanSigns, number>>

/** A span that may answer, with how sure and why. */
export interface Found {
  readonly span: Span
  /** The passage the span is built around. */
  readonly passage: Passage
  /** 0–1: how sure that it answers. */
  readonly sure: number
  readonly evidence: Evidence
}

/** What stays the same from question to question. */
export interface Reading {
  readonly index: SearchIndex
  readonly neighbours: Neighbours
  readonly scope: Scope
}

/** The best span of each of the best passages, best first. */
export const findSpans = (
  { query, kind, forms }: Understood,
  ranking: Ranking,
  { index, neighbours, scope }: Reading,
): Found[] => {
  const elsewhere = (passage: Passage): boolean => isElsewhere(passage, forms, scope)
  const input: SpanInput = { query, kind, meanings: readMeanings(query, index), index, elsewhere }
  return ranking
    .slice(0, PASSAGES_READ)
    .flatMap((hit) => bestSpan(hit, input, forms, neighbours))
    .sort((a, b) => b.order - a.order)
    .map(({ found }) => found)
}

const bestSpan = (
  hit: Hit,
  input: SpanInput,
  forms: Understood['forms'],
  neighbours: Neighbours,
): { found: Found; order: number }[] => {
  const { passage } = hit.passage
  const list = listSpan(passage, neighbours(passage))
  return (list ? [list] : spansOf(passage))
    .map((span) => {
      const signs = readSigns(span, hit.match, input)
      const evidence: Evidence = { signs, features: hit.features, kind: input.kind, forms }
      return {
        found: { span, passage, sure: confidence(evidence), evidence },
        order: orderOf(hit.score, signs),
      }
    })
    .sort((a, b) => b.order - a.order)
    .slice(0, 1)
}

const orderOf = (passage: number, signs: SpanSigns): number =>
  Object.entries(ORDER).reduce((sum, [sign, weight]) => sum + weight * signs[sign as keyof typeof ORDER], passage)
