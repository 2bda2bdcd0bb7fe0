export interface SeenEventsOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** How long a key is remembered, in milliseconds; default 15 minutes. Slack delivers again at once, after 1 and after 5. */
  readonly keepFor?: number
  /** Keys kept at most; the oldest go first; default 20,000. */
  readonly most?: number
}

export interface SeenEvents {
  /**
   * True for what was not claimed before. Claim before the work: the second delivery may come while the first is worked
   * on. Keys are names of the same thing, such as an event's id and its message; one known key makes all of them known.
   */
  claim(keys: readonly string[]): boolean
}

/** Remembers what was handled, so that what Slack delivers twice is answered once. */
export const createSeenEvents = ({ now, keepFor = 15 * 60_000, most = 20_000 }: SeenEventsOptions): SeenEvents => {
  // A Map keeps the order of insertion, so the first entries are the oldest.
  const seen = new Map<string, number>()
  const forget = (time: number): void => {
    for (const [key, at] of seen) {
      if (time - at < keepFor && seen.size <= most) return
      seen.delete(key)
    }
  }
  return {
    claim: (keys) => {
      const time = now()
      forget(time)
      const known = keys.some((key) => seen.has(key))
      for (const key of keys) if (!seen.has(key)) seen.set(key, time)
      forget(time)
      return !known
    },
  }
}
