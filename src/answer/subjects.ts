import type { Concepts } from '../search/concepts.js'
import { splitWords } from '../search/words.js'

/** What a question can be about, unlike a place, an event or a role that it mentions besides. */
const THINGS: ReadonlySet<string> = new Set(['project', 'company', 'service', 'standard'])

/** The words of a text that name a thing of the glossary, normalised. */
export type Subjects = (text: string) => ReadonlySet<string>

export const createSubjects =
  (concepts: Concepts): Subjects =>
  (text) => {
    const words = splitWords(text)
    return new Set(
      concepts
        .find(words)
        .filter(({ concept }) => THINGS.has(concept.entry.kind))
        .flatMap(({ first, count }) => words.slice(first, first + count).map(({ form }) => form)),
    )
  }
