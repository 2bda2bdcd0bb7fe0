import { buildQuery, type Query } from '../search/query.js'
import type { SearchIndex } from '../search/search-index.js'
import { splitWords } from '../search/words.js'
import { fillIn } from './follow-up.js'
import { isKindWord } from './kind-words.js'
import { mergePlaces } from './merge-places.js'
import { type QuestionKind, questionKind } from './question-kind.js'
import type { Scope } from './scope.js'

/** A question as the bot understands it. */
export interface Understood {
  /** The question, filled in where it was a follow-up. */
  readonly question: string
  readonly kind: QuestionKind
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
  // Earlier questions may be follow-ups themselves: «and Austin?» takes its topic from the one before.
  let filled = ''
  let kind: QuestionKind = 'topic'
  for (const one of [...earlier, question]) {
    const whole = fillIn(one, filled, scope)
    const own = questionKind(one)
    // «and in London?» asks for what the question before it asked for.
    kind = whole !== one && own === 'topic' ? kind : own
    filled = whole
  }
  return {
    question: filled,
    kind,
    query: mergePlaces(readQuery(filled, kind, index), scope),
    forms: new Set(splitWords(filled).map(({ form }) => form)),
  }
}

/** The question without the words that only say its kind, unless nothing else is left. */
const readQuery = (question: string, kind: QuestionKind, index: SearchIndex): Query => {
  const query = buildQuery(question, index, ({ form }) => isKindWord(form, kind))
  return query.terms.length > 0 ? query : buildQuery(question, index)
}
