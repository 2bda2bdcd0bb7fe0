import type { Knowledge } from '../knowledge/report.js'
import { byDate } from './by-date.js'
import type { CommandContext, Page } from './command.js'
import { countOf } from './count.js'
import type { AnswerReply } from './reply.js'

/** Answers a question and remembers it, so that «more» and follow-ups know what it was about. */
export const answerReply = (
  question: string,
  { ask, conversation, knowledge }: CommandContext,
  page?: Page,
): AnswerReply => {
  const answer = ask(question, page)
  conversation.remember({ question: answer.question, answer })
  return { kind: 'answer', answer, scope: scopeOf(knowledge) }
}

/** What was searched, in words: `5 reports: London 2016, Berlin 2017, Austin 2017`. */
export const scopeOf = ({ reports }: Pick<Knowledge, 'reports'>): string => {
  const places = byDate(reports)
    .map(({ event }) => [event.city, event.start.slice(0, 4)].filter(Boolean).join(' '))
    .filter((place, i, all) => place !== '' && all.indexOf(place) === i)
  const count = countOf(reports.length, 'report')
  return places.length === 0 ? count : `${count}: ${places.join(', ')}`
}
