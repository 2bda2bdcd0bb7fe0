import type { Concepts } from '../search/concepts.js'
import type { Query, QueryTerm } from '../search/query.js'
import { splitWords } from '../search/words.js'
import { findHighlights } from './highlights.js'
import { isKindWord } from './kind-words.js'
import { isPlace, type Scope } from './scope.js'
import type { Understood } from './understand.js'

/** What people call a talk, and the verbs of giving one; they tell no talk from another. */
const TALK_WORDS: ReadonlySet<string> = new Set(
  `talk talks talked talking session sessions keynote keynotes presentation presentations present presents presented demo
  demos demoed stage speak speaks speaking held hold take place taking happen happened
  person name covered covers`.split(/\s+/),
)
const YEAR = /^(?:19|20)\d\d$/
/** A term this much rarer than another is the one that the question is about. */
const RARE = 0.5
/** Of what a question says about a talk, its title has at least so much. */
const LEAST = 0.5

/** What a question says about the talk it is after, held against the titles of talks. */
export interface TalkSubject {
  /** The words that point to a talk: neither the kind of answer, nor «session», nor a place or an event. */
  readonly terms: readonly QueryTerm[]
  /** The title, or the people with their companies, has every name of the question and most of its other words. */
  isOf(title: string, speakers: string): boolean
  /** The title, or the people with their companies, has every word of the question. */
  isJust(title: string, speakers: string): boolean
}

/** Reads what a question says about a talk. */
export const readTalkSubject = ({ query, kind }: Understood, concepts: Concepts, scope: Scope): TalkSubject => {
  const matter = query.terms.filter(({ form }) => !isKindWord(form, [kind]))
  const terms = matter.filter(({ form }) => !TALK_WORDS.has(form) && !isPlaceOrEvent(form, concepts, scope))
  // «the opening keynote» has a word of its own, «who held a keynote» has not.
  const told = terms.length > 0 ? terms : matter
  const heaviest = Math.max(0, ...told.map(({ weight }) => weight))
  const all = told.reduce((sum, { weight }) => sum + weight, 0)
  const metIn = (title: string, speakers: string): readonly QueryTerm[] =>
    told.filter((term) => has(`${title}\n${speakers}`, term, query, concepts))
  return {
    terms,
    isOf: (title, speakers) => {
      const met = metIn(title, speakers)
      const isNamed = told.every((term) => !term.named || term.weight < RARE * heaviest || met.includes(term))
      return isNamed && met.length > 0 && met.reduce((sum, { weight }) => sum + weight, 0) >= LEAST * all
    },
    isJust: (title, speakers) => terms.length > 0 && metIn(title, speakers).length === terms.length,
  }
}

const isPlaceOrEvent = (form: string, concepts: Concepts, scope: Scope): boolean => {
  const words = splitWords(form)
  return (
    YEAR.test(form) ||
    words.some((word) => isPlace(word.form, scope)) ||
    concepts.find(words).some(({ concept }) => concept.entry.kind === 'event')
  )
}

/** A text has a term when it has the word or the glossary's thing under any name; a part of it is not enough. */
const has = (text: string, term: QueryTerm, query: Query, concepts: Concepts): boolean => {
  const whole = new Map([...term.alternatives].filter(([, share]) => share > RARE))
  return findHighlights(text, { ...query, terms: [{ ...term, alternatives: whole }] }, concepts).length > 0
}
