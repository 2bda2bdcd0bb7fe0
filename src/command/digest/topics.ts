import type { Knowledge } from '../../knowledge/report.js'
import { nearestName } from '../did-you-mean.js'
import { type Candidate, candidatesOf } from './candidates.js'

/** Tells how well a candidate is about a topic: 1 by its own words, 0.6 by its heading, 0 not. */
export type TopicMatch = (candidate: Candidate) => number

export const matchTopic = (topic: string, knowledge: Knowledge): TopicMatch => {
  const wanted = [...candidatesOf(knowledge).termsOf(topic)]
  // «k8s» is met by the glossary's name for it, whatever words that name has.
  const named = wanted.filter((term) => term.startsWith('='))
  const isIn = (terms: ReadonlySet<string>): boolean =>
    wanted.length > 0 &&
    (wanted.every((term) => terms.has(term)) || (coversAll(topic, named) && named.every((term) => terms.has(term))))
  return ({ terms, context }) => (isIn(terms) ? 1 : isIn(context) ? 0.6 : 0)
}

/** Whether glossary names make up the whole topic; a topic of one name and other words needs those too. */
const coversAll = (topic: string, named: readonly string[]): boolean =>
  named.length > 0 && topic.trim().split(/\s+/).length <= named.length * 4

export interface UnknownTopic {
  readonly topic: string
  /** Topics that there is something about: the nearest in spelling, else the most frequent. */
  readonly instead: readonly string[]
}

/** Topics that no passage worth reading is about. */
export const unknownTopics = (topics: readonly string[], knowledge: Knowledge): readonly UnknownTopic[] => {
  const { all } = candidatesOf(knowledge)
  return topics
    .filter((topic) => {
      const match = matchTopic(topic, knowledge)
      return !all.some((candidate) => match(candidate) > 0)
    })
    .map((topic) => ({ topic, instead: nearestTopics(topic, knowledge) }))
}

const NO_TOPICS: ReadonlySet<string> = new Set(['event', 'place', 'company'])
const MOST_INSTEAD = 3
const TOO_FREQUENT = 0.4

const nearestTopics = (topic: string, knowledge: Knowledge): readonly string[] => {
  const frequent = frequentTopics(knowledge)
  const near = nearestName(
    topic,
    frequent.map((name) => name.toLowerCase()),
  )
  const named = frequent.find((name) => name.toLowerCase() === near)
  return named === undefined ? frequent.slice(0, MOST_INSTEAD) : [named]
}

/** Names of the glossary and everyday words of operations by how many candidates are about them, most first. */
const frequentTopics = (knowledge: Knowledge): readonly string[] => {
  const { all } = candidatesOf(knowledge)
  return [...EVERYDAY, ...knowledge.glossary.filter(({ kind }) => !NO_TOPICS.has(kind)).map(({ term }) => term)]
    .map((name) => {
      const match = matchTopic(name, knowledge)
      return { name, count: all.filter((candidate) => match(candidate) === 1).length }
    })
    .filter(({ count }) => count > 0 && count < all.length * TOO_FREQUENT)
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name)
}

const EVERYDAY = [
  'security',
  'networking',
  'storage',
  'monitoring',
  'deployment',
  'scaling',
  'cost',
  'community',
  'testing',
]
