import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'

/** A call of the Web API, or a use of a response_url (`method` is `respond`), with its blocks parsed. */
export interface Call {
  readonly method: string
  readonly body: Record<string, unknown>
  /** The token that came along. */
  readonly token: string | undefined
}

export interface TinySlack {
  readonly apiUrl: string
  readonly url: string
  readonly calls: readonly Call[]
  readonly acks: readonly { envelope_id: string; payload: object }[]
  readonly sockets: readonly WebSocket[]
  /** Decides what a call is answered; default `{ok: true}`. */
  answer: (call: Call) => { status?: number; headers?: Record<string, string>; body?: object } | undefined
  /** What is sent on a new socket; default `hello`. */
  greet: (socket: WebSocket) => void
  /** Sends an envelope on one of the sockets that are open. */
  send(type: string, payload: object, more?: object): string
  /** Calls of a method, once there are `count` of them. */
  wait(method: string, count?: number): Promise<readonly Call[]>
  /** Waits until a condition holds. */
  until(holds: () => boolean): Promise<void>
  close(): Promise<void>
}

export const HELLO = JSON.stringify({
  type: 'hello',
  num_connections: 1,
  connection_info: { app_id: 'A1' },
  debug_info: {},
})

/** The least of Slack that the real Bolt connects to, for tests of the edge alone; the Slack on loopback is the honest peer. */
export const createTinySlack = async (): Promise<TinySlack> => {
  const calls: Call[] = []
  const acks: { envelope_id: string; payload: object }[] = []
  const sockets = new Set<WebSocket>()
  let count = 0
  const server = createServer(async (request, response) => {
    const method = (request.url ?? '').replace(/^\/(?:api\/)?/, '')
    const token = request.headers.authorization?.replace('Bearer ', '')
    const call = { method: method.startsWith('respond') ? 'respond' : method, body: await readBody(request), token }
    calls.push(call)
    const { status = 200, headers = {}, body = known(call) } = slack.answer(call) ?? {}
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  })
  const known = ({ method }: Call): object => {
    if (method === 'auth.test') return { ok: true, user_id: 'U0BOT', bot_id: 'B0BOT', team_id: 'T1' }
    if (method === 'apps.connections.open') return { ok: true, url: `ws://127.0.0.1:${port()}/link` }
    return { ok: true, ts: `9.${++count}`, channel: 'C1' }
  }
  const socketServer = new WebSocketServer({ server })
  socketServer.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('message', (data) => acks.push(JSON.parse(String(data))))
    socket.on('close', () => sockets.delete(socket))
    slack.greet(socket)
  })
  const port = (): number => (server.address() as AddressInfo).port
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const until = async (holds: () => boolean): Promise<void> => {
    for (const start = performance.now(); !holds(); ) {
      if (performance.now() - start > 15_000) throw new Error(`not within 15 seconds: ${holds}`)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  const slack: TinySlack = {
    apiUrl: `http://127.0.0.1:${port()}/api/`,
    url: `http://127.0.0.1:${port()}`,
    calls,
    acks,
    get sockets() {
      return [...sockets]
    },
    answer: () => undefined,
    greet: (socket) => socket.send(HELLO),
    send: (type, payload, more = {}) => {
      const id = `envelope-${++count}`
      const [socket] = [...sockets].filter(({ readyState }) => readyState === 1)
      if (!socket) throw new Error('no socket is open')
      socket.send(JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: true, ...more }))
      return id
    },
    wait: async (method, wanted = 1) => {
      const all = () => calls.filter((call) => call.method === method)
      await until(() => all().length >= wanted)
      return all()
    },
    until,
    close: async () => {
      for (const socket of sockets) socket.terminate()
      socketServer.close()
      server.closeAllConnections()
      server.close()
    },
  }
  return slack
}

const readBody = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const text = Buffer.concat(parts).toString()
  if (request.headers['content-type'] === 'application/json') return JSON.parse(text)
  const form = Object.fromEntries(new URLSearchParams(text))
  return { ...form, ...(form['blocks'] === undefined ? {} : { blocks: JSON.parse(form['blocks']) }) }
}

/** An Events API body around an event. */
export const eventBody = (event: object, id = 'Ev1'): object => ({
  token: 'v',
  team_id: 'T1',
  api_app_id: 'A1',
  type: 'event_callback',
  event_id: id,
  event_time: 1,
  authorizations: [
    { enterprise_id: null, team_id: 'T1', user_id: 'U0BOT', is_bot: true, is_enterprise_install: false },
  ],
  event,
})

export const mentionEvent = (text: string, ts = '1.1', more: object = {}): object => ({
  type: 'app_mention',
  user: 'U1',
  text: `<@U0BOT> ${text}`,
  ts,
  channel: 'C1',
  event_ts: ts,
  ...more,
})

export const slashBody = (text: string, slack: TinySlack, trigger = 't1'): object => ({
  token: 'v',
  team_id: 'T1',
  team_domain: 'local',
  channel_id: 'C1',
  channel_name: 'general',
  user_id: 'U1',
  user_name: 'alice',
  command: '/kubecon',
  text,
  api_app_id: 'A1',
  is_enterprise_install: 'false',
  response_url: `${slack.url}/respond/1`,
  trigger_id: trigger,
})

export const pressBody = (
  action: { action_id: string; value: string },
  slack: TinySlack,
  { ephemeral = false, trigger = 'p1' } = {},
): object => ({
  type: 'block_actions',
  user: { id: 'U1', username: 'alice', team_id: 'T1' },
  api_app_id: 'A1',
  token: 'v',
  container: { type: 'message', message_ts: '2.2', channel_id: 'C1', is_ephemeral: ephemeral },
  trigger_id: trigger,
  team: { id: 'T1', domain: 'local' },
  enterprise: null,
  is_enterprise_install: false,
  channel: { id: 'C1', name: 'general' },
  ...(ephemeral ? {} : { message: { type: 'message', ts: '2.2', thread_ts: '1.1', text: 'x' } }),
  state: { values: {} },
  response_url: `${slack.url}/respond/2`,
  actions: [{ type: 'button', block_id: 'b', action_ts: '3.3', text: { type: 'plain_text', text: 'x' }, ...action }],
})
