import type { Answer } from '../../answer/answer.js'
import type { Verdict } from './feedback.js'

/** A verdict on an answer: what was asked, and the passages that were shown. */
export const verdictOn = ({ question, excerpts }: Answer, said: Omit<Verdict, 'question' | 'passages'>): Verdict => ({
  ...said,
  question,
  passages: excerpts.flatMap(({ key }) => (key === undefined ? [] : [key])),
})
