import type { FeatureName } from '../search/features.js'
import type { QuestionKind } from './question-kind.js'
import type { SpanSigns } from './score-span.js'
import { aboutAsker, aboutNow } from './talk-of-the-day.js'

/** What the decision to answer rests on. */
export interface Evidence {
  readonly signs: SpanSigns
  readonly features: Readonly<Record<FeatureName, number>>
  readonly kind: QuestionKind
  /** Every word of the question, normalised. */
  readonly forms: ReadonlySet<string>
}

/**
 * Weights of a logistic model, fitted to answerable and unanswerable questions on notes and on pasted reports alike.
 * The bias is set so that 0.5 is where refusing is right often enough: few honest questions are lost below it.
 */
const MODEL = {
  bias: -1.94,
  substance: 3.56,
  full: 1.85,
  missed: 0.9,
  near: 0.31,
  asks: 0.14,
  aboutAsker: -0.4,
  aboutNow: -0.92,
  unknown: -0.96,
  kindless: -1.13,
  elsewhere: -2.12,
}

/** From this share on, a span and its context say everything that was asked about. */
const FULL = 0.93
/** Kinds whose answer has a form of its own: a person, a number, a date. */
const WITH_A_FORM: ReadonlySet<QuestionKind> = new Set(['who', 'number', 'when'])

/** At least this sure: shown as an answer. */
export const ANSWER_FROM = 0.5
/** At least this sure: shown as the closest passages, never as an answer. */
export const WEAK_FROM = 0.3

/** How sure, 0–1, that the span answers the question. */
export const confidence = ({ signs, features, kind, forms }: Evidence): number => {
  const sum =
    MODEL.bias +
    MODEL.substance * signs.substance +
    MODEL.full * (signs.coveredInContext >= FULL ? 1 : 0) +
    MODEL.missed * signs.missed +
    MODEL.near * features.nearness +
    MODEL.asks * features.asksLikeness +
    MODEL.aboutAsker * aboutAsker(forms) +
    MODEL.aboutNow * aboutNow(forms) +
    MODEL.unknown * signs.unknown +
    MODEL.kindless * (WITH_A_FORM.has(kind) && signs.kind === 0 ? 1 : 0) +
    MODEL.elsewhere * signs.elsewhere
  return 1 / (1 + Math.exp(-sum))
}
