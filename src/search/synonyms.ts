import type { Thesaurus } from '../knowledge/thesaurus.js'
import { stem } from './stem.js'

/** Stemmed everyday word → the stems it may be exchanged for. */
export type Synonyms = ReadonlyMap<string, ReadonlySet<string>>

export const buildSynonyms = (thesaurus: Thesaurus): Synonyms => {
  const synonyms = new Map<string, Set<string>>()
  for (const set of thesaurus) {
    const stems = set.filter((word) => !word.includes(' ')).map(stem)
    for (const one of stems) {
      const others = synonyms.get(one) ?? new Set()
      for (const other of stems) if (other !== one) others.add(other)
      synonyms.set(one, others)
    }
  }
  return synonyms
}
