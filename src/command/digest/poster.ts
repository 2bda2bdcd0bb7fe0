import type { ListingReply } from '../reply.js'
import type { Slot, Subscription } from './types.js'

/** What a message says of itself in its metadata, so that it is known again after a crash. */
export interface DigestLabel {
  readonly slot: string
  /** Passages and marks to remember, opaque to the edge. */
  readonly passages: readonly string[]
  readonly newRound: boolean
}

/** How a digest gets into its channel; an edge makes it. */
export interface DigestPoster {
  /**
   * Posts one message, with the label in its metadata. Gives up when the signal says so, and never posts after it.
   * Rejects when nobody knows whether it arrived: somebody will look with `find`.
   */
  post(subscription: Subscription, reply: ListingReply, label: DigestLabel, signal: AbortSignal): Promise<PostOutcome>
  /** The bot's message of a slot, looked for in the channel from a moment on (milliseconds since the epoch). */
  find(subscription: Subscription, slot: Slot, since: number): Promise<FoundDigest | undefined>
  /** A direct message to the subscription's owner. */
  tellOwner(subscription: Subscription, text: string): Promise<void>
}

export type PostOutcome =
  | { readonly kind: 'posted'; readonly message: string }
  /** Certainly not posted, and never will be: the bot was removed, the channel is archived or gone. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Certainly not posted; to be tried again after so many milliseconds. */
  | { readonly kind: 'later'; readonly after: number }

export interface FoundDigest {
  readonly message: string
  readonly label: DigestLabel
}
