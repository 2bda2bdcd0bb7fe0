import type { Knowledge, Report } from '../knowledge/report.js'
import type { Query } from '../search/query.js'
import { rank } from '../search/rank.js'
import type { SearchIndex } from '../search/search-index.js'
import type { Answer, Excerpt } from './answer.js'
import { cite } from './cite.js'
import { ANSWER_FROM, WEAK_FROM } from './confidence.js'
import { type Filter, readFilters } from './filters.js'
import { type Found, findSpans } from './find-spans.js'
import { findHighlights } from './highlights.js'
import { groupNearCopies } from './near-copies.js'
import { createPassageReader } from './passage-reader.js'
import { readProperNames } from './proper-names.js'
import { relatedTerms } from './related-terms.js'
import { readScope } from './scope.js'
import { findNeighbours } from './sections.js'
import { spread } from './spread.js'
import { understand } from './understand.js'

const PAGE = 3

export interface AnswerOptions {
  /** Earlier questions of the conversation, oldest first. */
  readonly context?: readonly string[]
  /** Position of the first excerpt among the matches; default 0. */
  readonly from?: number
  /** Number of excerpts; default 3. */
  readonly size?: number
  /** Show excerpts from this score on, whatever the status; for measuring. */
  readonly least?: number
}

/** Questions in, answers out: the whole engine behind one function. */
export type AnswerQuestion = (question: string, options?: AnswerOptions) => Answer

export const createAnswerer = (knowledge: Knowledge, index: SearchIndex): AnswerQuestion => {
  const reports = new Map(knowledge.reports.map((report) => [report.id, report]))
  const read = createPassageReader(index, findNeighbours(knowledge.passages))
  const scope = readScope(knowledge.reports)
  const authors = new Map(knowledge.reports.map(({ id, author }) => [id, author]))
  const names = readProperNames(knowledge.passages)
  return (question, { context = [], from = 0, size = PAGE, least } = {}) => {
    const { question: asked, filters } = readFilters(question)
    const understood = understand(
      asked,
      context.map((one) => readFilters(one).question),
      index,
      scope,
    )
    const { query, kind } = understood
    const ranking = rank(query, index).filter(({ passage: { passage } }) => {
      const report = reports.get(passage.reportId)
      return report !== undefined && filters.every((filter) => filter.allows(passage, report))
    })
    const groups = groupNearCopies(
      findSpans(understood, ranking, { index, read, scope, authors, names }),
      ({ matter }) => matter,
    )
    const copiesOf = new Map(groups.map(({ item, copies }) => [item, copies]))
    const matches = groups.map(({ item }) => item)
    const found = kind === 'compare' ? showSides(matches, reports) : matches
    const confidence = found[0]?.sure ?? 0
    const status = statusOf(confidence)
    const shown = found.filter(({ sure }) => sure >= (least ?? (status === 'not-found' ? Infinity : WEAK_FROM)))
    return {
      status,
      question: withFilters(understood.question, filters),
      excerpts: shown
        .slice(from, from + size)
        .flatMap((one) => toExcerpt(one, copiesOf.get(one) ?? [], query, index, reports)),
      confidence,
      total: shown.length,
      from,
      related: relatedTerms(ranking, query, index),
      repaired: query.repaired,
      ...(filters.length > 0 ? { filters: filters.map(({ text }) => text) } : {}),
    }
  }
}

/** The question as it can be asked again. */
const withFilters = (question: string, filters: readonly Filter[]): string =>
  [question, ...filters.map(({ text }) => text).filter((text) => !question.includes(text))].join(' ')

const statusOf = (sure: number): Answer['status'] =>
  sure >= ANSWER_FROM ? 'answered' : sure >= WEAK_FROM ? 'weak' : 'not-found'

/** One passage of each event first, so that a comparison shows its sides. */
const showSides = (matches: readonly Found[], reports: ReadonlyMap<string, Report>): Found[] => {
  const best = matches[0]?.sure ?? 0
  const close = matches.filter(({ sure }) => sure >= best / 2)
  return spread(close, ({ passage }) => reports.get(passage.reportId)?.event.name ?? '')
}

const toExcerpt = (
  { span, passage, sure }: Found,
  copies: readonly Found[],
  query: Query,
  index: SearchIndex,
  reports: ReadonlyMap<string, Report>,
): Excerpt[] => {
  const report = reports.get(passage.reportId)
  if (!report) return []
  const also = copies
    .filter((copy) => copy.passage.reportId !== report.id)
    .map((copy) => ({ report: copy.passage.reportId, lines: copy.span.lines }))
  return [
    {
      text: span.text,
      highlights: findHighlights(span.text, query, index.concepts),
      citation: { ...cite(passage, report, span.lines), ...(also.length > 0 ? { also } : {}) },
      score: sure,
    },
  ]
}
