import type { Answer } from '../answer/answer.js'
import { applyRepairs } from '../answer/apply-repairs.js'
import { shorten } from './shorten.js'

/** Words as the answer read them, with their typing errors repaired. */
export const repairedBy = (words: string, { repaired }: Pick<Answer, 'repaired'>): string =>
  applyRepairs(words, repaired)

/** What stands after a title when words were read otherwise than they were typed: ` (you typed "vualt")`. */
export const typedNote = (typed: string, read: string): string =>
  typed === read ? '' : ` (you typed "${shorten(typed)}")`
