import { setTimeout } from 'node:timers/promises'
import type { SocketModeReceiver } from '@slack/bolt'
import type { Logger } from 'pino'
import { within } from './within.js'

export interface SocketLink {
  /**
   * Connects, and stays connected until `close`.
   * @throws what `fatal` makes of an error, or the last error when there was no connection before the deadline
   */
  open(): Promise<void>
  close(): Promise<void>
}

export interface SocketLinkOptions {
  readonly receiver: SocketModeReceiver
  readonly log: Logger
  /** Milliseconds until the first connection must stand. */
  readonly deadline: number
  /** An error of the first connection that trying again cannot mend. */
  readonly fatal: (error: unknown) => Error | undefined
}

const HELLO_WITHIN = 10_000
const LONGEST_PAUSE = 20_000
// A connection that ends sooner than this counts as failed, lest a server that hangs up at once be called in a loop.
const SHORT_LIVED = 3000

/**
 * One Socket Mode connection, kept up by us. The client's own reconnecting waits five seconds before each try, ends for
 * good when a try fails (as an unhandled rejection), and tries for ever with a token of the wrong kind.
 */
export const createSocketLink = ({ receiver: { client }, log, deadline, fatal }: SocketLinkOptions): SocketLink => {
  catchRejections(client, log)
  const closing = new AbortController()
  const isClosed = (): boolean => closing.signal.aborted

  const connect = async (): Promise<void> => {
    try {
      await within(client.start(), HELLO_WITHIN, () => new Error('Slack did not say hello in time'))
    } catch (error) {
      // Ends what may still be under way; without a socket there is nothing to wait for.
      await client.disconnect()
      throw error ?? new Error('Slack closed the connection before saying hello')
    }
  }

  const keepUp = async (opened: () => void): Promise<void> => {
    for (let failures = 0; !isClosed(); ) {
      try {
        await connect()
        // Closed while connecting: nobody else would end this connection.
        if (isClosed()) return await client.disconnect()
        const since = performance.now()
        log.info({ failures }, 'connected to Slack')
        opened()
        await new Promise((resolve) => client.once('disconnected', resolve))
        if (isClosed()) return
        const lived = performance.now() - since
        failures = lived < SHORT_LIVED ? failures + 1 : 0
        log.info({ ms: Math.round(lived) }, 'connection to Slack ended; connecting again')
      } catch (err) {
        if (isClosed()) return
        failures++
        log[failures > 3 ? 'error' : 'warn']({ err, failures }, 'could not connect to Slack; trying again')
        onFailure(err)
      }
      await setTimeout(pauseAfter(failures), undefined, { signal: closing.signal }).catch(() => undefined)
    }
  }

  let onFailure: (error: unknown) => void = () => undefined

  return {
    open: () => {
      let last: unknown
      const opened = new Promise<void>((resolve, reject) => {
        onFailure = (error) => {
          last = error
          const problem = fatal(error)
          if (problem) reject(problem)
        }
        void keepUp(() => {
          onFailure = () => undefined
          resolve()
        })
      })
      return within(opened, deadline, () => (last instanceof Error ? last : new Error('Slack did not answer')))
    },
    close: async () => {
      closing.abort()
      await within(client.disconnect(), 1000, () => new Error('Slack did not close the connection')).catch(
        (err: unknown) => log.debug({ err }, 'connection closed from our side only'),
      )
    },
  }
}

/**
 * The client takes messages in an async listener, so that one it cannot take (app_rate_limited comes without an event)
 * ends as an unhandled rejection, which ends the process.
 */
const catchRejections = (client: SocketModeReceiver['client'], log: Logger): void => {
  const listeners = client.listeners('ws_message')
  client.removeAllListeners('ws_message')
  client.on('ws_message', (...message: unknown[]) => {
    for (const listener of listeners)
      Promise.resolve(listener.apply(client, message)).catch((err: unknown) =>
        log.warn({ err }, 'could not take a message from Slack'),
      )
  })
}

const pauseAfter = (failures: number): number =>
  failures === 0 ? 0 : Math.min(LONGEST_PAUSE, 250 * 2 ** (failures - 1)) * (0.75 + Math.random() / 2)
