import { isEveryday } from '../search/everyday-words.js'
import type { FeatureName } from '../search/features.js'
import { matchTerms, type PassageMatch, type QueryMeanings } from '../search/match.js'
import type { Query, QueryTerm } from '../search/query.js'
import type { SearchIndex } from '../search/search-index.js'
import { stem } from '../search/stem.js'
import { splitWords } from '../search/words.js'
import { askedFor } from './asked-for.js'
import type { ReadSpan } from './passage-reader.js'
import type { QuestionKind } from './question-kind.js'
import type { SpanSigns } from './score-span.js'
import { aboutAsker, aboutNow, aboutOffice } from './talk-of-the-day.js'
import { classify } from './term-classes.js'

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

/** So many things that are named and found say enough; a question of two words may be about anything. */
const MANY_TERMS = 6
/** From this share on, a span and its context say everything that was asked about. */
const FULL = 0.93
/** Kinds whose answer has a form of its own: a person, a number, a date. */
const WITH_A_FORM: ReadonlySet<QuestionKind> = new Set(['who', 'number', 'when'])
const EXACTING: ReadonlySet<QuestionKind> = new Set(['who', 'number', 'when', 'where'])

const ON_STAGE = /\b(?:keynotes?|talks?|sessions?|panel|present\w*|spoke|speak|said|say|demo\w*)\b/iu
const NUMBER =
  /\d|^(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|half|many|several|few)$/u
