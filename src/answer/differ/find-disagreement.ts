import type { ConferenceEvent, Knowledge, LineRange, Passage, Report } from '../../knowledge/report.js'
import type { Concepts } from '../../search/concepts.js'
import { splitWords } from '../../search/words.js'
import type { Disagreement, Excerpt } from '../answer.js'
import { cite } from '../cite.js'
import type { Span } from '../excerpt-span.js'
import type { Found } from '../find-spans.js'
import { type ClaimReader, excludes } from './claim.js'
import { readCounts } from './count-claims.js'
import { readDates } from './date-claims.js'
import { readJudgements, readOrigins, readReplacements } from './named-claims.js'
import { findNames } from './names.js'
import { isSameThing, type Statement } from './same-thing.js'

const READERS: readonly ClaimReader[] = [readReplacements, readJudgements, readOrigins, readCounts, readDates]

/** A passage with what would be quoted of it. */
type Quoted = Pick<Found, 'span' | 'passage' | 'sure'>

/** Finds the first thing on which one of the shown passages and one of the others cannot both be right; `others` may hold the shown ones too. */
export type DisagreementFinder = (shown: readonly Quoted[], others: readonly Quoted[]) => Disagreement | undefined

interface Placed extends Statement {
  readonly passage: Passage
  readonly lines: LineRange
  readonly report: Report
}

/**
 * Only reports of the same event are held against each other: what is true of one event, or was true that year, need not
 * be true of another.
 */
export const createDisagreementFinder = ({ reports }: Knowledge, concepts: Concepts): DisagreementFinder => {
  const byId = new Map(reports.map((report) => [report.id, report]))
  const shared = eventsOfSeveral(reports)
  const known = new Set(reports.flatMap(provenanceOf))
  const read = new WeakMap<Span, readonly Placed[]>()
  const statementsOf = ({ span, passage }: Quoted): readonly Placed[] => {
    const before = read.get(span)
    if (before) return before
    const report = byId.get(passage.reportId)
    const statements = report && shared.has(eventKey(report.event)) ? readStatements(span, report, concepts) : []
    read.set(span, statements)
    return statements
  }
  return (shown, others) => {
    if (shared.size === 0) return undefined
    for (const quoted of shown)
      for (const one of statementsOf(quoted))
        for (const against of others) {
          const other = statementsOf(against).find(
            (it) => contradicts(one, it) && isSameThing(one, it, withSpeakers(known, one, it)),
          )
          if (other)
            return { about: one.claim.about, excerpts: [toExcerpt(one, quoted.sure), toExcerpt(other, against.sure)] }
        }
    return undefined
  }
}

const contradicts = (a: Placed, b: Placed): boolean =>
  a.report.id !== b.report.id &&
  a.claim.topic === b.claim.topic &&
  eventKey(a.report.event) === eventKey(b.report.event) &&
  excludes(a.claim.value, b.claim.value)

/** Events that more than one report tells of; those without a name are not known to be the same. */
const eventsOfSeveral = (reports: readonly Report[]): ReadonlySet<string> => {
  const keys = reports.filter(({ event }) => event.name !== '').map(({ event }) => eventKey(event))
  return new Set(keys.filter((key, i) => keys.indexOf(key) !== i))
}

const eventKey = ({ name, start }: ConferenceEvent): string => `${name} ${start}`

const provenanceOf = ({ author, event }: Report): string[] => wordsOf(`${author} ${event.name} ${event.city}`)

const withSpeakers = (known: ReadonlySet<string>, ...statements: readonly Placed[]): ReadonlySet<string> =>
  new Set([...known, ...statements.flatMap(({ passage }) => passage.speakers.flatMap(({ name }) => wordsOf(name)))])

const wordsOf = (text: string): string[] => splitWords(text).map(({ form }) => form)

const readStatements = (span: Span, report: Report, concepts: Concepts): Placed[] =>
  span.sentences.flatMap((sentence) => {
    const place = placeOf(sentence, span)
    if (!place) return []
    const names = findNames(sentence, concepts)
    return READERS.flatMap((reader) =>
      reader(sentence, names).map((claim) => ({ claim, sentence, names, report, ...place })),
    )
  })

/** The passage of a span that a sentence stands in, with the sentence's lines. */
const placeOf = (sentence: string, { passages }: Span): Pick<Placed, 'passage' | 'lines'> | undefined => {
  for (const passage of passages) {
    const own = passage.sentences.find(({ start, end }) => passage.text.slice(start, end) === sentence)
    if (own) return { passage, lines: own.lines }
    if (passage.text === sentence) return { passage, lines: passage.lines }
  }
  return undefined
}

const toExcerpt = ({ claim, sentence, passage, lines, report }: Placed, sure: number): Excerpt => {
  const at = sentence.indexOf(claim.says)
  return {
    text: sentence,
    highlights: [[at, at + claim.says.length]],
    citation: cite(passage, report, lines),
    score: sure,
  }
}
