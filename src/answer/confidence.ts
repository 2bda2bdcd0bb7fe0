import type { Grounds } from './grounds.js'

/**
 * Weights of a logistic model, fitted by `npm run fit:confidence` to answerable and unanswerable questions on notes and
 * on pasted reports alike.
 */
const MODEL: Readonly<Record<'bias' | keyof Grounds, number>> = {
  bias: -2.77,
  said: 1.69,
  full: 1.33,
  substance: 2.39,
  nameMet: 0.17,
  nameGone: -2.77,
  nameMissed: -1.31,
  plainMissed: -0.91,
  askedMissed: -0.43,
  predicateMissed: -0.04,
  askedOfName: -0.42,
  dubious: -2.28,
  vague: -0.2,
  opening: 0.24,
  onStage: 1.23,
  offStage: -3.37,
  aboutAsker: -0.83,
  aboutNow: -2.39,
  asksFavour: -0.97,
  office: -2.08,
  officeOnly: -1.21,
  uncounted: -2.67,
  nobody: -1.93,
  unpriced: -2.02,
  unversioned: -1.86,
  reasonless: -0.75,
  kindless: -2.75,
  elsewhere: -3.9,
  length: 3.25,
  strength: 2.17,
  single: 1.5,
}

/** At least this sure: shown as an answer. What other thresholds would gain and cost stands in docs/how-sure.md. */
export const ANSWER_FROM = 0.36
/** At least this sure: shown as the closest passages, never as an answer. */
export const WEAK_FROM = 0.2

/** How sure, 0–1, that a span answers the question. */
export const confidence = (grounds: Grounds): number => {
  let sum = MODEL.bias
  for (const name of Object.keys(grounds) as (keyof Grounds)[]) sum += MODEL[name] * grounds[name]
  return 1 / (1 + Math.exp(-sum))
}
