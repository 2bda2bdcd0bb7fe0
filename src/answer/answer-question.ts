import { passageKey } from '../knowledge/passage-key.js'
import type { Knowledge, Report } from '../knowledge/report.js'
import type { Query } from '../search/query.js'
import { rank } from '../search/rank.js'
import type { SearchIndex } from '../search/search-index.js'
import type { Answer, Excerpt } from './answer.js'
import { cite } from './cite.js'
import { ANSWER_FROM, WEAK_FROM } from './confidence.js'
import { createDisagreementFinder } from './differ/find-disagreement.js'
import { createEventFacts, namingSpeakerFirst, speakerFacts, tellingOfEvents } from './facts.js'
import { type Filter, readFilters } from './filters.js'
import { createReadingsFinder, type FoundReading, NO_READINGS } from './find-readings.js'
import { type Found, findSpans, PASSAGES_READ } from './find-spans.js'
import { FILLED_IN } from './follow-up.js'
import { findHighlights } from './highlights.js'
import { nameTheThing } from './name-the-thing.js'
import { groupNearCopies } from './near-copies.js'
import { createPassageReader } from './passage-reader.js'
import { readProperNames } from './proper-names.js'
import { relatedTerms } from './related-terms.js'
import { readScope } from './scope.js'
import { spread } from './spread.js'
import { createTalkFacts, ofTheseTalks } from './talk-facts.js'
import { readTalkSubject } from './talk-subject.js'
import { topicOf } from './topic-of.js'
import { understand } from './understand.js'
import { applyVotes, createVoteReader, type Vote } from './votes.js'
import { withoutOverlaps } from './without-overlaps.js'

const PAGE = 3
const NO_VOTES: readonly Vote[] = []
/** Matches that are held against the shown ones to see whether reports differ. */
const MOST_COMPARED = 10

export interface AnswerOptions {
  /** Earlier questions of the conversation, oldest first. */
  readonly context?: readonly string[]
  /** Position of the first excerpt among the matches; default 0. */
  readonly from?: number
  /** Number of excerpts; default 3. */
  readonly size?: number
  /** Show excerpts from this score on, whatever the status; for measuring. */
  readonly least?: number
  /** Id of the only report to look in. */
  readonly report?: string
  /**
   * What people of the workspace thought of earlier answers, oldest first: moves passages that are about as good as each
   * other. The same array as long as nothing was added, since it is read once.
   */
  readonly votes?: readonly Vote[]
}

/** Questions in, answers out: the whole engine behind one function. */
export type AnswerQuestion = (question: string, options?: AnswerOptions) => Answer

