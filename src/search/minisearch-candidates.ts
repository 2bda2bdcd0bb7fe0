import MiniSearch from 'minisearch'
import { BM25, type CandidateFinder, FIELDS, type Field, fieldTexts } from './candidates.js'
import type { IndexedPassage, PositionedTerms } from './indexed-passage.js'
import { isExactTerm } from './terms.js'
import type { Vocabulary } from './vocabulary.js'

type Document = Record<Field['name'], string> & { readonly id: number }

// Terms arrive ready-made, so MiniSearch must neither split nor change them (its field length counts tokens before
// `processTerm`). A blank cannot stand in a term.
const SEPARATOR = ' '

export const createMiniSearchCandidates = (
  passages: readonly IndexedPassage[],
  vocabulary: Vocabulary,
): CandidateFinder => {
  const engine = new MiniSearch<Document>({
    fields: FIELDS.map(({ name }) => name),
    storeFields: [],
    tokenize: (text) => text.split(SEPARATOR).filter((term) => term !== ''),
    processTerm: (term) => term,
  })
  const join = (texts: readonly PositionedTerms[]): string =>
    texts
      .flatMap(({ terms }) => Array.from(terms, (id) => vocabulary.term(id)))
      .filter((term) => !isExactTerm(term))
      .join(SEPARATOR)
  const document = (passage: IndexedPassage, id: number): Document => ({
    id,
    text: join(fieldTexts(passage, 'text')),
    context: join(fieldTexts(passage, 'context')),
    asks: join(fieldTexts(passage, 'asks')),
  })
  engine.addAll(passages.map(document))
  const boost = Object.fromEntries(FIELDS.map((field) => [field.name, field.boost]))
  return {
    find: (terms, limit, allows) => {
      if (terms.length === 0) return []
      const weights = new Map(terms.map(({ term, weight }) => [term, weight]))
      return engine
        .search(terms.map(({ term }) => term).join(SEPARATOR), {
          combineWith: 'OR',
          boost,
          bm25: BM25,
          boostTerm: (term) => weights.get(term) ?? 1,
          ...(allows && { filter: ({ id }) => allows(id as number) }),
        })
        .slice(0, limit)
        .map(({ id }) => id as number)
    },
  }
}
