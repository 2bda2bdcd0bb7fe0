import { editDistance } from '../knowledge/edit-distance.js'

/** Words shorter than this are left alone: too many others are one edit away. */
const SHORTEST = 4
/** From this length on two edits are allowed. */
const TWO_EDITS_FROM = 7
const MOST_SUGGESTIONS = 3
/** Letters that must be right in a word with two errors. */
const SURE_BEGINNING = 4

export interface SpellingSuggestion {
  readonly word: string
  readonly edits: number
}

/**
 * Finds known words near an unknown one through a deletion neighbourhood: both are stored under every form with up to
 * two letters left out, so that a lookup is a few hash probes instead of a scan (W. Garbe's symmetric delete method).
 */
export class Spelling {
  readonly #frequency: ReadonlyMap<string, number>
  readonly #byDeletion = new Map<string, string[]>()

  /** @param frequency known words with the number of their occurrences */
  constructor(frequency: ReadonlyMap<string, number>) {
    this.#frequency = frequency
    for (const word of frequency.keys()) {
      if (word.length < SHORTEST || /\d/.test(word)) continue
      for (const key of deletions(word, word.length >= TWO_EDITS_FROM ? 2 : 1)) {
        const words = this.#byDeletion.get(key)
        if (words) words.push(word)
        else this.#byDeletion.set(key, [word])
      }
    }
  }

  knows(word: string): boolean {
    return this.#frequency.has(word)
  }

  /** Up to three known words, fewest edits first, then same first and last letter, then most frequent. */
  suggest(word: string): SpellingSuggestion[] {
    if (word.length < SHORTEST || /\d/.test(word)) return []
    const most = word.length >= TWO_EDITS_FROM ? 2 : 1
    const found = new Map<string, number>()
    for (const key of deletions(word, most))
      for (const known of this.#byDeletion.get(key) ?? []) {
        // Two letters too many or too few are another word more often than a slip.
        if (found.has(known) || Math.abs(known.length - word.length) > 1) continue
        const edits = editDistance(word, known)
        if (edits <= most && isPlausible(word, known, edits)) found.set(known, edits)
      }
    const likeness = ([known, edits]: readonly [string, number]): number =>
      edits * 10 -
      Number(known[0] === word[0]) * 4 -
      Number(known.at(-1) === word.at(-1)) * 2 -
      Math.min(3, Math.log10(this.#frequency.get(known) ?? 1))
    return [...found]
      .sort((a, b) => likeness(a) - likeness(b) || (a[0] < b[0] ? -1 : 1))
      .slice(0, MOST_SUGGESTIONS)
      .map(([known, edits]) => ({ word: known, edits }))
  }
}

// People hardly ever miss the first letter; a word that begins differently is another word (knative is not native).
// With two errors the beginning is all there is to go by (renamed is not related).
const isPlausible = (typed: string, known: string, edits: number): boolean =>
  edits > 1
    ? beginning(typed) === beginning(known)
    : typed[0] === known[0] || (typed[0] === known[1] && typed[1] === known[0])

/** The first letters, whatever their order: swapping them is the commonest slip. */
const beginning = (word: string): string => [...word.slice(0, SURE_BEGINNING)].sort().join('')

const deletions = (word: string, most: number): Set<string> => {
  const all = new Set([word])
  let last = [word]
  for (let n = 0; n < most; n++) {
    const next: string[] = []
    for (const form of last)
      for (let i = 0; i < form.length; i++) {
        const shorter = form.slice(0, i) + form.slice(i + 1)
        if (!all.has(shorter)) {
          all.add(shorter)
          next.push(shorter)
        }
      }
    last = next
  }
  return all
}
