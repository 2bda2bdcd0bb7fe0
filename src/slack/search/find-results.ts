import { randomUUID } from 'node:crypto'
import type { Excerpt } from '../../answer/answer.js'
import type { Desk } from '../desk.js'
import { type SearchResult, searchResults } from './search-results.js'

/** Name of the function, as in the manifest. */
export const SEARCH_FUNCTION = 'search_reports'

/** Pages of an answer that are given as results; Slack takes 50. */
const MOST_PAGES = 3

export interface Search {
  readonly query: string
  /** Id of the app. */
  readonly app: string
  /** ISO date on which the reports were read. */
  readonly readOn: string
}

/** The passages that answer a search, best first; none when no report covers it. */
export const findResults = async (
  { query, app, readOn }: Search,
  { dispatch, around }: Pick<Desk, 'dispatch' | 'around'>,
): Promise<SearchResult[]> => {
  const apart = { person: '', conversation: `search ${randomUUID()}`, apart: true } as const
  const excerpts: Excerpt[] = []
  for (let page = 0; page < MOST_PAGES; page++) {
    const reply = await dispatch({ ...apart, text: page === 0 ? `ask ${query}` : 'more' })
    if (reply.kind !== 'answer' || reply.answer.excerpts.length === 0) break
    excerpts.push(...reply.answer.excerpts)
    if (excerpts.length >= reply.answer.total) break
  }
  return searchResults(excerpts, { reports: around.knowledge().reports, app, readOn })
}
