import { splitWords } from '../search/words.js'
import { countsAny, lacksForm, namesSomebody } from './answer-form.js'
import { askedVersion, hasVersion } from './asked-version.js'
import type { Evidence } from './evidence.js'
import type { QuestionKind } from './question-kind.js'
import { aboutAsker, aboutNow, aboutOffice, asksFavour } from './talk-of-the-day.js'
import { readTermCoverage } from './term-coverage.js'

/** What speaks for and against a span as the answer, each about 0–1. `npm run fit:confidence` finds their weights. */
export interface Grounds {
  /** Share of the question that is said, the more the longer the question. */
  readonly said: number
  /** 1 when everything that was asked about is there, it is more than a word or two, and it is no favour. */
  readonly full: number
  readonly substance: number
  readonly nameMet: number
  readonly nameGone: number
  readonly nameMissed: number
  readonly plainMissed: number
  readonly askedMissed: number
  /** The name is there, what is asked about it is not: «what is the licence of …». */
  readonly predicateMissed: number
  readonly askedOfName: number
  readonly dubious: number
  /** A word or two without a name among them may be about anything. */
  readonly vague: number
  /** Such a word or two with nothing around: a topic to look up, as in a search box («security»). */
  readonly bareTopic: number
  readonly opening: number
  readonly onStage: number
  /** What somebody said on stage is asked for, and they are only mentioned; who said it may be told in passing. */
  readonly offStage: number
  readonly aboutAsker: number
  readonly aboutNow: number
  readonly asksFavour: number
  readonly office: number
  /** Office talk that names nothing the passage has. */
  readonly officeOnly: number
  /** «How many …» without a number of them. */
  readonly uncounted: number
  readonly nobody: number
  readonly unpriced: number
  readonly unversioned: number
  /** A version of the thing is named («Helm 3») that the passage does not have. */
  readonly otherVersion: number
  /** Somebody is asked for, and a part of the name is nowhere near: «what did Bill Gates say». */
  readonly stranger: number
  readonly reasonless: number
  readonly kindless: number
  readonly elsewhere: number
  readonly length: number
  /** How much of all that a passage could have of the question this one has, by BM25. */
  readonly strength: number
  /** The whole question is one name, as typed into a search box. */
  readonly single: number
}

/** So many things that are named and found say enough; a question of two words may be about anything. */
const MANY_TERMS = 6
const FEW_TERMS = 2
/** Questions do not get surer beyond this many things. */
const MOST_TERMS = 10
/** From this share on, a span and its context say everything that was asked about. */
const FULL = 0.93
/** A cue at least this strong gives a reason. */
const REASON = 0.7
/** Kinds whose answer has a form of its own: a person, a number, a date. */
const WITH_A_FORM: ReadonlySet<QuestionKind> = new Set(['who', 'number', 'when'])
const ON_STAGE = /\b(?:keynotes?|talks?|sessions?|panel|present\w*|spoke|speak|said|say|demo\w*)\b/iu
export const readGrounds = (evidence: Evidence): Grounds => {
  const { signs, features, kind, forms, query, one, index, author } = evidence
  const { text, terms } = query
  const { span } = one
  const coverage = readTermCoverage(evidence)
  const { nameless, nameMet, nameGone, nameMissed, plainMissed, askedMissed, dubious, inPassing, stranger } = coverage
  const asked = evidence.asked.flatMap((t) => terms[t] ?? [])
  const office = aboutOffice(forms)
  const favour = asksFavour(text)
  const version = askedVersion(text, terms, evidence.classes)
  const heading = span.passages.flatMap((passage) => passage.heading).join(' ')
  return {
    said: Math.min(1, terms.length / MANY_TERMS) * signs.coveredInContext,
    full: flag(!favour && signs.coveredInContext >= FULL && (!nameless || terms.length > FEW_TERMS)),
    substance: signs.substance,
    nameMet,
    nameGone,
    nameMissed,
    plainMissed,
    askedMissed,
    predicateMissed: nameMet * plainMissed,
    askedOfName: nameMet * askedMissed,
    dubious,
    vague: flag(nameless === 1 && terms.length <= FEW_TERMS),
    bareTopic: flag(nameless === 1 && terms.length <= FEW_TERMS && splitWords(text).length === terms.length),
    opening: signs.opening,
    onStage: signs.onStage,
    offStage: kind !== 'who' && ON_STAGE.test(text) ? inPassing : 0,
    aboutAsker: aboutAsker(text),
    aboutNow: aboutNow(forms, text),
    asksFavour: favour,
    office,
    officeOnly: nameMet < 0.2 ? office : 0,
    uncounted: flag(/\bhow many\b/iu.test(text) && asked.length > 0 && !countsAny(span.sentences, asked)),
    nobody: flag(
      /\bwho\b/iu.test(text) && kind === 'who' && signs.onStage === 0 && !namesSomebody(span, text, author, index),
    ),
    unpriced: lacksForm('price', text, span.text),
    unversioned: lacksForm('version', text, span.text),
    otherVersion: flag(version !== undefined && !hasVersion(`${heading} ${span.text}`, version)),
    stranger,
    reasonless: flag(kind === 'why' && signs.kind < REASON),
    kindless: flag(WITH_A_FORM.has(kind) && signs.kind === 0 && !/\bcompan/iu.test(text)),
    elsewhere: signs.elsewhere,
    length: Math.min(1, terms.length / MOST_TERMS),
    strength: features.termFrequency,
    single: flag(nameless === 0 && terms.length === 1),
  }
}

const flag = (value: boolean): number => (value ? 1 : 0)
