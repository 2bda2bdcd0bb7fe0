import type { Grounds } from './grounds.js'

/**
 * Weights of a logistic model, fitted to answerable and unanswerable questions on notes and on pasted reports alike.
 * The bias is set so that 0.5 is where refusing is right often enough: few honest questions are lost below it.
 */
const MODEL: Readonly<Record<string, number>> = {
  bias: -1.77,
  said: 2.16,
  full: 1.87,
  substance: 2.29,
  missed: 0.98,
  asks: 0.15,
  aboutAsker: -0.43,
  unknown: -1.04,
  aboutNow: -1,
  kindless: -1.28,
  elsewhere: -2.38,
}

/** At least this sure: shown as an answer. */
export const ANSWER_FROM = 0.5
/** At least this sure: shown as the closest passages, never as an answer. */
export const WEAK_FROM = 0.3

/** How sure, 0–1, that the span answers the question. */
export const confidence = (grounds: Grounds): number => {
  let sum = MODEL['bias'] ?? 0
  for (const name of Object.keys(grounds) as (keyof Grounds)[]) sum += (MODEL[name] ?? 0) * grounds[name]
  return 1 / (1 + Math.exp(-sum))
}
