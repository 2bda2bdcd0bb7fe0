import { randomUUID } from 'node:crypto'
import type { Connection, Connections } from './connections.js'
import type { Journal } from './journal.js'
import { isObject, type JsonObject, parseJson } from './json.js'

export interface Envelope {
  /** `events_api`, `slash_commands` or `interactive`; a test may send others. */
  readonly type: string
  readonly payload: JsonObject
  /** Whether the acknowledgement may carry an answer. */
  readonly acceptsResponse: boolean
  readonly retry?: { readonly attempt: number; readonly reason: string }
  /** Default true: without an acknowledgement the app broke a rule. */
  readonly mustAck?: boolean
}

/** How a delivery ended. */
export type Delivery =
  | { readonly acked: true; readonly payload: JsonObject }
  | { readonly acked: false; readonly reason: 'timeout' | 'no_connection' }

/** Sends envelopes and waits for their acknowledgements. */
export interface Envelopes {
  /** Never rejects. */
  deliver(envelope: Envelope): Promise<Delivery>
  /** A frame that the app sent. */
  receive(text: string, connection: Connection): void
}

interface Pending {
  readonly envelope: Envelope
  readonly sentAt: number
  state: 'waiting' | 'acked' | 'over'
  readonly settle: (payload: JsonObject) => void
}

export interface EnvelopesOptions {
  readonly connections: Connections
  readonly journal: Journal
  /** Milliseconds within which an envelope has to be acknowledged. */
  readonly ackWithin: number
}

/** Envelopes remembered, so that a late or second acknowledgement is known as such. */
const MOST_REMEMBERED = 10_000

export const createEnvelopes = ({ connections, journal, ackWithin }: EnvelopesOptions): Envelopes => {
  const sent = new Map<string, Pending>()

  const send = (connection: Connection, id: string, { type, payload, acceptsResponse, retry }: Envelope): void => {
    const again = retry && { retry_attempt: retry.attempt, retry_reason: retry.reason }
    const frame = { envelope_id: id, type, payload, accepts_response_payload: acceptsResponse, ...again }
    journal.add({ kind: 'envelope', name: type, id, given: frame })
    connection.send(frame)
  }

  return {
    deliver: async (envelope) => {
      const connection = await connections.next(ackWithin)
      if (!connection) {
        journal.add({ kind: 'timeout', name: envelope.type, given: 'no connection' })
        return { acked: false, reason: 'no_connection' }
      }
      const id = randomUUID()
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          pending.state = 'over'
          // Only a connection that could have brought the acknowledgement makes its lack the app's fault.
          const isFault = connection.isHealthy() && envelope.mustAck !== false
          const violation = isFault ? { violation: 'no_ack' } : {}
          connection.suspect()
          journal.add({ kind: 'timeout', name: envelope.type, id, ...violation })
          resolve({ acked: false, reason: 'timeout' })
        }, ackWithin)
        timer.unref()
        const pending: Pending = {
          envelope,
          sentAt: performance.now(),
          state: 'waiting',
          settle: (payload) => {
            clearTimeout(timer)
            pending.state = 'acked'
            resolve({ acked: true, payload })
          },
        }
        remember(sent, id, pending)
        send(connection, id, envelope)
      })
    },
    receive: (text, connection) => {
      const frame = parseJson(text)
      if (!isObject(frame) || typeof frame['envelope_id'] !== 'string') {
        journal.add({ kind: 'frame', name: 'text', id: connection.id, sent: text, violation: 'malformed_frame' })
        return
      }
      const { envelope_id: id, payload } = frame
      const pending = sent.get(id)
      const name = pending?.envelope.type ?? 'unknown'
      const ms = pending && { ms: performance.now() - pending.sentAt }
      const violation = ackProblem(pending, payload)
      journal.add({ kind: 'ack', name, id, ...ms, sent: payload, ...(violation !== undefined && { violation }) })
      if (pending?.state === 'waiting') pending.settle(isObject(payload) ? payload : {})
    },
  }
}

const ackProblem = (pending: Pending | undefined, payload: unknown): string | undefined => {
  if (!pending) return 'unknown_envelope'
  if (pending.state === 'acked') return 'acked_twice'
  if (pending.state === 'over') return 'late_ack'
  if (payload !== undefined && !isObject(payload)) return 'malformed_ack'
  const isEmpty = payload === undefined || Object.keys(payload).length === 0
  return isEmpty || pending.envelope.acceptsResponse ? undefined : 'response_not_accepted'
}

const remember = (sent: Map<string, Pending>, id: string, pending: Pending): void => {
  const [oldest] = sent.keys()
  if (sent.size >= MOST_REMEMBERED && oldest !== undefined) sent.delete(oldest)
  sent.set(id, pending)
}
