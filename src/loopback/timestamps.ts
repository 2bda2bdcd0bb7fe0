/** Makes Slack timestamps, `seconds.microseconds`: the id of a message in its conversation, never the same twice. */
export const createTimestamps = (now: () => number): (() => string) => {
  let last = 0
  return () => {
    last = Math.max(last + 1, Math.round(now() * 1000))
    return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`
  }
}

/** Milliseconds since the epoch. */
export const timeOf = (ts: string): number => Number(ts) * 1000
