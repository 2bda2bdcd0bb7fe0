import { scopeOf } from '../command/answer-reply.js'
import type { Command } from '../command/command.js'
import type { Line } from '../command/line.js'
import type { Reply } from '../command/reply.js'
import type { Knowledge } from '../knowledge/report.js'
import { chat } from './chat.js'
import { readHistory, writeHistory } from './history-file.js'

/** What the terminal needs of the bot. */
export interface TerminalBot {
  readonly knowledge: Knowledge
  readonly commands: ReadonlyMap<string, Command>
  readonly dispatch: (line: Line) => Promise<Reply>
}

/** The chat on standard input and output; gives back the exit code. */
export const chatInTerminal = async (
  bot: TerminalBot,
  { colours, historyFile }: { readonly colours: boolean | undefined; readonly historyFile: string },
): Promise<number> => {
  const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true
  const typed = await chat({
    input: process.stdin,
    output: process.stdout,
    interactive,
    colours: colours ?? process.stdout.isTTY === true,
    dispatch: bot.dispatch,
    completions: completionsOf(bot),
    greeting: `I have read ${scopeOf(bot.knowledge)}.\nAsk me anything about them, such as: what is CRI-O\n"help" lists what else I do, Ctrl-D leaves.`,
    history: interactive ? await readHistory(historyFile) : [],
  })
  if (interactive) await writeHistory(historyFile, typed)
  return 0
}

const completionsOf = ({ commands, knowledge }: TerminalBot): string[] =>
  [...commands.values()].flatMap(({ name, complete }) =>
    name === 'ask' ? [] : [name, ...(complete?.(knowledge) ?? []).map((word) => `${name} ${word}`)],
  )
