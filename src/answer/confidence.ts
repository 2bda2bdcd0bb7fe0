import type { Grounds } from './grounds.js'

/**
 * Weights of a logistic model, fitted by `npm run fit:confidence` to answerable and unanswerable questions on notes and
 * on pasted reports alike.
 */
const MODEL: Readonly<Record<'bias' | keyof Grounds, number>> = {
  bias: -2.38,
  said: 1.58,
  full: 1.24,
  substance: 1.78,
  nameMet: 0.56,
  nameGone: -2.5,
  nameMissed: -1.59,
  plainMissed: -0.75,
  askedMissed: -0.39,
  predicateMissed: -0.22,
  askedOfName: -0.57,
  dubious: -1.84,
  vague: -0.65,
  opening: 0.22,
  onStage: 1.31,
  offStage: -3.45,
  aboutAsker: -0.85,
  aboutNow: -2.53,
  asksFavour: -1.02,
  office: -2.22,
  officeOnly: -1.31,
  uncounted: -2.86,
  nobody: -1.58,
  unpriced: -2.11,
  unversioned: -1.96,
  reasonless: -0.9,
  kindless: -2.99,
  elsewhere: -4.08,
  length: 3.32,
  strength: 2.24,
  single: 1.26,
}

/** At least this sure: shown as an answer. What other thresholds would gain and cost stands in docs/how-sure.md. */
export const ANSWER_FROM = 0.3
/** At least this sure: shown as the closest passages, never as an answer. */
export const WEAK_FROM = 0.2

/** How sure, 0–1, that a span answers the question. */
export const confidence = (grounds: Grounds): number => {
  let sum = MODEL.bias
  for (const name of Object.keys(grounds) as (keyof Grounds)[]) sum += MODEL[name] * grounds[name]
  return 1 / (1 + Math.exp(-sum))
}
