/** Jobs of one key run one after the other, those of different keys side by side. */
export interface Queues {
  /** Whether a job of this key waits or runs. */
  has(key: string): boolean
  /** Runs a job after the earlier ones of its key, however those ended. */
  run<Result>(key: string, job: () => Promise<Result>): Promise<Result>
}

export const createQueues = (): Queues => {
  const last = new Map<string, Promise<unknown>>()
  return {
    has: (key) => last.has(key),
    run: (key, job) => {
      const done = (last.get(key) ?? Promise.resolve()).then(job)
      const settled = done
        .catch(() => undefined)
        .then(() => {
          if (last.get(key) === settled) last.delete(key)
        })
      last.set(key, settled)
      return done
    },
  }
}
