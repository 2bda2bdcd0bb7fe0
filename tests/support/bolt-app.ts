import { App, LogLevel, SocketModeReceiver } from '@slack/bolt'
import type { Loopback } from '../../src/loopback/loopback.js'

export interface BoltAppOptions {
  readonly botToken?: string
  readonly appToken?: string
  /** Milliseconds after which the client gives a silent connection up, and before it connects again. */
  readonly pingTimeout?: number
  /** How often a failed call of the Web API is tried again; default never. */
  readonly retries?: number
}

/**
 * Slack's own SDK as the client of a Slack on loopback: nothing in it is replaced. `open` connects, `stop` disconnects.
 * The app's logger is silent.
 */
export const createBoltApp = (
  loopback: Pick<Loopback, 'apiUrl' | 'credentials'>,
  { botToken, appToken, pingTimeout = 5000, retries = 0 }: BoltAppOptions = {},
) => {
  const receiver = new SocketModeReceiver({
    appToken: appToken ?? loopback.credentials.appToken,
    logger: SILENT,
    clientPingTimeout: pingTimeout,
    installerOptions: { clientOptions: { slackApiUrl: loopback.apiUrl } },
  })
  const app = new App({
    token: botToken ?? loopback.credentials.botToken,
    receiver,
    logger: SILENT,
    deferInitialization: true,
    clientOptions: { slackApiUrl: loopback.apiUrl, retryConfig: { retries, minTimeout: 1 } },
  })
  return {
    app,
    socket: receiver.client,
    open: async (): Promise<void> => {
      await app.init()
      await app.start()
    },
    stop: async (): Promise<void> => {
      await app.stop()
    },
  }
}

const nothing = (): void => undefined

const SILENT = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
}
