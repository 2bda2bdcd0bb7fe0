import { createInterface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'
import type { Line } from '../command/line.js'
import type { Reply } from '../command/reply.js'
import { renderReply } from './render-reply.js'
import { COLOURED, PLAIN } from './style.js'

const WIDEST = 100
const DEFAULT_WIDTH = 80
const GOODBYE = new Set(['exit', 'quit', 'bye'])

export interface ChatOptions {
  readonly input: Readable
  readonly output: Writable & { readonly columns?: number }
  /** True when a person types at a terminal; false for piped lines. */
  readonly interactive: boolean
  readonly colours: boolean
  readonly dispatch: (line: Line) => Promise<Reply>
  /** Words that Tab completes at the beginning of a line. */
  readonly completions: readonly string[]
  /** Said first, to a person. */
  readonly greeting: string
  /** Lines of earlier sessions, newest first. */
  readonly history: readonly string[]
}

/** The bot in a terminal until the input ends; gives back the lines typed, newest first. */
export const chat = async (options: ChatOptions): Promise<readonly string[]> => {
  const { input, output, interactive, colours, dispatch, completions, greeting } = options
  const style = colours ? COLOURED : PLAIN
  const lines = createInterface({
    input,
    output: interactive ? output : undefined,
    terminal: interactive,
    history: [...options.history],
    historySize: 500,
    removeHistoryDuplicates: true,
    completer: (line: string) => complete(line, completions),
    prompt: style.accent('kubecon> '),
  } as Parameters<typeof createInterface>[0])
  let history = options.history
  lines.on('history', (all: string[]) => {
    history = [...all]
  })
  lines.on('SIGINT', () => lines.close())
  if (interactive) output.write(`${greeting}\n\n`)
  if (interactive) lines.prompt()
  for await (const text of lines) {
    if (GOODBYE.has(text.trim().toLowerCase())) break
    if (text.trim() !== '' || interactive) {
      const reply = await dispatch({ text, person: 'terminal', conversation: 'terminal' })
      const width = Math.min(WIDEST, output.columns ?? DEFAULT_WIDTH)
      output.write(`${interactive ? '\n' : `> ${text}\n\n`}${renderReply(reply, { width, style })}\n\n`)
    }
    if (interactive) lines.prompt()
  }
  lines.close()
  if (interactive) output.write('\n')
  return history
}

const complete = (line: string, completions: readonly string[]): [string[], string] => {
  const hits = completions.filter((one) => one.toLowerCase().startsWith(line.toLowerCase()))
  return [hits.length > 0 ? hits : line === '' ? [...completions] : [], line]
}
