import type { Knowledge } from '../knowledge/report.js'
import { countTopics } from './count-topics.js'
import { talksOf } from './describe-report.js'

/** Questions that the reports can probably answer, likeliest first; whoever shows them tries them. */
export interface TryQuestions {
  readonly onTopics: readonly string[]
  readonly onTalks: readonly string[]
}

const KINDS = new Set(['project'])
/** Topics that much is said about. */
const MOST_TOPICS = 40
const LONGEST_TITLE = 60

/** Each `turn` begins with other ones, so that they are new whenever they are shown. */
export const tryQuestions = (knowledge: Knowledge, turn: number): TryQuestions => {
  const topics = countTopics(knowledge).filter(({ kind, passages }) => KINDS.has(kind) && passages > 1)
  const talks = knowledge.reports.flatMap((report) =>
    talksOf(report).filter(({ heading, speakers }) => speakers.length > 0 && titleOf(heading).length <= LONGEST_TITLE),
  )
  return {
    onTopics: turned(topics.slice(0, MOST_TOPICS), 2 * turn).map(({ term }) => `what is ${term}`),
    onTalks: turned(talks, turn).map(({ heading }) => `who presented ${titleOf(heading)}`),
  }
}

const titleOf = (heading: readonly string[]): string => heading.at(-1) ?? ''

/** The list from a place on, and then from its start. */
const turned = <T>(list: readonly T[], by: number): readonly T[] => {
  const from = list.length === 0 ? 0 : by % list.length
  return [...list.slice(from), ...list.slice(0, from)]
}
