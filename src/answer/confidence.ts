import type { Grounds } from './grounds.js'

/**
 * Weights of a logistic model, fitted by `npm run fit:confidence` to answerable and unanswerable questions on notes and
 * on pasted reports alike.
 */
const MODEL: Readonly<Record<'bias' | keyof Grounds, number>> = {
  bias: -1.76,
  said: 1.33,
  full: 1.09,
  substance: 1.53,
  nameMet: 0.56,
  nameGone: -1.99,
  nameMissed: -1.51,
  plainMissed: -0.67,
  askedMissed: -0.34,
  predicateMissed: -0.3,
  askedOfName: -0.5,
  dubious: -1.09,
  vague: -0.73,
  opening: 0.37,
  onStage: 0.84,
  offStage: -2.07,
  wordsMissed: -0.84,
  aboutAsker: -0.71,
  aboutNow: -0.54,
  asksFavour: -0.75,
  office: -1.53,
  officeOnly: -0.93,
  uncounted: -2.01,
  nobody: -0.75,
  unpriced: -1.28,
  unversioned: -0.88,
  reasonless: -0.49,
  kindless: -2.13,
  elsewhere: -2.4,
  length: 2.08,
  strength: 1.44,
  single: 0.91,
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
