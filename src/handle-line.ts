import type { Logger } from 'pino'
import type { AnswerQuestion } from './answer/answer-question.js'
import { earlierQuestions } from './answer/earlier-questions.js'
import type { Command, CommandContext } from './command/command.js'
import type { DigestControl } from './command/digest/control.js'
import { dispatch } from './command/dispatch.js'
import type { Line } from './command/line.js'
import type { Reply } from './command/reply.js'
import type { Knowledge } from './knowledge/report.js'
import type { Learning } from './learn-from-verdicts.js'
import type { OpenConversations } from './open-conversations.js'

/** What the contexts of all lines share. */
export interface LineParts extends Learning {
  readonly knowledge: Knowledge
  readonly commands: ReadonlyMap<string, Command>
  readonly answer: AnswerQuestion
  readonly status: CommandContext['status']
  readonly conversation: OpenConversations
}

/** Gives a line its context, has it answered, and keeps what was said. */
export const handleLine = async (
  line: Line,
  digest: DigestControl | undefined,
  parts: LineParts,
  log: Logger,
): Promise<Reply> => {
  const { knowledge, commands, answer, status } = parts
  const conversation = await parts.conversation(keyOf(line), line.apart === true)
  const votes = await parts.votes(line)
  const rating = parts.rating(line)
  const reply = await dispatch(line, {
    commands,
    contextFor: (line) => ({
      line,
      knowledge,
      conversation,
      commands: [...commands.values()],
      // A further page asks the filled-in question again, which needs no context.
      ask: (question, page) =>
        answer(question, {
          votes,
          ...(page ?? { context: earlierQuestions(conversation.turns()) }),
        }),
      status,
      ...(digest && { digest }),
      ...(rating && { rating }),
    }),
  })
  await conversation
    .saved?.()
    .catch((err: unknown) => log.error({ err }, 'could not keep the conversation; a follow-up may not be understood'))
  return reply
}

const keyOf = ({ conversation, thread = '', person }: Line): string =>
  [conversation, thread].join('\n') + endingOf(person)

/** What the keys of all conversations of a person end with. */
export const endingOf = (person: string): string => `\n${person}`