export const createAnswerer = (knowledge: Knowledge, index: SearchIndex): AnswerQuestion => {
  const reports = new Map(knowledge.reports.map((report) => [report.id, report]))
  const read = createPassageReader(index, knowledge.passages)
  const scope = readScope(knowledge.reports)
  const findDisagreement = createDisagreementFinder(knowledge, index.concepts)
  const eventFacts = createEventFacts(knowledge, index.concepts)
  const talkFacts = createTalkFacts(knowledge, scope)
  const findReadings = createReadingsFinder(knowledge, scope)
  const authors = new Map(knowledge.reports.map(({ id, author }) => [id, author]))
  const bonusFor = createVoteReader((question) => understand(readFilters(question).question, [], index, scope))
  const names = readProperNames(knowledge.passages)
  return (question, { context = [], from = 0, size = PAGE, least, report: only, votes = NO_VOTES } = {}) => {
    const { question: asked, filters } = readFilters(question)
    const understood = understand(
      asked,
      context.map((one) => readFilters(one).question),
      index,
      scope,
    )
    const { query, kind } = understood
    const isWithin = (report: Report): boolean =>
      (only === undefined || report.id === only) && filters.every(({ allowsReport }) => allowsReport?.(report) ?? true)
    const within = new Set(knowledge.reports.filter(isWithin).map(({ id }) => id))
    const ranking = rank(query, index, { allows: ({ reportId }) => within.has(reportId) }).filter(
      ({ passage: { passage } }) => {
        const report = reports.get(passage.reportId)
        return report !== undefined && filters.every((filter) => filter.allows(passage, report))
      },
    )
    const bonus = bonusFor(votes, understood)
    const spans = findSpans(understood, ranking, { index, read, scope, authors, names })
    const groups = groupNearCopies(bonus ? applyVotes(spans, bonus) : spans, ({ matter }) => matter)
    const copiesOf = new Map(groups.map(({ item, copies }) => [item.passage, copies]))
    const best = groups.map(({ item }) => item)
    const confidence = best[0]?.sure ?? 0
    const subject = readTalkSubject(understood, index.concepts, scope)
    const allows = (report: Report): boolean => allowsSome(filters, report)
    const ofTalks = talkFacts(understood, subject, allows)
    const events = ofTalks ?? eventFacts(understood, allows)
    const status = events ? 'answered' : statusOf(confidence)
    const matches = ofTalks
      ? ofTheseTalks(best, ofTalks)
      : events
        ? tellingOfEvents(best, understood, reports)
        : namingSpeakerFirst(best, understood)
    // A follow-up or a filter has said what is meant.
    const isOpen =
      status === 'answered' &&
      !events &&
      filters.length === 0 &&
      understood.question === asked &&
      !asked.includes(FILLED_IN)
    const { readings, isAllAnswers } = isOpen ? findReadings(understood, matches) : NO_READINGS
    const found =
      kind === 'compare' ? showSides(matches, reports) : isAllAnswers ? putFirst(readings, matches) : matches
    const shown = withoutOverlaps(
      found.filter(({ sure }) => sure >= (least ?? (status === 'not-found' ? Infinity : WEAK_FROM))),
    )
    const page = shown.slice(from, from + size)
    const differ =
      status === 'answered'
        ? findDisagreement(
            page,
            [...page, ...shown.slice(0, MOST_COMPARED)].flatMap((one) => [one, ...(copiesOf.get(one.passage) ?? [])]),
          )
        : undefined
    const excerptOf = (one: Found): Excerpt[] => {
      const alike = (copiesOf.get(one.passage) ?? []).filter((copy) => !findDisagreement([one], [copy]))
      return toExcerpt(one, alike, query, index, reports)
    }
    const excerpts = page.flatMap(excerptOf)
    const offered =
      from > 0
        ? []
        : readings.flatMap(({ label, filter, found: one }) =>
            excerptOf(one).map((excerpt) => ({ label, ask: `${understood.question} ${filter}`, excerpt })),
          )
    // Who narrows the question to a talk has said which one is meant.
    const isNarrowed = filters.some(({ text }) => text.startsWith('talk:'))
    const named = isNarrowed ? { isOf: () => true } : subject
    const quoted = [...excerpts, ...offered.map(({ excerpt }) => excerpt)]
    const facts = from > 0 ? undefined : (events ?? speakerFacts(understood, quoted, named))
    return {
      status,
      question: withFilters(understood.question, filters),
      topic: topicOf(understood, scope),
      excerpts,
      confidence,
      total: shown.length,
      ...(ranking.length > PASSAGES_READ ? { isCut: true as const } : {}),
      from,
      related: relatedTerms(ranking, query, index),
      repaired: query.repaired,
      ...(facts ? { facts } : {}),
      ...(differ ? { differ } : {}),
      ...(offered.length > 0 ? { readings: offered } : {}),
      ...(filters.length > 0 ? { filters: filters.map(({ text }) => text) } : {}),
    }
  }
}

const allowsSome = (filters: readonly Filter[], report: Report): boolean =>
  report.sections.some(({ passages }) =>
    passages.some((passage) => filters.every(({ allows }) => allows(passage, report))),
  )

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

const putFirst = (readings: readonly FoundReading[], matches: readonly Found[]): Found[] => {
  const first = readings.map(({ found }) => found)
  return [...first, ...matches.filter((one) => !first.includes(one))]
}

const toExcerpt = (
  { span: chosen, passage, sure }: Found,
  copies: readonly Found[],
  query: Query,
  index: SearchIndex,
  reports: ReadonlyMap<string, Report>,
): Excerpt[] => {
  const report = reports.get(passage.reportId)
  if (!report) return []
  const span = nameTheThing(chosen, (text) => findHighlights(text, query, index.concepts).length > 0)
  const also = copies
    .filter((copy) => copy.passage.reportId !== report.id)
    .map((copy) => ({ report: copy.passage.reportId, lines: copy.span.lines }))
  return [
    {
      text: span.text,
      highlights: findHighlights(span.text, query, index.concepts),
      citation: { ...cite(passage, report, span.lines), ...(also.length > 0 ? { also } : {}) },
      score: sure,
      key: passageKey(passage),
    },
  ]
}
