import type { FeatureName } from '../search/features.js'
import type { PassageMatch, QueryMeanings } from '../search/match.js'
import type { Query } from '../search/query.js'
import type { SearchIndex } from '../search/search-index.js'
import type { ReadSpan } from './passage-reader.js'
import type { QuestionKind } from './question-kind.js'
import type { SpanSigns } from './score-span.js'
import type { TermClass } from './term-classes.js'

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
  /** What each term of the question is. */
  readonly classes: readonly TermClass[]
  /** The terms that say what is asked for. */
  readonly asked: readonly number[]
  /** By term: how well it stands in the passages around. */
  readonly nearby: readonly number[]
  /** Who wrote the report. */
  readonly author: string
}
