import type { Grounds } from './grounds.js'

/**
 * Weights of a logistic model, fitted by `npm run fit:confidence` to answerable and unanswerable questions on notes and
 * on pasted reports alike.
 */
const MODEL: Readonly<Record<'bias' | keyof Grounds, number>> = {
  bias: -3.07,
  said: 1.99,
  full: 1.32,
  substance: 2.35,
  nameMet: 0.28,
  nameGone: -2.72,
  nameMissed: -1.23,
  plainMissed: -0.61,
  askedMissed: -0.38,
  predicateMissed: -0.37,
  askedOfName: -0.47,
  dubious: -2.29,
  bareTopic: 2.41,
  vague: -0.62,
  opening: 0.48,
  onStage: 1.2,
  offStage: -3.37,
  aboutAsker: -0.73,
  aboutNow: -2.35,
  asksFavour: -0.96,
  office: -2.05,
  officeOnly: -1.14,
  uncounted: -2.68,
  nobody: -1.96,
  unpriced: -1.65,
  unversioned: -1.91,
  otherVersion: -1.76,
  stranger: -0.97,
  reasonless: -0.74,
  kindless: -2.54,
  elsewhere: -3.9,
  length: 3.28,
  strength: 2.07,
  single: 1.54,
}

/** At least this sure: shown as an answer. What other thresholds would gain and cost stands in docs/how-sure.md. */
export const ANSWER_FROM = 0.37
/** At least this sure: shown as the closest passages, never as an answer. */
export const WEAK_FROM = 0.2

/** How sure, 0–1, that a span answers the question. */
export const confidence = (grounds: Grounds): number => {
  let sum = MODEL.bias
  for (const name of Object.keys(grounds) as (keyof Grounds)[]) sum += MODEL[name] * grounds[name]
  return 1 / (1 + Math.exp(-sum))
}
