import { buildQuery, type Query } from '../search/query.js'
import type { SearchIndex } from '../search/search-index.js'
import { splitWords } from '../search/words.js'
import { fillIn } from './follow-up.js'
import { withIdioms } from './idioms.js'
import { isKindWord } from './kind-words.js'
import { mergePlaces } from './merge-places.js'
import { type QuestionKind, questionKind, secondKind } from './question-kind.js'
import type { Scope } from './scope.js'
import { createSubjects } from './subjects.js'

/** A question as the bot understands it. */
export interface Understood {
  /** The question, filled in where it was a follow-up. */
  readonly question: string
  readonly kind: QuestionKind
  /** What a double question asks for besides. */
  readonly second?: QuestionKind
  readonly query: Query
  /** Every word of the question, normalised. */
  readonly forms: ReadonlySet<string>
}

/** Reads a question in the light of the earlier ones, oldest first. */
export const understand = (
  question: string,
  earlier: readonly string[],
  index: SearchIndex,
  scope: Scope,
): Understood => {
  const subjects = createSubjects(index.concepts)
  // Earlier questions may be follow-ups themselves: «and Austin?» takes its topic from the one before.
  let filled = ''
  let kind: QuestionKind = 'topic'
  for (const one of [...earlier, question]) {
    const whole = fillIn(one, filled, scope, subjects)
    const own = questionKind(one)
    // «and in London?» asks for what the question before it asked for.
    kind = whole !== one && own === 'topic' ? kind : own
    filled = whole
  }
  const second = secondKind(question, kind)
  return {
    question: filled,
    kind,
    ...(second === undefined ? {} : { second }),
    query: mergePlaces(readQuery(filled, second === undefined ? [kind] : [kind, second], index), scope),
    forms: new Set(splitWords(filled).map(({ form }) => form)),
  }
}

/** The question without the words that only say its kind, unless nothing else is left. */
const readQuery = (question: string, kinds: readonly QuestionKind[], index: SearchIndex): Query => {
  const query = buildQuery(withIdioms(question), index, ({ form }) => isKindWord(form, kinds))
  return query.terms.length > 0 ? query : buildQuery(question, index)
}
