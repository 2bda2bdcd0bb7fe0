import MiniSearch from 'minisearch'
import type { IndexedPassage, PositionedTerms } from './indexed-passage.js'
import type { Vocabulary } from './vocabulary.js'

/** A term to look for and how much a passage that holds it gains. */
export interface WeightedTerm {
  readonly term: string
  readonly weight: number
}

/** The candidate step: which passages are worth ranking. Engines are exchanged behind this interface. */
export interface CandidateFinder {
  /** Numbers of at most `limit` passages, likeliest first. */
  find(terms: readonly WeightedTerm[], limit: number): readonly number[]
}

type Field = 'text' | 'context' | 'asks'
interface Document extends Record<Field, string> {
  readonly id: number
}

// Terms arrive ready-made, so MiniSearch must neither split nor change them (its field length counts tokens before
// `processTerm`). A blank cannot stand in a term.
const SEPARATOR = ' '
const BM25 = { k: 1.2, b: 0.75, d: 0 }
const FIELD_BOOST: Record<Field, number> = { text: 1, context: 0.7, asks: 0.8 }

export const createMiniSearchCandidates = (
  passages: readonly IndexedPassage[],
  vocabulary: Vocabulary,
): CandidateFinder => {
  const engine = new MiniSearch<Document>({
    fields: ['text', 'context', 'asks'],
    storeFields: [],
    tokenize: (text) => text.split(SEPARATOR).filter((term) => term !== ''),
    processTerm: (term) => term,
  })
  const join = (terms: readonly PositionedTerms[]): string =>
    terms
      .flatMap((one) => Array.from(one.terms, (id) => vocabulary.term(id)))
      .filter((term) => !term.startsWith("'"))
      .join(SEPARATOR)
  engine.addAll(
    passages.map(({ text, context, asks }, id) => ({
      id,
      text: join([text]),
      context: join([context]),
      asks: join(asks),
    })),
  )
  return {
    find: (terms, limit) => {
      if (terms.length === 0) return []
      const weights = new Map(terms.map(({ term, weight }) => [term, weight]))
      return engine
        .search(terms.map(({ term }) => term).join(SEPARATOR), {
          combineWith: 'OR',
          boost: FIELD_BOOST,
          bm25: BM25,
          boostTerm: (term) => weights.get(term) ?? 1,
        })
        .slice(0, limit)
        .map(({ id }) => id as number)
    },
  }
}
