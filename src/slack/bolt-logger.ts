import { format } from 'node:util'
import { type Logger as BoltLogger, LogLevel } from '@slack/bolt'
import type { Logger } from 'pino'

/**
 * Slack's packages, logging to the bot's own log. Their debug lines hold whole payloads, with what people wrote: those
 * come at level `trace` only.
 */
export const createBoltLogger = (log: Logger): BoltLogger => {
  const write =
    (level: 'trace' | 'info' | 'warn' | 'error') =>
    (...parts: readonly unknown[]): void => {
      const err = parts.find((part) => part instanceof Error)
      const words = parts.filter((part) => !(part instanceof Error))
      const message = words.length === 0 ? (err?.message ?? '') : format(...words)
      if (err) log[level]({ err }, message)
      else log[level](message)
    }
  return {
    debug: write('trace'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    getLevel: () => (log.isLevelEnabled('trace') ? LogLevel.DEBUG : LogLevel.INFO),
    // The level is the bot's own, set by LOG_LEVEL.
    setLevel: () => undefined,
    setName: () => undefined,
  }
}
