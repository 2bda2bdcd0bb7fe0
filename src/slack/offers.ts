import type { Reply } from '../command/reply.js'
import type { Desk } from './desk.js'
import type { Addressed } from './read-event.js'
import type { AnswerOffers } from './render-answer.js'

/**
 * What a person may do with the answer to what they said: rating can be switched off, and sharing needs a channel. A
 * store that fails takes the rating away, not the answer.
 */
export const offersFor = async (
  { line: { conversation }, team = '' }: Addressed,
  ephemeral: boolean,
  { around, log }: Pick<Desk, 'around' | 'log'>,
): Promise<AnswerOffers> => ({
  share: ephemeral && /^[CG]/.test(conversation),
  rate: await around.feedback.isWanted(team, conversation).catch((err: unknown) => {
    log.warn({ err }, 'could not ask whether feedback is wanted')
    return false
  }),
})

/** Keeps a question for the person who asked it. */
export const noteQuestion = async (
  reply: Reply,
  { line: { person }, team = '' }: Addressed,
  { around, log }: Pick<Desk, 'around' | 'log'>,
): Promise<void> => {
  if (reply.kind !== 'answer') return
  await around.questions
    .note(team, person, reply.answer.question)
    .catch((err: unknown) => log.warn({ err }, 'could not keep a question'))
}
