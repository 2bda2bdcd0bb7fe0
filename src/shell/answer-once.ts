import type { Line } from '../command/line.js'
import type { Reply } from '../command/reply.js'
import { renderReply } from './render-reply.js'
import { COLOURED, PLAIN } from './style.js'

export interface AnswerOnceOptions {
  readonly json: boolean
  /** Undefined: as the terminal has them. */
  readonly colours: boolean | undefined
}

/**
 * Answers one question on standard output. Exit code 0 answered, 1 not found, 2 when nothing was asked, or something has
 * to be done before it is answered.
 */
export const answerOnce = async (
  question: string,
  bot: { readonly dispatch: (line: Line) => Promise<Reply> },
  { json, colours }: AnswerOnceOptions,
): Promise<number> => {
  if (question.trim() === '') {
    process.stderr.write('Say what you would like to know: npm run --silent ask -- "what is CRI-O"\n')
    return 2
  }
  const reply = await bot.dispatch({ text: question, person: 'terminal', conversation: 'terminal' })
  if (json) process.stdout.write(`${JSON.stringify(reply.kind === 'answer' ? reply.answer : reply, null, 2)}\n`)
  else {
    const style = (colours ?? process.stdout.isTTY === true) ? COLOURED : PLAIN
    const width = Math.min(100, process.stdout.columns ?? 80)
    process.stdout.write(`${renderReply(reply, { width, style })}\n`)
  }
  return exitCodeOf(reply)
}

const exitCodeOf = (reply: Reply): number => {
  if (reply.kind === 'answer') return reply.answer.status === 'answered' ? 0 : 1
  return reply.kind === 'notice' && reply.tone === 'problem' ? 2 : 0
}
