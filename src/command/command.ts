import type { z } from 'zod'
import type { Answer } from '../answer/answer.js'
import type { Conversation } from '../answer/conversation.js'
import type { Knowledge } from '../knowledge/report.js'
import type { DigestControl } from './digest/control.js'
import type { Line } from './line.js'
import type { Reply } from './reply.js'

/** The parts of the help, in its order. */
export const COMMAND_GROUPS = ['ask', 'read', 'digest', 'settings'] as const
export type CommandGroup = (typeof COMMAND_GROUPS)[number]

/** A command of `commands/`: a plain object from which parsing, help, completion and the README table come. */
export interface Command<Input extends z.ZodType = z.ZodType> {
  /** One lower-case word; the file is named after it. */
  readonly name: string
  /** How to type it, such as `report <id>`. */
  readonly usage: string
  /** One sentence for help, starting with a verb. */
  readonly help: string
  /** Where help lists it; default `read`. */
  readonly group?: CommandGroup
  /** At least one line that works as typed; tests run every one. */
  readonly examples: readonly [string, ...string[]]
  /** Reads the text after the command's name. */
  readonly input: Input
  /**
   * Whether a line that starts with the name is meant for this command; otherwise it is a question, such as
   * «who presented the vault session». Default: whenever `input` accepts the rest of the line.
   */
  readonly claims?: (input: z.output<Input>, context: CommandContext) => boolean
  /** Words that complete the command in the terminal, such as report ids. */
  readonly complete?: (knowledge: Knowledge) => readonly string[]
  handler(input: z.output<Input>, context: CommandContext): Reply | Promise<Reply>
}

/** Identity at run time; at compile time it ties the handler's argument to the schema. */
export const defineCommand = <Input extends z.ZodType>(command: Command<Input>): Command<Input> => command

/** Position among the matching passages and how many to give, of all reports or of one. */
export interface Page {
  readonly from: number
  readonly size: number
  /** Id of the only report to look in. */
  readonly report?: string
}

/** What a handler may use: everything comes in here, so that commands touch nothing themselves. */
export interface CommandContext {
  readonly line: Line
  readonly knowledge: Knowledge
  readonly conversation: Conversation
  /** Answers a question, with the conversation's earlier questions as context. Remembers nothing itself. */
  readonly ask: (question: string, page?: Page) => Answer
  readonly commands: readonly Command[]
  readonly status: () => BotStatus
  /** The digest of the channel that the line was said in; left out where there is none, as in a terminal. */
  readonly digest?: DigestControl
  /** Whether answers in the channel that the line was said in ask if they helped; left out where none do. */
  readonly rating?: RatingControl
}

export interface RatingControl {
  isWanted(): Promise<boolean>
  want(isWanted: boolean): Promise<void>
}

export interface BotStatus {
  readonly version: string
  /** Seconds since the bot was ready. */
  readonly uptime: number
  readonly nodeVersion: string
  /** Why the store could not be used the last time it was needed, in a sentence. */
  readonly trouble?: string
}
