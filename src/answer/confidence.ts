import type { Grounds } from './grounds.js'

/**
 * Weights of a logistic model, fitted by `npm run fit:confidence` to answerable and unanswerable questions on notes and
 * on pasted reports alike.
 */
const MODEL: Readonly<Record<'bias' | keyof Grounds, number>> = {
  bias: -2.03,
  said: 1.5,
  full: 1.23,
  substance: 1.6,
  nameMet: 0.39,
  nameGone: -1.96,
  nameMissed: -1.29,
  plainMissed: -0.43,
  askedMissed: -0.28,
  predicateMissed: -0.2,
  askedOfName: -0.49,
  dubious: -1.16,
  vague: -0.63,
  opening: 0.45,
  onStage: 0.85,
  offStage: -1.68,
  aboutAsker: -0.64,
  aboutNow: -0.66,
  asksFavour: -0.78,
  office: -1.6,
  officeOnly: -0.88,
  uncounted: -1.87,
  nobody: -0.72,
  unpriced: -1.28,
  unversioned: -0.88,
  reasonless: -0.53,
  kindless: -2.11,
  elsewhere: -2.38,
  length: 1.98,
  strength: 1.45,
  single: 0.98,
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
