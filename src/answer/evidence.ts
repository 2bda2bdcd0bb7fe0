import type { FeatureName } from '../search/features.js'
import type { PassageMatch, QueryMeanings } from '../search/match.js'
import type { Query } from '../search/query.js'
import type { SearchIndex } from '../search/search-index.js'
import type { ReadSpan } from './passage-reader.js'
import type { QuestionKind } from './question-kind.js'
import type { SpanSigns } from './score-span.js'

/** What the decision to answer is read from. */
export interface Evidence {
  readonly signs: SpanSigns
  readonly features: Readonly<Record<FeatureName, number>>
  readonly kind: QuestionKind
  /** Every word of the question, normalised. */
  readonly forms: ReadonlySet<string>
  readonly query: Query
  readonly one: ReadSpan
  readonly match: PassageMatch
  readonly meanings: QueryMeanings
  readonly index: SearchIndex
  /** Words that are written with a capital letter: people, places, products. */
  readonly names: ReadonlySet<string>
  /** Who wrote the report. */
  readonly author: string
}
