import { setTimeout } from 'node:timers/promises'
import { type App, type Logger as BoltLogger, HTTPReceiver, SocketModeReceiver } from '@slack/bolt'
import type { Logger } from 'pino'
import { InvalidConfigError, UnavailableError } from '../errors.js'
import { refuseOddBodies } from './refuse-odd-bodies.js'
import type { SlackConfig } from './slack-config.js'
import { createSocketLink } from './socket-link.js'
import { tokenProblem, unreachable } from './start-problem.js'
import { within } from './within.js'

/** How events come in: over two WebSockets or by HTTP. */
export interface Connection {
  /** For the app's constructor; `open` joins all of them to the app that it is given. */
  readonly receiver: SocketModeReceiver | HTTPReceiver
  /**
   * The port that it listens on, where Slack comes to it.
   * @throws InvalidConfigError when a token is not accepted, UnavailableError when Slack cannot be heard
   */
  open(app: App): Promise<number | undefined>
  close(): Promise<void>
}

export interface ConnectionOptions {
  readonly config: SlackConfig
  readonly log: Logger
  readonly logger: BoltLogger
  /** Milliseconds until the first connection must stand. */
  readonly deadline: number
}

export const createConnection = (options: ConnectionOptions): Connection => {
  const { config } = options
  return config.mode === 'socket' ? createSockets(options, config.appToken) : createServer(options, config)
}

/** What a person sees of a command that failed before it could be acknowledged. */
const SORRY = { response_type: 'ephemeral', text: 'Something failed on my side. Please try again.' } as const

const createSockets = ({ config, log, logger, deadline }: ConnectionOptions, appToken: string): Connection => {
  const createReceiver = (): SocketModeReceiver =>
    new SocketModeReceiver({
      appToken,
      logger,
      // Slack's pongs may take longer than the default of five seconds; the other socket works meanwhile.
      clientPingTimeout: 10_000,
      // We reconnect ourselves: see createSocketLink.
      autoReconnectEnabled: false,
      installerOptions: { clientOptions: { slackApiUrl: config.apiUrl, timeout: 10_000, retryConfig: { retries: 0 } } },
      processEventErrorHandler: async ({ error, event }) => {
        // The socket went away first: Slack delivers again over another one.
        if ('code' in error && String(error.code).startsWith('slack_socket_mode')) {
          log.info({ code: error.code }, 'could not acknowledge an event')
          return false
        }
        log.error({ err: error }, 'could not take an event')
        // Not an envelope at all, so there is nothing to acknowledge.
        if (event.body === undefined) return false
        // Acknowledged all the same: what failed here fails again when it is delivered again.
        await event.ack(event.body['command'] === undefined ? undefined : SORRY)
        return false
      },
    })
  // Two, so that one is there while Slack renews the other.
  const receivers = [createReceiver(), createReceiver()] as const
  const [link, second] = receivers.map((receiver, socket) =>
    createSocketLink({
      receiver,
      log: log.child({ socket }),
      deadline,
      fatal: (error) => tokenProblem(error, 'SLACK_APP_TOKEN'),
    }),
  ) as [ReturnType<typeof createSocketLink>, ReturnType<typeof createSocketLink>]
  return {
    receiver: receivers[0],
    open: async (app) => {
      for (const receiver of receivers) receiver.init(app)
      await link.open().catch((error: unknown) => {
        throw error instanceof InvalidConfigError ? error : unreachable(config.apiUrl, error)
      })
      const opening = second.open().catch((err: unknown) => log.warn({ err }, 'one connection instead of two'))
      await Promise.race([opening, setTimeout(3000, undefined, { ref: false })])
      return undefined
    },
    close: async () => {
      await Promise.all([link.close(), second.close()])
    },
  }
}

const ENDPOINT = '/slack/events'

const createServer = ({ log, logger }: ConnectionOptions, config: SlackConfig & { mode: 'http' }): Connection => {
  const { signingSecret, port } = config
  const receiver = new HTTPReceiver({ signingSecret, port, logger, endpoints: [ENDPOINT] })
  refuseOddBodies(receiver, { signingSecret, path: ENDPOINT, log })
  let opened = false
  return {
    receiver,
    open: async (app) => {
      receiver.init(app)
      const server = await receiver.start(port).catch((error: unknown) => {
        throw new UnavailableError(`PORT: the bot cannot listen on ${port}. Another program may use it.`, {
          cause: error,
        })
      })
      opened = true
      const address = server.address()
      log.info({ address }, 'listening for Slack')
      return typeof address === 'object' && address ? address.port : port
    },
    close: async () => {
      if (!opened) return
      opened = false
      await within(receiver.stop(), 2000, () => new Error('connections stayed open')).catch((err: unknown) =>
        log.warn({ err }, 'the server did not close in time'),
      )
    },
  }
}
