/** Where a reply goes. `person` is who asked: the last resort is a direct message. */
export type Place =
  /**
   * A message of its own, in a thread or in the open. `url`, an address that Slack sent along, leads there too where the
   * bot is no member. `only`: there or nowhere, for what is not meant for the person.
   */
  | {
      readonly kind: 'post'
      readonly channel: string
      readonly thread?: string
      readonly person: string
      readonly url?: string
      readonly only?: true
    }
  /** Seen by the person alone, beside what others say. */
  | { readonly kind: 'whisper'; readonly channel: string; readonly thread?: string; readonly person: string }
  /** Seen by the person alone, through the address that Slack sent along; with `replace` in place of the message pressed. */
  | {
      readonly kind: 'respond'
      readonly url: string
      readonly channel: string
      readonly thread?: string
      readonly person: string
      readonly replace: boolean
    }
  /** In place of a message that the bot posted before. */
  | {
      readonly kind: 'update'
      readonly channel: string
      readonly message: string
      readonly thread: string
      readonly person: string
      /** An address that leads to the message too. */
      readonly url?: string
    }
