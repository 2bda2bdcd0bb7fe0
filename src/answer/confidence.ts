import type { Grounds } from './grounds.js'

/**
 * Weights of a logistic model, fitted by `npm run fit:confidence` to answerable and unanswerable questions on notes and
 * on pasted reports alike.
 */
const MODEL: Readonly<Record<'bias' | keyof Grounds, number>> = {
  bias: -2.37,
  said: 1.61,
  full: 1.22,
  substance: 1.88,
  nameMet: 0.46,
  nameGone: -3.03,
  nameMissed: -1.28,
  plainMissed: -0.86,
  askedMissed: -0.32,
  predicateMissed: -0.13,
  askedOfName: -0.67,
  dubious: -2.41,
  vague: -0.34,
  opening: 0.21,
  onStage: 1.16,
  offStage: -3.43,
  aboutAsker: -0.88,
  aboutNow: -2.55,
  asksFavour: -1.04,
  office: -2.42,
  officeOnly: -1.02,
  uncounted: -2.85,
  nobody: -1.57,
  unpriced: -2.09,
  unversioned: -1.94,
  reasonless: -0.88,
  kindless: -3.01,
  elsewhere: -4.07,
  length: 3.32,
  strength: 2.2,
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
