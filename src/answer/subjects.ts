import type { Concepts } from '../search/concepts.js'
import { splitWords } from '../search/words.js'

/** What a question can be about, unlike a place, an event or a role that it mentions besides. */
const THINGS: ReadonlySet<string> = new Set(['project', 'company', 'service', 'standard'])
/** What a follow-up can ask of instead: «and operators?» */
const TOPICS: ReadonlySet<string> = new Set([...THINGS, 'concept'])
/** What a question can stand on its own with. */
const NAMED: ReadonlySet<string> = new Set([...THINGS, 'event'])

/** Reads what a text names, by the glossary. */
export interface Subjects {
  /** The words that name a thing, normalised. */
  things(text: string): ReadonlySet<string>
  /** The words that name a thing or a concept of the field, normalised. */
  topics(text: string): ReadonlySet<string>
  /** The words that name a thing or an event, normalised. */
  named(text: string): ReadonlySet<string>
}

export const createSubjects = (concepts: Concepts): Subjects => {
  const wordsOf = (text: string, kinds: ReadonlySet<string>): ReadonlySet<string> => {
    const words = splitWords(text)
    return new Set(
      concepts
        .find(words)
        .filter(({ concept }) => kinds.has(concept.entry.kind))
        .flatMap(({ first, count }) => words.slice(first, first + count).map(({ form }) => form)),
    )
  }
  return {
    things: (text) => wordsOf(text, THINGS),
    topics: (text) => wordsOf(text, TOPICS),
    named: (text) => wordsOf(text, NAMED),
  }
}
