import type { Concepts } from '../search/concepts.js'
import type { Query } from '../search/query.js'
import { termsOf } from '../search/terms.js'
import { splitWords } from '../search/words.js'

/** A stand-in weaker than this is not what was asked for, so it is not marked. */
const MARK_FROM = 0.5

/** Ranges of a text that carry words of the query, in order, joined where they touch. */
export const findHighlights = (text: string, query: Query, concepts: Concepts): [start: number, end: number][] => {
  const wanted = new Set<string>()
  for (const { alternatives } of query.terms)
    for (const [term, weight] of alternatives) if (weight >= MARK_FROM) wanted.add(term)
  const words = splitWords(text)
  const ranges = words
    .filter((word) => termsOf(word).some((term) => wanted.has(term)))
    .map(({ start, end }) => [start, end] as const)
  for (const { concept, first, count } of concepts.find(words)) {
    const start = words[first]?.start
    const end = words[first + count - 1]?.end
    if (wanted.has(concept.term) && start !== undefined && end !== undefined) ranges.push([start, end])
  }
  return merge(ranges)
}

const merge = (ranges: readonly (readonly [number, number])[]): [number, number][] => {
  const merged: [number, number][] = []
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}
