import type { Report } from '../knowledge/report.js'
import { isStopWord } from '../search/stop-words.js'
import { splitWords } from '../search/words.js'

/** Shorter parts stand in too many names. */
const SHORTEST = 3

/** The reports that words name: the one with the id, else all whose id or title has each of the words, or parts of them. */
export const findReports = (words: string, reports: readonly Report[]): readonly Report[] => {
  const name = words.trim().toLowerCase()
  const exact = reports.find(({ id }) => id.toLowerCase() === name)
  if (exact) return [exact]
  const parts = partsOf(name)
  if (parts.length === 0 || parts.some((part) => part.length < SHORTEST)) return []
  return reports.filter(({ id, title }) => {
    const text = `${id} ${title}`.toLowerCase()
    return parts.every((part) => text.includes(part))
  })
}

const partsOf = (name: string): string[] =>
  splitWords(name)
    .map(({ form }) => form)
    .filter((form) => !isStopWord(form))
