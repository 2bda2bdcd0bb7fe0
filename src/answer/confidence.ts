import type { Grounds } from './grounds.js'

/**
 * Weights of a logistic model, fitted by `npm run fit:confidence` to answerable and unanswerable questions on notes and
 * on pasted reports alike.
 */
const MODEL: Readonly<Record<'bias' | keyof Grounds, number>> = {
  bias: -1.27,
  said: 0.85,
  full: 1.44,
  substance: 1.32,
  nameMet: 0.52,
  nameGone: -1.9,
  nameMissed: -0.65,
  plainMissed: -0.33,
  askedMissed: -0.3,
  predicateMissed: -0.36,
  askedOfName: -0.36,
  dubious: -1.02,
  vague: -0.6,
  opening: 0.76,
  onStage: 0.98,
  offStage: -0.92,
  aboutAsker: -0.81,
  aboutNow: -0.94,
  asksFavour: -0.81,
  office: -1.96,
  officeOnly: -1.15,
  uncounted: -1.79,
  nobody: -0.68,
  unpriced: -1.35,
  unversioned: -0.71,
  reasonless: -0.14,
  kindless: -1.31,
  elsewhere: -2.33,
  length: 2.24,
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
