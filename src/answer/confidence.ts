import type { FeatureName } from '../search/features.js'
import type { QuestionKind } from './question-kind.js'
import type { SpanSigns } from './score-span.js'

/** What the decision to answer rests on. */
export interface Evidence {
  readonly signs: SpanSigns
  readonly features: Readonly<Record<FeatureName, number>>
  readonly kind: QuestionKind
  /** Number of terms the question came down to. */
  readonly terms: number
}

/** Weights of the logistic model; fitted on answerable and unanswerable questions of several collections. */
const MODEL = {
  bias: -4.2,
  covered: 2.2,
  coveredInContext: 4.5,
  unknown: -1.5,
  asksLikeness: 3.5,
  kind: 0.8,
  defines: 0.4,
  pairs: 0.6,
}

/** At least this sure: shown as an answer. */
export const ANSWER_FROM = 0.5
/** At least this sure: shown as the closest passages, never as an answer. */
export const WEAK_FROM = 0.3

/** How sure, 0–1, that the span answers the question. */
export const confidence = ({ signs, features }: Evidence): number => {
  const sum =
    MODEL.bias +
    MODEL.covered * signs.covered +
    MODEL.coveredInContext * signs.coveredInContext +
    MODEL.unknown * signs.unknown +
    MODEL.asksLikeness * features.asksLikeness +
    MODEL.kind * signs.kind +
    MODEL.defines * signs.defines +
    MODEL.pairs * features.orderedPairs
  return 1 / (1 + Math.exp(-sum))
}
