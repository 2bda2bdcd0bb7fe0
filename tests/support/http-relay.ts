import { createHmac } from 'node:crypto'
import type { Loopback } from '../../src/loopback/loopback.js'
import { openSocket } from '../loopback/socket-client.js'

/** A request as Slack makes it: what it is about, as JSON or as a form. */
export interface SlackRequest {
  readonly contentType: string
  readonly body: string
}

/** How a request is signed; by default as Slack does. */
export interface Signing {
  readonly secret?: string
  /** Seconds since it was signed; negative when it was signed in the future. */
  readonly age?: number
  readonly signed?: boolean
  /** What was signed in its place. */
  readonly signedBody?: string
}

/** Slack's side of HTTP: what the Slack on loopback sends over a socket goes to the bot as signed requests. */
export interface HttpRelay {
  /** What was sent, oldest first. */
  readonly requests: readonly SlackRequest[]
  /** Sends a request to the bot, or to another one on another port. */
  send(request: SlackRequest, signing?: Signing, port?: number): Promise<Response>
}

export const JSON_TYPE = 'application/json'
export const FORM_TYPE = 'application/x-www-form-urlencoded'

/** Relays to the bot that listens on `botPort`, until that Slack closes. */
export const openHttpRelay = async (slack: Loopback, botPort: number): Promise<HttpRelay> => {
  const requests: SlackRequest[] = []
  const socket = await openSocket(slack)

  const send: HttpRelay['send'] = (request, signing = {}, port = botPort) =>
    sendSigned(request, { secret: slack.credentials.signingSecret, ...signing }, port)

  const relay = async (): Promise<void> => {
    const frame = await socket.next()
    const request = toRequest(frame.type, frame.payload ?? {})
    requests.push(request)
    send(request).then(
      ({ ok }) => ok && socket.ack(frame),
      // What is not taken is not acknowledged: the journal tells.
      () => undefined,
    )
    return relay()
  }
  void relay()
  return { requests, send }
}

/** Sends a request to the bot on that port, signed. */
export const sendSigned = (
  request: SlackRequest,
  { secret, age = 0, signed = true, signedBody = request.body }: Signing & { readonly secret: string },
  port: number,
): Promise<Response> => {
  const time = Math.floor(Date.now() / 1000) - age
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${time}:${signedBody}`).digest('hex')}`
  return fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: 'POST',
    body: request.body,
    headers: {
      'content-type': request.contentType,
      connection: 'close',
      ...(signed && { 'x-slack-signature': signature, 'x-slack-request-timestamp': String(time) }),
    },
  })
}

const toRequest = (type: string, payload: Readonly<Record<string, unknown>>): SlackRequest => {
  if (type === 'events_api') return { contentType: JSON_TYPE, body: JSON.stringify(payload) }
  const fields =
    type === 'slash_commands'
      ? Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]))
      : { payload: JSON.stringify(payload) }
  return { contentType: FORM_TYPE, body: new URLSearchParams(fields).toString() }
}
