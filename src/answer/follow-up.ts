import { isQuestionFiller } from '../search/stop-words.js'
import { splitWords } from '../search/words.js'
import { isPlace, type Scope } from './scope.js'
import type { Subjects } from './subjects.js'

const POINTS_BACK = /\b(?:it|its|they|them|their|he|she|his|her|him|this|that one|those|these|there|one)\b/i
const GOES_ON = /^(?:and|or|but|what about|how about|why|how so|who|when|where)\b/i
const ANOTHER = /^(?:and|or|but|what about|how about|what of)\b/i
const NOTHING: ReadonlySet<string> = new Set()
const LONGEST_FOLLOW_UP = 4
const SUPERLATIVE =
  /^(?:most|least|best|worst|favou?rite|(?!(?:latest|request|interest|digest|harvest|manifest|honest|modest|forest)$)[a-z]{3,}est)$/

/** Stands between what a follow-up takes from the question before it and what it says itself. */
export const FILLED_IN = ' — '

/**
 * Fills a follow-up in from the question before it: «who presented it?» after «what was the Netflix keynote about?».
 * `previous` is empty when nothing was asked before.
 * A question that stands on its own comes back unchanged, so that a new topic is not dragged back to the old one.
 */
export const fillIn = (question: string, previous: string, scope: Scope, subjects: Subjects): string => {
  if (previous === '' || !isFollowUp(question)) return question
  const known = new Set(splitWords(question).map(({ form }) => form))
  // «and in London?» asks the same of another place, so the place before is not carried on.
  const elsewhere = [...known].some((form) => isPlace(form, scope))
  // «and the most interesting one?» asks for another best than the coolest.
  const another = [...known].some(isSuperlative)
  // «and Vault?» asks the same of another thing, so the thing before is not carried on.
  const instead = ANOTHER.test(question) && !POINTS_BACK.test(question) && subjects(question).size > 0
  const replaced = instead ? subjects(previous) : NOTHING
  const topic = splitWords(previous)
    .filter(
      ({ form }) =>
        !isQuestionFiller(form) &&
        !(elsewhere && isPlace(form, scope)) &&
        !(another && isSuperlative(form)) &&
        !replaced.has(form),
    )
    .map(({ start, end }) => previous.slice(start, end))
  const added = topic.filter((word) => splitWords(word).every(({ form }) => !known.has(form)))
  return added.length === 0 ? question : `${added.join(' ')}${FILLED_IN}${question}`
}

const isSuperlative = (form: string): boolean => SUPERLATIVE.test(form)

const isFollowUp = (question: string): boolean => {
  const content = splitWords(question).filter(({ form }) => !isQuestionFiller(form))
  if (content.length === 0) return true
  return (
    content.length <= LONGEST_FOLLOW_UP &&
    (POINTS_BACK.test(question) ||
      (GOES_ON.test(question) && content.length <= 1) ||
      /^(?:and|what about|how about)\b/i.test(question))
  )
}
