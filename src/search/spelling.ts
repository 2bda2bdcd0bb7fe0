import { editDistance } from '../knowledge/edit-distance.js'

/** Words shorter than this are left alone: too many others are one edit away. */
const SHORTEST = 4
/** From this length on two edits are allowed. */
const TWO_EDITS_FROM = 7
const MOST_SUGGESTIONS = 3
/** From this length on the first letter may be the wrong one. */
const FIRST_LETTER_FROM = 6
/** Letters that must be right in a word with two errors. */
const SURE_BEGINNING = 4

export interface SpellingSuggestion {
  readonly word: string
  readonly edits: number
}

/** Known words of one length with the letters of each, told apart by the bits of a number. */
interface Words {
  readonly words: string[]
  readonly letters: number[]
}

/**
 * Finds known words near an unknown one. Few words have nearly the same letters, so those of about the same length are
 * looked through by their letters alone, at a nanosecond each, and only what is left is compared letter by letter. That
 * takes no memory to speak of, unlike an index of all their misspellings.
 */
export class Spelling {
  readonly #frequency: ReadonlyMap<string, number>
  readonly #byLength = new Map<number, Words>()
  readonly #byBeginning = new Map<string, string[]>()

  /** @param frequency known words with the number of their occurrences */
  constructor(frequency: ReadonlyMap<string, number>) {
    this.#frequency = frequency
    for (const word of frequency.keys()) {
      if (!isRepairable(word)) continue
      const group = this.#byLength.get(word.length) ?? { words: [], letters: [] }
      group.words.push(word)
      group.letters.push(lettersOf(word))
      this.#byLength.set(word.length, group)
      // A slip may be a letter too many.
      if (word.length < TWO_EDITS_FROM - 1) continue
      const alike = this.#byBeginning.get(beginning(word))
      if (alike) alike.push(word)
      else this.#byBeginning.set(beginning(word), [word])
    }
  }

  knows(word: string): boolean {
    return this.#frequency.has(word)
  }

  /** Up to three known words, fewest edits first, then same first and last letter, then most frequent. */
  suggest(word: string): SpellingSuggestion[] {
    if (!isRepairable(word)) return []
    const found = new Map<string, number>()
    for (const known of this.#near(word)) {
      const edits = editDistance(word, known)
      if (edits <= 2 && digitsOf(word) === digitsOf(known) && isPlausible(word, known, edits)) found.set(known, edits)
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

  /** Words that may be one edit away, or two; two letters too many or too few are another word more often than a slip. */
  *#near(word: string): Iterable<string> {
    const letters = lettersOf(word)
    for (let length = word.length - 1; length <= word.length + 1; length++) {
      const group = this.#byLength.get(length)
      for (let i = 0; i < (group?.words.length ?? 0); i++)
        if (differInTwo(letters, group?.letters[i] as number)) yield group?.words[i] as string
    }
    if (word.length < TWO_EDITS_FROM) return
    for (const known of this.#byBeginning.get(beginning(word)) ?? [])
      if (Math.abs(known.length - word.length) <= 1) yield known
  }
}

/** Versions and years are right as they are typed; a name with a number in it is known by its letters. */
const isRepairable = (word: string): boolean => word.length - digitsOf(word).length >= SHORTEST

const digitsOf = (word: string): string => word.replace(/\D+/g, '')

/** The letters that a word has, a bit each; letters of other scripts share bits. */
const lettersOf = (word: string): number => {
  let letters = 0
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31)
  return letters
}

/** One edit adds a letter, takes one away, or both. */
const differInTwo = (a: number, b: number): boolean => {
  let bits = a ^ b
  bits &= bits - 1
  bits &= bits - 1
  return bits === 0
}

// People hardly ever miss the first letter; a word that begins differently is another word (knative is not native).
// With two errors the beginning is all there is to go by (renamed is not related).
const isPlausible = (typed: string, known: string, edits: number): boolean =>
  edits > 1
    ? typed.length >= TWO_EDITS_FROM && beginning(typed) === beginning(known)
    : typed[0] === known[0] || (typed[0] === known[1] && typed[1] === known[0]) || missesFirst(typed, known)

/** A long word with its first letter left out or hit wrong; one with a letter more is another word (knative). */
const missesFirst = (typed: string, known: string): boolean =>
  typed.length >= FIRST_LETTER_FROM && typed.length <= known.length

/** The first letters, whatever their order: swapping them is the commonest slip. */
const beginning = (word: string): string => [...word.slice(0, SURE_BEGINNING)].sort().join('')
