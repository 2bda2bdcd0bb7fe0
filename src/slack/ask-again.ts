import { randomUUID } from 'node:crypto'
import type { Line } from '../command/line.js'
import { type AnswerReply, problemNotice, type Reply } from '../command/reply.js'
import { readPageValue } from './buttons.js'
import { turnPage } from './turn-page.js'

/** Said of a button that is not known any more, or carries something that it was not given. */
export const OLD_BUTTON = problemNotice('This button does not work any more. Please ask again.', 'help')

/** Said where the reports no longer have what was found when the button was made. */
export const REPORTS_CHANGED = problemNotice(
  'The reports have changed since, and nothing in them matches this any more. Please ask again.',
  'reports',
)

/**
 * The answer that a button belongs to. The button carries its question and page, so the answer is made anew, in a
 * conversation of its own. Undefined for a value that the bot did not write.
 */
export const askAgain = async (
  value: string,
  person: string,
  dispatch: (line: Line) => Promise<Reply>,
): Promise<AnswerReply | undefined> => {
  const target = readPageValue(value)
  if (!target?.line.startsWith('ask ')) return undefined
  const reply = await turnPage(target, { text: '', person, conversation: '' }, `again ${randomUUID()}`, dispatch)
  return reply.kind === 'answer' ? reply : undefined
}
