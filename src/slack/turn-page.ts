import type { Line } from '../command/line.js'
import type { Reply } from '../command/reply.js'
import type { PageTarget } from './buttons.js'

/** Pages turned at most for one press. */
const MOST_TURNS = 60

/**
 * The page of an answer that a button asks for. The button carries the question, not what was said before, so that it
 * works for everybody who sees it and after a restart: the question is asked again in a conversation of its own, named
 * by `key`, and «more» is said there until the page is reached.
 */
export const turnPage = async (
  { line: text, from }: PageTarget,
  line: Line,
  key: string,
  dispatch: (line: Line) => Promise<Reply>,
): Promise<Reply> => {
  // A question too long for a button goes by what the bot remembers of the real conversation.
  if (text === 'more') return dispatch({ ...line, text })
  const apart = { person: line.person, conversation: key, apart: true } as const
  let reply = await dispatch({ ...apart, text })
  for (let turns = 0; turns < MOST_TURNS && !isReached(reply, from); turns++)
    reply = await dispatch({ ...apart, text: 'more' })
  return reply
}

const isReached = (reply: Reply, from: number): boolean =>
  reply.kind !== 'answer' || reply.answer.from + Math.max(1, reply.answer.excerpts.length) > from
