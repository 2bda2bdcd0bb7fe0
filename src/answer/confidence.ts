import type { Grounds } from './grounds.js'

/**
 * Weights of a logistic model, fitted by `npm run fit:confidence` to answerable and unanswerable questions on notes and
 * on pasted reports alike.
 */
const MODEL: Readonly<Record<'bias' | keyof Grounds, number>> = {
  bias: -2.4,
  said: 1.57,
  full: 1.23,
  substance: 1.88,
  nameMet: 0.44,
  nameGone: -3.04,
  nameMissed: -1.28,
  plainMissed: -0.87,
  askedMissed: -0.33,
  predicateMissed: -0.11,
  askedOfName: -0.66,
  dubious: -2.42,
  vague: -0.34,
  opening: 0.23,
  onStage: 1.16,
  offStage: -3.42,
  aboutAsker: -0.87,
  aboutNow: -2.32,
  asksFavour: -1.04,
  office: -2.44,
  officeOnly: -1.04,
  uncounted: -2.8,
  nobody: -1.57,
  unpriced: -2.09,
  unversioned: -1.95,
  reasonless: -0.88,
  kindless: -3.01,
  elsewhere: -4.06,
  length: 3.41,
  strength: 2.24,
  single: 1.31,
}

/** At least this sure: shown as an answer. What other thresholds would gain and cost stands in docs/how-sure.md. */
export const ANSWER_FROM = 0.29
/** At least this sure: shown as the closest passages, never as an answer. */
export const WEAK_FROM = 0.2

/** How sure, 0–1, that a span answers the question. */
export const confidence = (grounds: Grounds): number => {
  let sum = MODEL.bias
  for (const name of Object.keys(grounds) as (keyof Grounds)[]) sum += MODEL[name] * grounds[name]
  return 1 / (1 + Math.exp(-sum))
}
