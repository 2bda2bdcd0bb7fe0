import { randomUUID } from 'node:crypto'
import { tryQuestions } from '../../command/try-questions.js'
import type { Desk } from '../desk.js'

/** Slack takes four. */
const ON_TOPICS = 2
const ON_TALKS = 1
const MOST_TRIES = 8

/** Lines to try, which the reports do answer; other ones each time. */
export const createPrompts = ({ dispatch, around }: Pick<Desk, 'dispatch' | 'around'>): (() => Promise<string[]>) => {
  let turn = 0
  const firstAnswered = async (questions: readonly string[], most: number): Promise<string[]> => {
    const found: string[] = []
    for (const question of questions.slice(0, MOST_TRIES)) {
      if (found.length === most) break
      // A conversation of its own: nobody asked this.
      const reply = await dispatch({
        text: `ask ${question}`,
        person: '',
        conversation: `prompt ${randomUUID()}`,
        apart: true,
      })
      if (reply.kind === 'answer' && reply.answer.status === 'answered') found.push(question)
    }
    return found
  }
  return async () => {
    const { onTopics, onTalks } = tryQuestions(around.knowledge(), turn++)
    const topics = await firstAnswered(onTopics, ON_TOPICS)
    const talks = await firstAnswered(onTalks, ON_TALKS)
    return [...topics, ...talks, 'reports']
  }
}
