import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createConnections, type DisconnectReason } from './connections.js'
import { type Credentials, createCredentials } from './credentials.js'
import { createEnvelopes } from './envelopes.js'
import { rateLimitedEnvelope } from './event-payload.js'
import { createEvents } from './events.js'
import { createCallFaults, type Faults } from './faults.js'
import { createFrontDoor } from './front-door.js'
import { createJournal, type Journal } from './journal.js'
import type { JsonObject } from './json.js'
import { createPageEvents } from './page-events.js'
import { createPageServer } from './page-server.js'
import { createPeople, type People } from './people.js'
import { createResponseUrls } from './response-urls.js'
import { createTriggerIds } from './trigger-ids.js'
import { createViewPeople, type ViewPeople } from './view-people.js'
import { createViews, type OpenView } from './views.js'
import { createWebApi } from './web-api.js'
import { createWorkspace, type Workspace } from './workspace.js'

export interface LoopbackOptions {
  /** Default 0: any that is free. */
  readonly port?: number
  /** Those of an earlier one, so that an app finds its Slack again; default new ones. */
  readonly credentials?: Credentials
  /** Milliseconds since the epoch. */
  readonly now?: () => number
  /** What the bot may do and hear; default everything. */
  readonly scopes?: readonly string[]
  /** The slash command that the page sends; default `/kubecon`. */
  readonly command?: string
  /** Milliseconds within which an envelope has to be acknowledged; default 3000, as at Slack. */
  readonly ackWithin?: number
  /** Pauses in milliseconds before an event is delivered again; default at once, after 1 minute, after 5 minutes, as at Slack. */
  readonly redeliverAfter?: readonly number[]
}

/** A Slack on 127.0.0.1: the newcomer's try-out, and the peer of the tests. */
export interface Loopback extends People, ViewPeople {
  /** `http://127.0.0.1:port` */
  readonly url: string
  /** For SLACK_API_URL. */
  readonly apiUrl: string
  readonly credentials: Credentials
  readonly journal: Journal
  readonly workspace: Workspace
  /** Modals and App Homes that the app showed. */
  readonly views: readonly OpenView[]
  /** How many sockets are open. */
  readonly connected: number
  /** Sends an event of any shape, wrapped as Slack would. */
  event(event: JsonObject): Promise<void>
  /** Sends an envelope of any type, which need not be acknowledged; resolves to whether it was. */
  envelope(type: string, payload: JsonObject): Promise<boolean>
  /** Asks every connection to leave. */
  disconnect(reason: DisconnectReason): void
  readonly faults: Faults
  close(): Promise<void>
}

const REDELIVER_AFTER = [0, 60_000, 300_000]
const ACK_WITHIN = 3000

/** @throws when the port is taken */
export const createLoopback = async (options: LoopbackOptions = {}): Promise<Loopback> => {
  const { port = 0, credentials = createCredentials(), now = Date.now, scopes, command = '/kubecon' } = options
  const { ackWithin = ACK_WITHIN, redeliverAfter = REDELIVER_AFTER } = options
  const journal = createJournal(now)
  const workspace = createWorkspace(credentials, now)
  const triggers = createTriggerIds(now)
  const views = createViews()
  const callFaults = createCallFaults()
  const pageEvents = createPageEvents(workspace)
  const responseUrls = createResponseUrls(workspace, now)

  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    // Never 0.0.0.0: this Slack believes everybody who reaches it.
    server.listen(port, '127.0.0.1', resolve)
  })
  const { port: taken } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${taken}`

  const connections = createConnections({
    credentials,
    journal,
    onFrame: (text, connection) => envelopes.receive(text, connection),
    onCount: (count) => pageEvents.status(count > 0),
  })
  const envelopes = createEnvelopes({ connections, journal, ackWithin })
  const faults: Faults = {
    calls: callFaults.add,
    duplicateEvents: false,
    freezeSockets: connections.freeze,
    rateLimitEvents: () => void envelopes.deliver(rateLimitedEnvelope(credentials, now())),
    sendFrame: connections.sendRaw,
  }
  const events = createEvents({
    workspace,
    credentials,
    envelopes,
    scopes,
    now,
    redeliverAfter,
    isDoubled: () => faults.duplicateEvents,
  })
  const people = createPeople({
    workspace,
    credentials,
    envelopes,
    events,
    triggers,
    responseUrls,
    journal,
    scopes,
    url,
    now,
  })
  const viewPeople = createViewPeople({
    workspace,
    credentials,
    envelopes,
    events,
    triggers,
    responseUrls,
    views,
    url,
    now,
  })
  const issueSocketUrl = (): string => `ws://127.0.0.1:${taken}${connections.issuePath()}`
  const context = { workspace, credentials, triggers, views, url, issueSocketUrl }
  const door = createFrontDoor({
    port: taken,
    journal,
    faults: callFaults,
    connections,
    responseUrls,
    callMethod: createWebApi({ journal, faults: callFaults, context, scopes, now }),
    servePage: createPageServer({ workspace, people, events: pageEvents, command }),
  })
  server.on('request', door.onRequest)
  server.on('upgrade', door.onUpgrade)

  return {
    url,
    apiUrl: `${url}/api/`,
    credentials,
    journal,
    workspace,
    views: views.open,
    get connected() {
      return connections.count
    },
    ...people,
    ...viewPeople,
    event: events.send,
    envelope: async (type, payload) =>
      (await envelopes.deliver({ type, payload, acceptsResponse: true, mustAck: false })).acked,
    disconnect: connections.disconnect,
    faults,
    close: async () => {
      events.close()
      pageEvents.close()
      connections.close()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}
