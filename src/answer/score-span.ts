import type { Passage } from '../knowledge/report.js'
import { matchTerms, type PassageMatch, type QueryMeanings, type TermMatch } from '../search/match.js'
import type { Query } from '../search/query.js'
import type { SearchIndex } from '../search/search-index.js'
import type { Span } from './excerpt-span.js'
import { asksWhoSpoke, kindCue } from './kind-cues.js'
import type { ReadSpan } from './passage-reader.js'
import type { QuestionKind } from './question-kind.js'
import type { TermClass } from './term-classes.js'

/** One rare word that is met says this much; three say nearly all there is to say. */
const SUBSTANCE = 1.1

/** A word of the heading or of a question that the section answers counts this much beside one in the span. */
const AROUND = 0.9

/** How well a span answers, in parts of about 0–1 each. */
export interface SpanSigns {
  /** Share of the question's weight that the span holds, with what its heading, speakers, report and asks say. */
  readonly coveredInContext: number
  /** The best sentence: its share of the question's weight times how well it offers the kind of answer wanted. */
  readonly focus: number
  /** The share that the first sentence holds: an excerpt should begin with what was asked. */
  readonly opening: number
  /** How much the span and its context say in all: 1 − e^(−1.1 × covered weight, in rarest terms). */
  readonly substance: number
  readonly kind: number
  /** How well the span says what something is, when that is asked. */
  readonly defines: number
  /** 1 when the question asks who was on stage and the heading says so. */
  readonly onStage: number
  /** 1 when the question is about another event or author. */
  readonly elsewhere: number
  /** 1 when the span counts what a question asks the number of. */
  readonly counts: number
  /** Share of the question's weight that lies on names which neither span nor context has. */
  readonly nameless: number
}

export interface SpanInput {
  readonly query: Query
  readonly kind: QuestionKind
  readonly second: QuestionKind | undefined
  readonly meanings: QueryMeanings
  readonly index: SearchIndex
  /** How well a sentence says what one of the question's terms is, 0–1; 0 unless that is asked. */
  readonly defines: (text: string) => number
  readonly elsewhere: (passage: Passage) => boolean
  /** Whether a sentence counts what the question asks the number of; never unless it asks for one. */
  readonly counts: (text: string) => boolean
  /** What each term of the question is. */
  readonly classes: readonly TermClass[]
  /** Author of a report, by its id. */
  readonly authors: ReadonlyMap<string, string>
}

export const readSigns = ({ span, sentences: texts }: ReadSpan, match: PassageMatch, input: SpanInput): SpanSigns => {
  const { query, index } = input
  const sentences = texts.map((text) => matchTerms(text, input.meanings, query.terms.length))
  const total = query.terms.reduce((sum, { weight }) => sum + weight, 0)
  const share = (value: (t: number) => number): number =>
    total === 0 ? 0 : query.terms.reduce((sum, { weight }, t) => sum + weight * value(t), 0) / total
  const spanHas = query.terms.map((_, t) => highest(sentences, (one) => inText(one, t)))
  const has = query.terms.map((_, t) => {
    const asked = highest(match.asks, ({ best }) => best[t] ?? 0)
    return Math.max(spanHas[t] ?? 0, AROUND * Math.max(match.context.best[t] ?? 0, asked))
  })
  const inSpan = (t: number): number => spanHas[t] ?? 0
  const anywhere = (t: number): number => has[t] ?? 0
  const kinds = input.second === undefined ? [input.kind] : [input.kind, input.second]
  // The items of a list enumerate together what none of them does alone.
  const isList = span.passages.length > 1
  const cuesByKind = kinds.map((kind) =>
    span.sentences.map((text) => (isList && kind === 'list' ? 1 : cueOf(kind, text, span, input))),
  )
  const cues = span.sentences.map((_, i) => mean(cuesByKind.map((cues) => cues[i] ?? 0)))
  const shares = sentences.map((one) => share((t) => inText(one, t)))
  return {
    coveredInContext: share(anywhere),
    focus: Math.max(
      isList && input.kind === 'list' ? share(inSpan) : 0,
      ...shares.map((value, i) => value * (0.4 + 0.6 * (cues[i] ?? 0))),
    ),
    opening: shares[0] ?? 0,
    substance: 1 - Math.exp((-SUBSTANCE * total * share(anywhere)) / index.idf('')),
    kind: mean(cuesByKind.map((cues) => Math.max(0, ...cues))),
    defines: Math.max(0, ...span.sentences.map((text, i) => input.defines(`${text} ${span.sentences[i + 1] ?? ''}`))),
    onStage: asksWhoSpoke(input.kind, query.text) && (span.passages[0]?.speakers.length ?? 0) > 0 ? 1 : 0,
    elsewhere: span.passages.every(input.elsewhere) ? 1 : 0,
    counts: span.sentences.some(input.counts) ? 1 : 0,
    nameless: share((t) => (isNeeded(input.classes[t]) ? 1 - anywhere(t) : 0)),
  }
}

/** An answer can hardly do without a name, unless it only says whose account is wanted. */
const isNeeded = (one: TermClass | undefined): boolean => one?.proper === true && !one.source

const inText = (text: TermMatch, t: number): number => Math.max(text.best[t] ?? 0, 0.8 * (text.alike[t] ?? 0) ** 2)

const highest = <T>(some: readonly T[], value: (one: T) => number): number => {
  let most = 0
  for (const one of some) most = Math.max(most, value(one))
  return most
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const cueOf = (
  kind: QuestionKind,
  text: string,
  { passages: [passage] }: Span,
  { query, authors }: SpanInput,
): number =>
  kindCue(kind, {
    text,
    speakers: passage?.speakers.map(({ name }) => name) ?? [],
    question: query.text,
    author: authors.get(passage?.reportId ?? '') ?? '',
  })
