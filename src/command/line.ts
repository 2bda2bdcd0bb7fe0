/** What a person sent, as every edge hands it over. */
export interface Line {
  readonly text: string
  /** Whoever sent it: a stable id, never shown. */
  readonly person: string
  /** The channel, direct message or terminal it was said in. */
  readonly conversation: string
  readonly thread?: string
  /** Asked by the bot itself, for a button or a suggestion: whoever keeps questions and conversations lets it go. */
  readonly apart?: true
}
