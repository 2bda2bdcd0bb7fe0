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
  /** Not part of the conversation it was said in: another page of an answer, asked for by a button. */
  readonly apart?: boolean
}
