import type { Logger } from 'pino'
import type { Line } from './command/line.js'
import type { Reply } from './command/reply.js'
import type { Store } from './store/open-store.js'

/**
 * A question that found no answer is kept for the channel's next digest, without who asked it: only where others saw it
 * too, or where the digest goes to the asker alone.
 */
export const noteUnanswered = async (line: Line, reply: Reply, { questions }: Store, log: Logger): Promise<void> => {
  const { workspace, conversation, open = false, apart = false } = line
  if (reply.kind !== 'answer' || reply.answer.status !== 'not-found' || workspace === undefined || apart) return
  if (!open && !conversation.startsWith('D')) return
  await questions
    .note(workspace, conversation, reply.answer.question)
    .catch((err: unknown) => log.error({ err }, 'could not keep a question that found no answer'))
}
