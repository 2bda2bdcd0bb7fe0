import type { FeatureName } from '../search/features.js'
import type { QuestionKind } from './question-kind.js'
import type { SpanSigns } from './score-span.js'
import { aboutAsker, aboutNow } from './talk-of-the-day.js'

/** What the decision to answer is read from. */
export interface Evidence {
  readonly signs: SpanSigns
  readonly features: Readonly<Record<FeatureName, number>>
  readonly kind: QuestionKind
  /** Every word of the question, normalised. */
  readonly forms: ReadonlySet<string>
  /** Number of things the question names. */
  readonly terms: number
}

/** So many things that are named and found say enough; a question of two words may be about anything. */
const MANY_TERMS = 6
/** From this share on, a span and its context say everything that was asked about. */
const FULL = 0.93
/** Kinds whose answer has a form of its own: a person, a number, a date. */
const WITH_A_FORM: ReadonlySet<QuestionKind> = new Set(['who', 'number', 'when'])

/** What speaks for and against a span as the answer, each about 0–1. */
export const readGrounds = ({ signs, features, kind, forms, terms }: Evidence) => ({
  said: Math.min(1, terms / MANY_TERMS) * signs.coveredInContext,
  full: signs.coveredInContext >= FULL ? 1 : 0,
  substance: signs.substance,
  missed: signs.missed,
  asks: features.asksLikeness,
  aboutAsker: aboutAsker(forms),
  aboutNow: aboutNow(forms),
  unknown: signs.unknown,
  kindless: WITH_A_FORM.has(kind) && signs.kind === 0 ? 1 : 0,
  elsewhere: signs.elsewhere,
})

export type Grounds = Readonly<ReturnType<typeof readGrounds>>
