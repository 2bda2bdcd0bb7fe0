/** Something wrong at a place in a file. Lines and columns count from 1. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly column: number
  /** Short name of the rule that was broken, such as `front-matter` or `empty-section`. */
  readonly rule: string
  readonly message: string
}

/** `file:line:column: rule: reason`, the form that editors and CI logs make clickable. */
export const formatProblem = ({ file, line, column, rule, message }: Problem): string =>
  `${file}:${line}:${column}: ${rule}: ${message}`

/** Base of every error whose message is written for the person who sees it. Told apart by `code`, never by text. */
export abstract class BotError extends Error {
  abstract readonly code: 'invalid_input' | 'invalid_config' | 'invalid_knowledge' | 'invalid_command' | 'unavailable'

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
  }
}

/** What a person typed cannot be acted on; the message says why and what to type instead. */
export class InvalidInputError extends BotError {
  readonly code = 'invalid_input'
}

/** An environment variable or option is missing or malformed; the message names it, never its value. */
export class InvalidConfigError extends BotError {
  readonly code = 'invalid_config'
}

/** What the bot needs of others cannot be had now, such as Slack or a port; trying again later may do. */
export class UnavailableError extends BotError {
  readonly code = 'unavailable'
}

/** No usable report could be loaded. `problems` says what is wrong and where. */
export class InvalidKnowledgeError extends BotError {
  readonly code = 'invalid_knowledge'
  readonly problems: readonly Problem[]

  constructor(message: string, problems: readonly Problem[] = [], options?: ErrorOptions) {
    super(message, options)
    this.problems = problems
  }
}

/** A file of `commands/` does not load, does not describe itself, or clashes with another. */
export class InvalidCommandError extends BotError {
  readonly code = 'invalid_command'
  readonly file: string

  constructor(file: string, reason: string, options?: ErrorOptions) {
    super(`commands/${file}: ${reason}`, options)
    this.file = file
  }
}
