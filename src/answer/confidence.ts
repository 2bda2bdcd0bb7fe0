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
  /** Number of things the question names. */
  readonly terms: number
}

/**
 * Weights of a logistic model, fitted to answerable and unanswerable questions on notes and on pasted reports alike.
 * The bias is set so that 0.5 is where refusing is right often enough: few honest questions are lost below it.
 */
const MODEL = {
  bias: -1.77,
  said: 2.16,
  full: 1.87,
  substance: 2.29,
  missed: 0.98,
  asks: 0.15,
  aboutAsker: -0.43,
  unknown: -1.04,
  aboutNow: -1,
  kindless: -1.28,
  elsewhere: -2.38,
}

/** So many things that are named and found say enough; a question of two words may be about anything. */
const MANY_TERMS = 6
/** From this share on, a span and its context say everything that was asked about. */
const FULL = 0.93
/** A passage with less of the question than this met a word or two by chance, however long the question was. */
const LEAST = 0.2
/** Kinds whose answer has a form of its own: a person, a number, a date. */
const WITH_A_FORM: ReadonlySet<QuestionKind> = new Set(['who', 'number', 'when'])

/** At least this sure: shown as an answer. */
export const ANSWER_FROM = 0.5
/** At least this sure: shown as the closest passages, never as an answer. */
export const WEAK_FROM = 0.3

/** How sure, 0–1, that the span answers the question. */
export const confidence = ({ signs, features, kind, forms, terms }: Evidence): number => {
  if (signs.coveredInContext < LEAST) return 0
  const sum =
    MODEL.bias +
    MODEL.said * Math.min(1, terms / MANY_TERMS) * signs.coveredInContext +
    MODEL.substance * signs.substance +
    MODEL.full * (signs.coveredInContext >= FULL ? 1 : 0) +
    MODEL.missed * signs.missed +
    MODEL.asks * features.asksLikeness +
    MODEL.aboutAsker * aboutAsker(forms) +
    MODEL.aboutNow * aboutNow(forms) +
    MODEL.unknown * signs.unknown +
    MODEL.kindless * (WITH_A_FORM.has(kind) && signs.kind === 0 ? 1 : 0) +
    MODEL.elsewhere * signs.elsewhere
  return 1 / (1 + Math.exp(-sum))
}
