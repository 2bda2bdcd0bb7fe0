import type { DigestStore, Subscription } from './types.js'

/** What `digest` may use, for the channel that a line was said in. An edge makes it. */
export interface DigestControl {
  readonly workspace: string
  /** The channel or direct message that the digest goes to. */
  readonly channel: string
  /** True for a direct message: there is nobody else to tell of a change. */
  readonly direct: boolean
  /** Milliseconds since the epoch, when the line came. */
  readonly now: number
  readonly store: Pick<DigestStore, 'subscription' | 'saveSubscription' | 'removeSubscription' | 'posted'>
  /** Verdicts of the channel by passage key: above 0 more like this, below 0 less. */
  readonly feedback: () => Promise<ReadonlyMap<string, number>>
  /** Questions of the channel that found no answer, oldest first: from `from`, before `until`. */
  readonly unanswered: (from: number, until: number) => Promise<readonly string[]>
  /** IANA zone of the asker's profile. */
  readonly personZone: () => Promise<string | undefined>
  /** Whether the bot is in the channel and may post there. */
  readonly canPost: () => Promise<boolean>
  /** The slash command, such as `/kubecon`: in a channel, a line without it or a mention reaches nobody. */
  readonly command: string
  /** How the bot is invited, such as `/invite @kubecon`. */
  readonly invite: () => Promise<string>
  /** Posts one line in the channel with who made the change; `what` starts with a verb, such as `turned the digest off.` */
  readonly announce: (what: string) => Promise<void>
  /** Posts the next digest at once. */
  readonly sendNow: (subscription: Subscription) => Promise<SentNow>
}

/** `busy`: another one is being posted. `nothing`: there is nothing to show. `unknown`: Slack has not said yet. */
export type SentNow = 'sent' | 'busy' | 'nothing' | 'refused' | 'unknown'
