import type { Grounds } from './grounds.js'

/**
 * Weights of a logistic model, fitted by `npm run fit:confidence` to answerable and unanswerable questions on notes and
 * on pasted reports alike.
 */
const MODEL: Readonly<Record<'bias' | keyof Grounds, number>> = {
  bias: -1.27,
  said: 1.14,
  full: 1.44,
  substance: 1.26,
  nameMet: 0.63,
  nameGone: -1.82,
  nameMissed: -1.07,
  plainMissed: -0.44,
  askedMissed: -0.36,
  predicateMissed: -0.49,
  askedOfName: -0.44,
  dubious: -1.04,
  vague: -0.62,
  opening: 0.79,
  onStage: 1.05,
  offStage: -1.33,
  aboutAsker: -0.7,
  aboutNow: -0.51,
  asksFavour: -0.82,
  office: -1.7,
  officeOnly: -0.89,
  uncounted: -1.73,
  nobody: -0.78,
  unpriced: -1.27,
  unversioned: -0.59,
  reasonless: -0.1,
  kindless: -1.91,
  elsewhere: -2.5,
  length: 2.1,
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
