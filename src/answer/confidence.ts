import type { Grounds } from './grounds.js'

/**
 * Weights of a logistic model, fitted by `npm run fit:confidence` to answerable and unanswerable questions on notes and
 * on pasted reports alike.
 */
const MODEL: Readonly<Record<'bias' | keyof Grounds, number>> = {
  bias: -3.05,
  said: 1.96,
  full: 1.32,
  substance: 2.35,
  nameMet: 0.29,
  nameGone: -2.71,
  nameMissed: -1.24,
  plainMissed: -0.62,
  askedMissed: -0.36,
  predicateMissed: -0.35,
  askedOfName: -0.49,
  dubious: -2.29,
  bareTopic: 2.42,
  vague: -0.63,
  opening: 0.48,
  onStage: 1.35,
  offStage: -3.37,
  aboutAsker: -0.71,
  aboutNow: -2.32,
  asksFavour: -0.96,
  office: -2.09,
  officeOnly: -1.24,
  uncounted: -2.67,
  nobody: -1.96,
  unpriced: -1.65,
  unversioned: -1.91,
  otherVersion: -1.77,
  stranger: -0.97,
  reasonless: -0.74,
  kindless: -2.53,
  elsewhere: -3.92,
  length: 3.24,
  strength: 2.07,
  single: 1.53,
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
