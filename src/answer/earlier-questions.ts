import { applyRepairs } from './apply-repairs.js'
import type { Turn } from './conversation.js'

/**
 * The questions of a conversation that a follow-up may go on from, oldest first: those that found something, with their
 * typing errors repaired, so that neither what the reports lack nor a slip is carried along.
 */
export const earlierQuestions = (turns: readonly Turn[]): readonly string[] =>
  turns
    .filter(({ answer }) => answer.status !== 'not-found')
    .map(({ question, answer }) => applyRepairs(question, answer.repaired))
