import type { Glossary } from '../knowledge/glossary.js'
import type { Thesaurus } from '../knowledge/thesaurus.js'
import { conceptTerm } from './concepts.js'
import { stem } from './stem.js'

/** Stemmed everyday word → the terms it may be exchanged for: other stems, and concepts that it describes. */
export type Synonyms = ReadonlyMap<string, ReadonlySet<string>>

export const buildSynonyms = (thesaurus: Thesaurus, glossary: Glossary): Synonyms => {
  const synonyms = new Map<string, Set<string>>()
  for (const set of thesaurus) {
    // Several words are told as a problem of the file.
    const stems = set.filter((word) => !/\s/.test(word)).map(stem)
    for (const one of stems) {
      const others = synonyms.get(one) ?? new Set()
      for (const other of stems) if (other !== one) others.add(other)
      synonyms.set(one, others)
    }
  }
  for (const { term, about } of glossary)
    for (const word of about) {
      const described = synonyms.get(stem(word)) ?? new Set()
      synonyms.set(stem(word), described.add(conceptTerm(term)))
    }
  return synonyms
}
