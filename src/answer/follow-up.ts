import { isQuestionFiller } from '../search/stop-words.js'
import { splitWords, type Word } from '../search/words.js'
import { isKindWord } from './kind-words.js'
import { questionKind } from './question-kind.js'
import { isPlace, type Scope } from './scope.js'
import type { Subjects } from './subjects.js'

/** «there» points to a place, but not in «is there a talk on Helm». */
const POINTS_BACK =
  /\b(?:it|its|they|them|their|he|she|his|her|him|this|that one|those|these|(?<!\b(?:is|are|was|were) )there|there(?=\W*$)|one)\b/i
const GOES_ON = /^(?:and|or|but|what about|how about|why|how so|who|when|where)\b/i
const ASKS_ANEW = /^(?:why|who|when|where)\b/i
const ANOTHER = /^(?:and|or|but|what about|how about|what of)\b/i
/** The subject stands before the pronoun that stands for it: «what is Helm, and who made it». */
const SECOND_PART = /(?:,|\b(?:and|or|but))\s/i
const JOINS = /^(?:and|or|but)$/
const BEFORE_A_PLACE = /^(?:in|at|of|from|during)$/
/** Whoever spoke or wrote, and what they spoke of: «they say about Windows». */
const SPOKEN_OF =
  /\b(?:they|he|she) (?:\w+ )?(?:say|said|says|tell|told|think|thought|write|wrote|talk|talked|speak|spoke|mention|mentioned)\b(?: (?:about|on|of|regarding))?(?<what>.*)/i
const ASKS_WHO = /\bwho\b/i
const NOTHING: ReadonlySet<string> = new Set()
const LONGEST_FOLLOW_UP = 4
const SUPERLATIVE =
  /^(?:most|least|best|worst|favou?rite|(?!(?:latest|request|interest|digest|harvest|manifest|honest|modest|forest)$)[a-z]{3,}est)$/

const ASKS = /^(?:who|when|where|why|how|what|which)$/
const TALK = /^(?:talk|session|keynote|presentation)s?$/

/** Stands between what a follow-up takes from the question before it and what it says itself. */
export const FILLED_IN = ' — '

/**
 * Fills a follow-up in from the question before it: «who presented it?» after «what was the Netflix keynote about?».
 * `previous` is empty when nothing was asked before.
 * A question that stands on its own comes back unchanged, so that a new topic is not dragged back to the old one.
 */
export const fillIn = (question: string, previous: string, scope: Scope, subjects: Subjects): string => {
  if (previous === '' || question.includes(FILLED_IN) || !isFollowUp(question, previous, subjects)) return question
  const known = new Set(splitWords(question).map(({ form }) => form))
  // «and Vault?» asks the same of another thing, so the thing before is not carried on.
  const isAnother = ANOTHER.test(question) && !POINTS_BACK.test(question)
  const instead = isAnother && (subjects.things(question).size > 0 || isTopicAlone(question, subjects))
  const replaced = instead ? replacedBy(question, previous, subjects) : NOTHING
  // «and in London?» asks the same of another place; and a place that a follow-up added was meant for the thing before.
  const elsewhere = [...known].some((form) => isPlace(form, scope)) || (instead && previous.includes(FILLED_IN))
  // «and the most interesting one?» asks for another best than the coolest.
  const another = [...known].some(isSuperlative)
  const isDropped = ({ form }: Word): boolean =>
    (known.has(form) && !isQuestionFiller(form)) ||
    replaced.has(form) ||
    (elsewhere && isPlace(form, scope)) ||
    (another && isSuperlative(form)) ||
    JOINS.test(form) ||
    (form !== 'one' && POINTS_BACK.test(form))
  const words = splitWords(previous)
  const kept = words.filter(
    (word, i) => !isDropped(word) && !(BEFORE_A_PLACE.test(word.form) && isDropped(words[i + 1] ?? word)),
  )
  const matter = kept.filter(({ form }) => !isQuestionFiller(form))
  if (matter.length === 0) return question
  // What kind of answer is wanted is said by little words: «who presented Helm — and in Austin?»
  const added = questionKind(question) === 'topic' ? askingFirst(kept, previous) : withoutVerb(matter, question)
  return `${added.map(({ start, end }) => previous.slice(start, end)).join(' ')}${FILLED_IN}${question}`
}

/** The words of a follow-up that was filled in itself, in the order of a question: «who presented | Helm». */
const askingFirst = (kept: readonly Word[], previous: string): readonly Word[] => {
  const at = previous.lastIndexOf(FILLED_IN)
  const own = kept.filter(({ start }) => start > at)
  if (at < 0 || !ASKS.test(own[0]?.form ?? '')) return kept
  return [...own, ...withoutVerb(kept.slice(0, -own.length), previous.slice(at))]
}

/** «when was the Vault session» has no use for the «presented» of «who presented the Vault session». */
const withoutVerb = (words: readonly Word[], question: string): readonly Word[] =>
  questionKind(question) !== 'who' && words.some(({ form }) => TALK.test(form))
    ? words.filter(({ form }) => !isKindWord(form, ['who']))
    : words

const isSuperlative = (form: string): boolean => SUPERLATIVE.test(form)

/** «and operators?», unlike «and how do operators scale?», says nothing but what to ask of instead. */
const isTopicAlone = (question: string, subjects: Subjects): boolean => {
  const topics = subjects.topics(question)
  return topics.size > 0 && contentOf(question).every(({ form }) => topics.has(form))
}

/** A thing stands in for a thing and a concept for a concept, and for whatever else there is where there is none. */
const replacedBy = (question: string, previous: string, subjects: Subjects): ReadonlySet<string> => {
  const things = subjects.things(previous)
  const topics = subjects.topics(previous)
  const concepts = new Set([...topics].filter((form) => !things.has(form)))
  const alike = subjects.things(question).size > 0 ? things : concepts
  return alike.size > 0 ? alike : topics
}

const contentOf = (text: string): Word[] => splitWords(text).filter(({ form }) => !isQuestionFiller(form))

/** «what did they say about Windows» asks the reports, not those whom the question before was about. */
const namesItsMatter = (question: string, previous: string, subjects: Subjects): boolean => {
  const what = SPOKEN_OF.exec(question)?.groups?.['what']
  if (what === undefined || POINTS_BACK.test(what)) return false
  const before = new Set(splitWords(previous).map(({ form }) => form))
  const isNew = ({ form }: Word): boolean => !before.has(form)
  // «what did she say about groups» is meant for her who was asked for just before.
  return ASKS_WHO.test(previous)
    ? [...subjects.topics(what)].some((form) => !before.has(form))
    : contentOf(what).some(isNew)
}

const isFollowUp = (question: string, previous: string, subjects: Subjects): boolean => {
  const content = contentOf(question)
  if (namesItsMatter(question, previous, subjects)) return false
  if (content.length === 0) return true
  return (
    content.length <= LONGEST_FOLLOW_UP &&
    (pointsBack(question, subjects) ||
      (GOES_ON.test(question) &&
        content.length <= 1 &&
        // «when was KubeCon» asks about something of its own.
        !(ASKS_ANEW.test(question) && subjects.named(question).size > 0)) ||
      /^(?:and|what about|how about)\b/i.test(question))
  )
}

/** True when a pronoun stands for something that the question itself does not name before it. */
const pointsBack = (question: string, subjects: Subjects): boolean => {
  const at = question.search(POINTS_BACK)
  if (at < 0) return false
  const cut = question.slice(0, at).search(SECOND_PART)
  return cut < 0 || subjects.things(question.slice(0, cut)).size === 0
}
