import { passageKey } from '../knowledge/passage-key.js'
import type { Passage } from '../knowledge/report.js'
import type { Query, QueryTerm } from '../search/query.js'
import { ANSWER_FROM } from './confidence.js'
import type { Found } from './find-spans.js'
import type { Understood } from './understand.js'

/** What one person thought of a passage as an answer to a question. */
export interface Vote {
  /** Any name that is the same for the same person. */
  readonly person: string
  /** The question as understood (`Answer.question`). */
  readonly question: string
  /** The passage that was shown (`Excerpt.key`). */
  readonly passage: string
  /** 1 for 👍, -1 for 👎. */
  readonly verdict: 1 | -1
}

/** What votes add to a passage's order, 0 for passages nobody spoke of. */
export type Bonus = (passage: Passage) => number

/** Gives the bonus that votes make for a question; undefined when none of them is to the point. */
export type VoteReader = (votes: readonly Vote[], asked: Understood) => Bonus | undefined

/**
 * The most a passage can gain or lose in order, however many people voted. Measured on the question sets: where the first
 * passage is ahead by twice as much, it is right nine times out of ten, and where it is ahead by half as much, about
 * every second time.
 */
const MOST = 0.4
/** Votes on questions that share less of their weight say nothing on this one. */
const SIMILAR_FROM = 0.5

type Weights = ReadonlyMap<string, number>

/** A question that was voted on, with the votes. */
interface VotedQuestion {
  readonly kind: Understood['kind']
  readonly weights: Weights
  readonly votes: Vote[]
}

/** Reads each array of votes once, for all the questions to come. */
export const createVoteReader = (understand: (question: string) => Understood): VoteReader => {
  const read = new WeakMap<readonly Vote[], readonly VotedQuestion[]>()
  return (votes, asked) => {
    if (votes.length === 0) return undefined
    const questions = read.get(votes) ?? readQuestions(votes, understand)
    read.set(votes, questions)
    return findBonus(questions, asked)
  }
}

/** Groups votes by question; of one person on one passage and question the last word counts. */
const readQuestions = (votes: readonly Vote[], understand: (question: string) => Understood): VotedQuestion[] => {
  const lastWords = new Map(votes.map((vote) => [[vote.person, vote.passage, vote.question].join('\n'), vote]))
  const questions = new Map<string, VotedQuestion>()
  for (const vote of lastWords.values()) {
    const known = questions.get(vote.question)
    if (known) {
      known.votes.push(vote)
      continue
    }
    const { kind, query } = understand(vote.question)
    questions.set(vote.question, { kind, weights: weightsOf(query), votes: [vote] })
  }
  return [...questions.values()]
}

const findBonus = (questions: readonly VotedQuestion[], { kind, query }: Understood): Bonus | undefined => {
  const asked = weightsOf(query)
  const byPassage = new Map<string, Map<string, number>>()
  for (const one of questions) {
    const isOfKind = one.kind === kind || one.kind === 'topic' || kind === 'topic'
    const similar = isOfKind ? similarity(asked, one.weights) : 0
    if (similar < SIMILAR_FROM) continue
    for (const { person, passage, verdict } of one.votes) {
      const people = byPassage.get(passage) ?? new Map<string, number>()
      // Whoever votes on many wordings of one question still counts once: by the wording that is nearest.
      if (similar >= Math.abs(people.get(person) ?? 0)) people.set(person, verdict * similar)
      byPassage.set(passage, people)
    }
  }
  if (byPassage.size === 0) return undefined
  return (passage) => bonusOf([...(byPassage.get(passageKey(passage))?.values() ?? [])])
}

/** The first person moves a passage half as far as it goes, the next ones less and less. */
const bonusOf = (people: readonly number[]): number => {
  const sum = people.reduce((total, one) => total + one, 0)
  return (MOST * sum) / (1 + Math.abs(sum))
}

/**
 * Puts the passages that are sure enough to be answers in order anew, by what people thought of them. What is not sure
 * enough stays where it is, so votes alone never make an answer of it.
 */
export const applyVotes = <T extends Pick<Found, 'passage' | 'sure' | 'order'>>(
  found: readonly T[],
  bonus: Bonus,
): T[] => {
  const isSure = ({ sure }: T): boolean => sure >= ANSWER_FROM
  const sorted = found
    .filter(isSure)
    .map((one) => ({ one, order: one.order + bonus(one.passage) }))
    .sort((a, b) => b.order - a.order)
    .map(({ one }) => one)
  return found.map((one) => (isSure(one) ? (sorted.shift() ?? one) : one))
}

const weightsOf = ({ terms }: Query): Weights => new Map(terms.map((term) => [keyOf(term), term.weight]))

/** What a term stands for: the same for other spellings and forms of a word. */
const keyOf = ({ alternatives, form }: QueryTerm): string => {
  const [best] = [...alternatives].sort((a, b) => b[1] - a[1])
  return best?.[0] ?? form
}

/** Shared weight by all weight, 0–1 (weighted Jaccard). */
const similarity = (a: Weights, b: Weights): number => {
  let shared = 0
  let all = 0
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const weight = Math.max(a.get(key) ?? 0, b.get(key) ?? 0)
    all += weight
    if (a.has(key) && b.has(key)) shared += weight
  }
  return all === 0 ? 0 : shared / all
}
