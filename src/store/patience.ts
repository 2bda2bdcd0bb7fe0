import { setTimeout as wait } from 'node:timers/promises'

/** Milliseconds that SQLite itself waits: nothing else is done meanwhile. */
export const BUSY_TIMEOUT = 10

/** Tries again while another process holds the file. `isRead`: gets through also where a change would not. */
export type Patiently = <Result>(work: () => Result | Promise<Result>, isRead?: boolean) => Promise<Result>

/**
 * Waits for a file that is held, up to `within` milliseconds in all, not for each statement anew: answers that need ten
 * statements go on when the first has waited. SQLite's own waiting would hold up the whole bot, and does not cover the
 * way into WAL, so each try is short. Only for what leaves nothing behind when it fails.
 */
export const createPatience = (within: number): Patiently => {
  let held: { readonly since: number; last: number } | undefined
  /** Whether there is time left to wait. */
  const isWorthWaiting = (): boolean => {
    const now = performance.now()
    // Held again after a while in which nobody asked.
    if (!held || now - held.last > within) held = { since: now, last: now }
    held.last = now
    return now - held.since < within
  }
  return async (work, isRead = false) => {
    for (;;) {
      try {
        const result = await work()
        if (!isRead) held = undefined
        return result
      } catch (error) {
        if (!isBusy(error) || !isWorthWaiting()) throw error
        await wait(5 + Math.random() * 20)
      }
    }
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
