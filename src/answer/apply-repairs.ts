import type { Repair } from '../search/query.js'

/** The text with its typing errors read as they were looked for. */
export const applyRepairs = (text: string, repaired: readonly Repair[]): string =>
  repaired.reduce((one, { from, to }) => one.replace(wordPattern(from), () => to), text)

const wordPattern = (word: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu')
