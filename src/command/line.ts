/** What a person sent, as every edge hands it over. */
export interface Line {
  readonly text: string
  /** Whoever sent it: a stable id, never shown. */
  readonly person: string
  /** The channel, direct message or terminal it was said in. */
  readonly conversation: string
  readonly thread?: string
  /** The workspace of a chat that has several; the digest's channels are told apart by it. */
  readonly workspace?: string
  /** Everybody in the conversation sees the line and its reply. */
  readonly open?: boolean
  /** A process that was killed had begun to work on it, and it is not known how far it came. */
  readonly again?: boolean
  /** Somebody of another organisation, in a channel that two share: may ask anything, and change nothing. */
  readonly guest?: boolean
  /** Asked by the bot itself, for a button or a suggestion: not part of the conversation, and kept nowhere. */
  readonly apart?: true
}