const VERSION = /\bv?\d+\.\d+/u
const MONEY = /[$€£]|\b(?:dollars?|euros?|cheap\w*|free|costs? nothing|paid|pays?)\b/iu
const PERSON = /(?<![\p{L}\p{N}])\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}[\p{L}'’-]+)+/gu

const FAVOUR =
  /\b(?:can|could|would|will) (?:some(?:one|body)|any(?:one|body)|you)\b(?! (?:please )?(?:tell|explain|say|remember|remind|summari[sz]e|point|show))|^(?:please|pls)\b|\b(?:please|pls)$/iu
const QUESTION =
  /\?|\b(?:what|whats|which|who|whos|whose|when|where|why|how|any|anyone|anything|did|does|do|is|are|was|were|can|tell|explain)\b/iu

/** What speaks for and against a span as the answer, each about 0–1. */
export const readGrounds = ({
  signs,
  features,
  kind,
  forms,
  query,
  one,
  match,
  meanings,
  index,
  names,
  author,
}: Evidence) => {
  const { terms } = query
  const classes = classify(query, names)
  const sentences = one.sentences.map((text) => matchTerms(text, meanings, terms.length))
  const rarest = index.idf('')
  const weight = (t: number): number => (terms[t]?.weight ?? 0) / rarest
  const inText = (t: number): number => Math.max(match.text.best[t] ?? 0, 0.8 * (match.text.alike[t] ?? 0) ** 2)
  const inSpan = (t: number): number =>
    Math.max(0, ...sentences.map(({ best, alike }) => Math.max(best[t] ?? 0, 0.8 * (alike[t] ?? 0) ** 2)))
  const inContext = (t: number): number => match.context.best[t] ?? 0
  const inAsks = (t: number): number => Math.max(0, ...match.asks.map((ask) => ask.best[t] ?? 0))
  const said = (t: number): number => Math.max(inSpan(t), inContext(t))
  const met = (t: number): number => (classes[t]?.dubious ? 0 : Math.max(said(t), 0.9 * inText(t), inAsks(t)))
  const all = terms.map((_, t) => t)
  const anyName = classes.some(({ name }) => name)
  const named = all.filter((t) => classes[t]?.name && !classes[t]?.source && weight(t) > 0.2)
  const proper = named.filter((t) => classes[t]?.proper || classes[t]?.strange)
  const technical = named.filter((t) => !proper.includes(t))
  const plain = all.filter((t) => !classes[t]?.name && !classes[t]?.source)
  const asked = askedFor(query.text, terms)
  const total = all.reduce((sum, t) => sum + weight(t), 0) || 1
  const most = (some: readonly number[], value: (t: number) => number): number => Math.max(0, ...some.map(value))
  const missedOf = (some: readonly number[], value = met): number => most(some, (t) => weight(t) * (1 - value(t)))
  const sum = (some: readonly number[], value: (t: number) => number): number =>
    some.reduce((all, t) => all + weight(t) * value(t), 0)
  const compares = kind === 'compare'
  const nameMet = most(named, (t) => weight(t) * met(t))
  const plainTotal = sum(plain, () => 1)
  const plainShare = plainTotal === 0 ? 1 : sum(plain, met) / plainTotal
  const plainSaid = plainTotal === 0 ? 1 : sum(plain, said) / plainTotal
  const oneAsk = Math.max(
    sum(all, said),
    ...match.asks.map((ask) => sum(all, (t) => Math.max(said(t), ask.best[t] ?? 0))),
  )
  const people = named.filter((t) => !terms[t]?.named && inSpan(t) >= 0.8)
  const counted = one.span.sentences.some((text) =>
    countsAny(
      text,
      asked.flatMap((t) => terms[t] ?? []),
    ),
  )
  const wants = (pattern: RegExp, form: RegExp): number =>
    pattern.test(query.text) && !form.test(one.span.text) ? 1 : 0
  const person =
    one.span.passages.some(({ speakers }) => speakers.some(({ name }) => one.span.text.includes(name))) ||
    [...one.span.text.matchAll(PERSON)].some(([found]) => found !== author && isPerson(found, query.text, index))
  const exacting = EXACTING.has(kind) && signs.onStage === 0 ? 1 : 0
  const statement = kind === 'topic' && !QUESTION.test(query.text) && terms.length > 4 ? 1 : 0
  return {
    said: Math.min(1, terms.length / MANY_TERMS) * signs.coveredInContext,
    full: signs.coveredInContext >= FULL && (anyName || terms.length > 2) ? 1 : 0,
    covered: signs.coveredInContext,
    inSpan: signs.covered,
    oneAsk: oneAsk / total,
    substance: signs.substance,
    missed: signs.missed,
    nameMet,
    properGone: proper.some((t) => (!compares || classes[t]?.strange) && weight(t) > 0.35 && met(t) < 0.4) ? 1 : 0,
    properMissed: missedOf(compares ? proper.filter((t) => classes[t]?.strange) : proper),
    technicalGone: !compares && technical.some((t) => weight(t) > 0.35 && met(t) < 0.4) ? 1 : 0,
    properUnsaid: compares ? 0 : missedOf(proper, (t) => (classes[t]?.dubious ? 0 : said(t))),
    plainUnknown: Math.min(1, plain.filter((t) => terms[t]?.unknown).length / 3),
    reasonless: kind === 'why' && signs.kind < 0.7 ? 1 : 0,
    noName: anyName ? 0 : 1,
    noNameShort: !anyName && terms.length <= 2 ? 1 : 0,
    strange: Math.min(1, classes.filter(({ strange }) => strange).length / 2),
    dubious: classes.some(({ dubious }) => dubious) ? 1 : 0,
    plainMissed: missedOf(plain),
    plainShort: 1 - plainShare,
    plainUnsaid: 1 - plainSaid,
    predicate: nameMet * (1 - plainShare),
    predicateSaid: nameMet * (1 - plainSaid),
    exactingMissed: exacting * (1 - plainShare),
    exactingUnsaid: exacting * (1 - plainSaid),
    askedMissed: missedOf(asked),
    askedUnsaid: missedOf(asked, said),
    askedName: nameMet * missedOf(asked, said),
    asks: features.asksLikeness,
    asksCoverage: features.asksCoverage,
    section: features.section,
    near: features.nearness,
    pairs: features.orderedPairs,
    exact: features.exactForms,
    opening: signs.opening,
    undefined: kind === 'definition' && signs.defines === 0 ? 1 : 0,
    onStage: signs.onStage,
    offStage: ON_STAGE.test(query.text) && people.length > 0 && people.every((t) => inContext(t) < 0.8) ? 1 : 0,
    aboutAsker: aboutAsker(forms),
    possessive: /\b(?:my|our|mine|ours)\b/iu.test(query.text) ? 1 : 0,
    favour: FAVOUR.test(query.text) ? 1 : 0,
    statement,
    aboutNow: aboutNow(forms),
    office: aboutOffice(forms),
    officeNoName: aboutOffice(forms) * (named.length === 0 || nameMet < 0.2 ? 1 : 0),
    unknown: signs.unknown,
    uncounted: /\bhow many\b/iu.test(query.text) && asked.length > 0 && !counted ? 1 : 0,
    nobody: kind === 'who' && signs.onStage === 0 && /\bwho\b/iu.test(query.text) && !person ? 1 : 0,
    unpriced: wants(/\b(?:cost|costs|price\w*|pricing|expensive)\b|\bhow much (?:is|are|was|were)\b/iu, MONEY),
    unversioned: wants(/\b(?:which|what)\b.*\bversion\b/iu, VERSION),
    kindless: WITH_A_FORM.has(kind) && signs.kind === 0 ? 1 : 0,
    elsewhere: signs.elsewhere,
    long: statement ? 0 : Math.min(1, terms.length / 10),
  }
}

/** A number that counts one of the things: it stands at most three words before it, or one after. */
const countsAny = (text: string, things: readonly QueryTerm[]): boolean => {
  const words = splitWords(text)
  return words.some(
    ({ form }, i) =>
      NUMBER.test(form) &&
      words
        .slice(Math.max(0, i - 1), i + 4)
        .some(
          (near, k) =>
            k !== 1 &&
            things.some(({ alternatives }) =>
              [near.form, ...near.parts].some((one) => (alternatives.get(stem(one)) ?? 0) > 0.4),
            ),
        ),
  )
}

/** Two words with capital letters that are neither everyday words nor what the glossary names. */
const isPerson = (found: string, question: string, index: SearchIndex): boolean => {
  const words = splitWords(found)
  return (
    words.length < 4 &&
    !question.toLowerCase().includes(found.toLowerCase()) &&
    index.concepts.find(words).every(({ concept }) => concept.entry.kind === 'company') &&
    !words.some(({ form }) => isEveryday(form))
  )
}

export type Grounds = Readonly<ReturnType<typeof readGrounds>>
