import { setTimeout } from 'node:timers/promises'
import type { Logger } from 'pino'

export interface Ending {
  /** Stops what takes lines and digests, side by side: what they have in work they may still write. */
  readonly parts: readonly (() => Promise<void>)[]
  /** Stops what else uses the store. */
  readonly leaveStore: () => Promise<void>
  readonly closeStore: () => Promise<void>
  readonly log: Pick<Logger, 'warn' | 'error'>
  /** Milliseconds for the store, default 2 seconds: a server that is gone never closes, and what is written is on its disk. */
  readonly closeWithin?: number
}

/** Stops everything, the store last; a part that fails keeps none of the others from it. Never rejects. */
export const shutDown = async ({ parts, leaveStore, closeStore, log, closeWithin = 2000 }: Ending): Promise<void> => {
  for (const outcome of await Promise.allSettled(parts.map((stop) => stop())))
    if (outcome.status === 'rejected') log.error({ err: outcome.reason }, 'a part of the bot did not stop as it should')
  const closing = leaveStore()
    .then(closeStore)
    .catch((err: unknown) => log.error({ err }, 'could not close the store'))
  const late = setTimeout(closeWithin, 'late', { ref: false })
  if ((await Promise.race([closing, late])) === 'late') log.warn('the store did not close in time')
}
