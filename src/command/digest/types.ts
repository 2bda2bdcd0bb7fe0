/** Who gets a digest, when and about what: one for each channel. */
export interface Subscription {
  /** `<workspace>:<channel>`: the same when a channel leaves and comes back, so that it gets nothing twice. */
  readonly id: string
  readonly workspace: string
  readonly channel: string
  /** The person who is told when the digest cannot be posted any more. */
  readonly owner: string
  /** Local time, `HH:MM`. */
  readonly time: string
  /** 1 Monday … 7 Sunday, in order, at least one. */
  readonly weekdays: readonly number[]
  /** IANA name, such as `Europe/Berlin`. */
  readonly zone: string
  /** As typed; empty for everything. */
  readonly topics: readonly string[]
  /** ISO date of the first local day with a digest again, or `forever`. */
  readonly pausedUntil?: string
  /** ISO local dates without a digest. */
  readonly skips: readonly string[]
  readonly changedBy: string
  /** Milliseconds since the epoch. */
  readonly createdAt: number
  /** The last slot that was sent, or that is not owed since the schedule changed after it. */
  readonly lastSlot?: string
  /** Of a channel that has none, made up to show what one would get; never stored. */
  readonly trial?: true
}

/** One digest of one channel; whoever claims it first posts it. */
export interface Slot {
  readonly subscription: string
  /**
   * The local day, `2026-12-01`, whatever the time and zone were when it was sent: one digest a local day. An extra one
   * asked for with `digest now` has its time in UTC too, `2026-12-01T14:03:21.250Z`. In the order of text.
   */
  readonly slot: string
}

export interface ClaimedSlot extends Slot {
  /** Milliseconds since the epoch. */
  readonly claimedAt: number
}

export interface DigestStore {
  subscriptions(workspace?: string): Promise<readonly Subscription[]>
  subscription(workspace: string, channel: string): Promise<Subscription | undefined>
  /** Keeps the channel's first id and creation time, and the later of the two last slots. */
  saveSubscription(subscription: Subscription): Promise<void>
  removeSubscription(workspace: string, channel: string): Promise<void>
  /** True for the one process that gets the slot. */
  claimSlot(slot: Slot, now: number): Promise<boolean>
  /** Takes a slot that was claimed and never confirmed, as it was read. True for the one process that gets it. */
  takeOverSlot(slot: ClaimedSlot, now: number): Promise<boolean>
  /** After posting: remembers the passages and sets the last slot. Does nothing when the slot is confirmed already. */
  confirmSlot(slot: Slot, message: string, passages: readonly string[], now: number): Promise<void>
  /** Gives up a claim, so that the slot may be claimed again; with `claimedAt`, only if it is still that claim. A confirmed slot stays. */
  releaseSlot(slot: Slot | ClaimedSlot): Promise<void>
  unconfirmedSlots(): Promise<readonly ClaimedSlot[]>
  /** Passage ids posted in a channel in the current round. */
  posted(subscription: string): Promise<ReadonlySet<string>>
  startNewRound(subscription: string): Promise<void>
}
