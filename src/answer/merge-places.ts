import type { Query, QueryTerm } from '../search/query.js'
import { isPlace, type Scope } from './scope.js'

/**
 * Makes one term of all places and years in a question that names several: «London vs Berlin» is met by a passage on
 * either.
 */
export const mergePlaces = (query: Query, scope: Scope): Query => {
  const named = query.terms.filter(({ form }) => isPlace(form, scope))
  const [first] = named
  if (!first || named.length < 2) return query
  const merged: QueryTerm = {
    ...first,
    alternatives: new Map(named.flatMap(({ alternatives }) => [...alternatives])),
    exact: named.flatMap(({ exact }) => exact),
    weight: Math.min(...named.map(({ weight }) => weight)),
    unknown: named.every(({ unknown }) => unknown),
  }
  return {
    ...query,
    terms: query.terms.flatMap((term) => (term === first ? [merged] : named.includes(term) ? [] : [term])),
  }
}
