/** Remembers who was told to wait. */
export interface Patience {
  /** Nobody may call before so many seconds are over. */
  ask(method: string, seconds: number): void
  isEarly(method: string): boolean
}

export const createPatience = (now: () => number): Patience => {
  const until = new Map<string, number>()
  return {
    ask: (method, seconds) => {
      until.set(method, now() + seconds * 1000)
    },
    isEarly: (method) => now() < (until.get(method) ?? 0),
  }
}
