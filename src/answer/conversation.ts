import type { Answer } from './answer.js'

/** A question that was asked in a conversation, with what the bot said. */
export interface Turn {
  readonly question: string
  readonly answer: Answer
}

/**
 * What the bot remembers of one conversation (a thread, a direct message, a terminal session).
 * The store behind it decides how long and how many.
 */
export interface Conversation {
  /** Oldest first. */
  turns(): readonly Turn[]
  remember(turn: Turn): void
}
