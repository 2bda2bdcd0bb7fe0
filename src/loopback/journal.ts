/** Something that went over the wire, and the rule of Slack it broke, if any. */
export interface JournalEntry {
  /** Milliseconds since the epoch. */
  readonly at: number
  /**
   * `connection` a socket opened, closed or was told to close; `envelope` sent to the app; `ack` of one; `timeout` no ack
   * in time; `frame` anything else that came over a socket; `call` of the Web API; `held` a call that is being slow;
   * `respond` use of a response_url; `refused` a request that was turned away at the door.
   */
  readonly kind: 'connection' | 'envelope' | 'ack' | 'timeout' | 'frame' | 'call' | 'held' | 'respond' | 'refused'
  /** Method of a call, type of an envelope, what happened to a connection. */
  readonly name: string
  /** Of the envelope, the response_url or the connection. */
  readonly id?: string
  /** How long it took: until the acknowledgement, until the answer. */
  readonly ms?: number
  /** HTTP status of the answer. */
  readonly status?: number
  /** Seconds after which the app was told to try again. */
  readonly retryAfter?: number
  /** What the app sent. */
  readonly sent?: unknown
  /** What Slack sent, or answered. */
  readonly given?: unknown
  /** Short name of the rule that the app broke. */
  readonly violation?: string
}

/** Everything that went over the wire, oldest first. */
export interface Journal {
  readonly entries: readonly JournalEntry[]
  readonly violations: readonly JournalEntry[]
  add(entry: Omit<JournalEntry, 'at'>): void
  /** Tells of each entry to come; returns what ends the telling. */
  onAdd(listener: (entry: JournalEntry) => void): () => void
  /** The first entry that fits, of those there are and those to come. Never settles when none comes. */
  until(fits: (entry: JournalEntry) => boolean): Promise<JournalEntry>
  /** The first `count` entries that fit, as soon as there are so many. */
  untilCount(count: number, fits: (entry: JournalEntry) => boolean): Promise<readonly JournalEntry[]>
}

/** A preview left open for weeks must not fill the memory; violations are kept apart. */
const LONGEST = 30_000

export const createJournal = (now: () => number): Journal => {
  const entries: JournalEntry[] = []
  const violations: JournalEntry[] = []
  const waiting = new Set<() => boolean>()
  const listeners = new Set<(entry: JournalEntry) => void>()

  const untilCount: Journal['untilCount'] = (count, fits) =>
    new Promise((resolve) => {
      const found = entries.filter(fits)
      let seen = entries.at(-1)
      const isEnough = (): boolean => {
        const latest = entries.at(-1)
        if (latest && latest !== seen && fits(latest)) found.push(latest)
        seen = latest
        if (found.length < count) return false
        resolve(found.slice(0, count))
        return true
      }
      if (!isEnough()) waiting.add(isEnough)
    })

  return {
    entries,
    violations,
    add: (given) => {
      const entry = { at: now(), ...given }
      if (entries.length >= LONGEST) entries.splice(0, LONGEST / 10)
      entries.push(entry)
      if (entry.violation !== undefined && violations.length < LONGEST) violations.push(entry)
      for (const isEnough of waiting) if (isEnough()) waiting.delete(isEnough)
      for (const listener of listeners) listener(entry)
    },
    onAdd: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    untilCount,
    until: async (fits) => {
      const [entry] = await untilCount(1, fits)
      // One was asked for, so one is there.
      return entry as JournalEntry
    },
  }
}
