import type { Logger } from 'pino'
import type { CleanedUp } from './clean-up.js'

/** How often old rows are removed. */
const HOUR = 3_600_000

/** Removes old rows now and every hour. What is returned ends it, and resolves when the store is left alone. */
export const keepClean = (cleanUp: () => Promise<CleanedUp>, log: Pick<Logger, 'info' | 'error'>) => {
  let cleaning = Promise.resolve()
  const clean = (): void => {
    cleaning = cleaning.then(cleanUp).then(
      (rows) => log.info(rows, 'old rows removed'),
      (err: unknown) => log.error({ err }, 'could not remove old rows; trying again in an hour'),
    )
  }
  clean()
  const timer = setInterval(clean, HOUR)
  return (): Promise<void> => {
    clearInterval(timer)
    return cleaning
  }
}
