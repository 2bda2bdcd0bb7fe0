import type { Grounds } from './grounds.js'

/**
 * Weights of a logistic model, fitted by `npm run fit:confidence` to answerable and unanswerable questions on notes and
 * on pasted reports alike.
 */
const MODEL: Readonly<Record<'bias' | keyof Grounds, number>> = {
  bias: -1.27,
  said: 0.93,
  full: 1.4,
  substance: 1.29,
  nameMet: 0.54,
  nameGone: -1.92,
  nameMissed: -0.62,
  plainMissed: -0.37,
  askedMissed: -0.52,
  predicateMissed: -0.32,
  askedOfName: -0.26,
  dubious: -1.13,
  vague: -0.62,
  opening: 0.8,
  onStage: 1,
  offStage: -0.91,
  aboutAsker: -0.83,
  aboutNow: -0.49,
  asksFavour: -0.77,
  office: -1.75,
  officeOnly: -1.02,
  uncounted: -1.75,
  nobody: -0.68,
  unpriced: -1.34,
  unversioned: -0.67,
  reasonless: -0.14,
  kindless: -1.36,
  elsewhere: -2.34,
  length: 2.14,
}

/** A passage with less of the question than this met a word or two by chance, however long the question was. */
const LEAST = 0.2

/** At least this sure: shown as an answer. What other thresholds would gain and cost stands in docs/how-sure.md. */
export const ANSWER_FROM = 0.33
/** At least this sure: shown as the closest passages, never as an answer. */
export const WEAK_FROM = 0.2

/** How sure, 0–1, that the span answers the question, of which it and its context say the share `covered`. */
export const confidence = (grounds: Grounds, covered: number): number => {
  if (covered < LEAST) return 0
  let sum = MODEL.bias
  for (const name of Object.keys(grounds) as (keyof Grounds)[]) sum += MODEL[name] * grounds[name]
  return 1 / (1 + Math.exp(-sum))
}
