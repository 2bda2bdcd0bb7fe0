import { setImmediate, setTimeout } from 'node:timers/promises'
import { createQueues } from './queues.js'

/** Answers in work: in order within a conversation, side by side between conversations. */
export interface Work {
  /** Runs a job after the earlier ones of the same key. The job must not reject. */
  run(key: string, job: () => Promise<void>): Promise<void>
  /**
   * Lets the process see to its connections first, one caller a turn: so that in a burst every event is acknowledged
   * before answers, which take the processor, are worked out.
   */
  turn(): Promise<void>
  /** Waits until nothing is in work any more, at most `ms` milliseconds; gives back how many jobs were left. */
  drain(ms: number): Promise<number>
}

export const createWork = (): Work => {
  const queues = createQueues()
  const running = new Set<Promise<void>>()
  let turns: Promise<void> = Promise.resolve()
  return {
    run: (key, job) => {
      const done = queues.run(key, job).finally(() => running.delete(done))
      running.add(done)
      return done
    },
    turn: () => {
      turns = turns.then(() => setImmediate())
      return turns
    },
    drain: async (ms) => {
      const deadline = new AbortController()
      const late = setTimeout(ms, true, { signal: deadline.signal }).catch(() => true)
      const empty = async (): Promise<boolean> => {
        // What comes in while waiting is waited for too.
        while (running.size > 0) await Promise.allSettled(running)
        return false
      }
      await Promise.race([late, empty()])
      deadline.abort()
      return running.size
    },
  }
}
