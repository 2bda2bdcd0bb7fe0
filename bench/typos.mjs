// Questions as people type them: one slip in the word that matters most.
import { seeded } from './measures.mjs'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
/** Nobody slips in a word of three letters without noticing. */
const SHORTEST = 4

/**
 * Each question with one random edit in its word that is rarest in the documents: a letter left out, added, replaced or
 * swapped with the next. The same seed gives the same slips.
 * @param {readonly {id: string, text: string}[]} queries
 * @param {readonly {title: string, text: string}[]} docs
 * @param {number} seed
 */
export const misspell = (queries, docs, seed) => {
  const random = seeded(seed)
  const frequency = frequencies(docs)
  const rareness = ([word]) => frequency.get(word.toLowerCase()) ?? 0
  return queries.map((query) => {
    const [rarest] = [...query.text.matchAll(WORD)]
      .filter(([word]) => word.length >= SHORTEST)
      .sort((a, b) => rareness(a) - rareness(b))
    if (!rarest) return query
    const [word] = rarest
    const text = query.text.slice(0, rarest.index) + slip(word, random) + query.text.slice(rarest.index + word.length)
    return { ...query, text }
  })
}

const WORD = /[\p{L}\p{N}]+/gu

const frequencies = (docs) => {
  const frequency = new Map()
  for (const { title, text } of docs)
    for (const word of new Set(`${title} ${text}`.toLowerCase().match(WORD)))
      frequency.set(word, (frequency.get(word) ?? 0) + 1)
  return frequency
}

const slip = (word, random) => {
  const at = Math.floor(random() * word.length)
  const letter = LETTERS[Math.floor(random() * LETTERS.length)]
  const before = word.slice(0, at)
  const after = word.slice(at + 1)
  const edits = [
    before + after,
    before + letter + word[at] + after,
    before + letter + after,
    before + after.slice(0, 1) + word[at] + after.slice(1),
  ]
  return edits[Math.floor(random() * edits.length)]
}
