import type { Passage } from '../knowledge/report.js'
import { readMeanings } from '../search/match.js'
import type { Hit, Ranking } from '../search/rank.js'
import type { SearchIndex } from '../search/search-index.js'
import { askedFor } from './asked-for.js'
import { confidence } from './confidence.js'
import { countsAny } from './counted-thing.js'
import type { Evidence } from './evidence.js'
import type { Span } from './excerpt-span.js'
import { type Grounds, readGrounds } from './grounds.js'
import { definesAny } from './kind-cues.js'
import { readNearby } from './nearby.js'
import type { PassageReader } from './passage-reader.js'
import type { QuestionKind } from './question-kind.js'
import { isElsewhere, type Scope } from './scope.js'
import { readSigns, type SpanInput, type SpanSigns } from './score-span.js'
import { classify, type TermClass } from './term-classes.js'
import type { Understood } from './understand.js'

/** Passages of the ranking that are read sentence by sentence. */
export const PASSAGES_READ = 20

/** A question with more terms than these asks for a fact, even if it begins with «what is». */
const LONGEST_DEFINITION = 3

/** Two names beside each other ask what each of them is, in short. */
const DEFINED: ReadonlySet<QuestionKind> = new Set(['definition', 'compare'])

/**
 * How much each sign moves a span up or down beside the score of its passage. Set by hand; what is lost without each
 * stands in docs/ablations.md.
 * @public for the ablations of the bench, which run from dist/
 */
export const ORDER = {
  coveredInContext: 0.95,
  focus: 0.55,
  opening: 0.55,
  kind: 0.4,
  defines: 0.6,
  onStage: 0.5,
  elsewhere: -0.65,
  counts: 0.4,
  nameless: -0.5,
} satisfies Partial<Record<keyof SpanSigns, number>>

/** A span that may answer, with how sure and why. */
export interface Found {
  /** What is shown. */
  readonly span: Span
  /** The part of it that was judged, without its surroundings. */
  readonly core: Span
  /** The words of the core that carry matter, normalised. */
  readonly matter: ReadonlySet<string>
  /** The passage the span is built around. */
  readonly passage: Passage
  /** 0–1: how sure that it answers. */
  readonly sure: number
  /** Where it stands among the others: higher is better, not comparable between questions. */
  readonly order: number
  readonly evidence: Evidence
  /** What `sure` is made of. */
  readonly grounds: Grounds
}

/** What stays the same from question to question. */
export interface Reading {
  readonly index: SearchIndex
  readonly read: PassageReader
  readonly scope: Scope
  /** Author of a report, by its id. */
  readonly authors: ReadonlyMap<string, string>
  /** Words that the reports write with a capital letter. */
  readonly names: ReadonlySet<string>
}

/** The best span of each of the best passages, best first. */
export const findSpans = (
  { query, kind, second, forms }: Understood,
  ranking: Ranking,
  { index, read, scope, authors, names }: Reading,
): Found[] => {
  const elsewhere = (passage: Passage): boolean => isElsewhere(passage.reportId, read(passage).forms, forms, scope)
  const classes = classify(query, names)
  const asked = askedFor(query.text, query.terms)
  const input: SpanInput = {
    query,
    kind,
    second,
    meanings: readMeanings(query, index),
    defines:
      DEFINED.has(kind) && query.terms.length <= LONGEST_DEFINITION
        ? definesAny(query.terms.filter(({ unknown }) => !unknown))
        : () => 0,
    index,
    elsewhere,
    counts:
      kind === 'number' || second === 'number'
        ? countsAny(
            query.terms.filter((_, t) => (asked.length > 0 ? asked.includes(t) : !classes[t]?.proper)),
            query.text,
          )
        : () => false,
    classes,
    authors,
  }
  return ranking
    .slice(0, PASSAGES_READ)
    .flatMap((hit) => bestSpan(hit, input, forms, read, classes, asked, readNearby(hit, ranking)))
    .sort((a, b) => b.order - a.order)
}

const bestSpan = (
  hit: Hit,
  input: SpanInput,
  forms: Understood['forms'],
  read: PassageReader,
  classes: readonly TermClass[],
  asked: readonly number[],
  nearby: readonly number[],
): Found[] => {
  const { passage } = hit.passage
  return read(passage)
    .spans.map((one) => {
      const signs = readSigns(one, hit.match, input)
      return { one, signs, order: orderOf(hit.score, signs) }
    })
    .sort((a, b) => b.order - a.order)
    .slice(0, 1)
    .map(({ one, signs, order }) => {
      const { shown: span, span: core, matter } = one
      const { query, kind, meanings, index } = input
      const { features, match } = hit
      const author = input.authors.get(passage.reportId) ?? ''
      const evidence: Evidence = {
        signs,
        features,
        kind,
        forms,
        query,
        one,
        match,
        meanings,
        index,
        classes,
        asked,
        author,
        nearby,
      }
      const grounds = readGrounds(evidence)
      return {
        span,
        core,
        matter,
        passage,
        sure: confidence(grounds),
        order,
        evidence,
        grounds,
      }
    })
}

const orderOf = (passage: number, signs: SpanSigns): number =>
  Object.entries(ORDER).reduce((sum, [sign, weight]) => sum + weight * signs[sign as keyof typeof ORDER], passage)
