import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Credentials } from './credentials.js'
import type { Journal } from './journal.js'

/** Why Slack asks an app to connect anew. */
export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets'

/** One Socket Mode connection. */
export interface Connection {
  readonly id: string
  /** Sends one text frame; nothing arrives when the connection is frozen or gone. */
  send(frame: unknown): void
  /** Open, awake, and not asked to leave: what is sent here has to be acknowledged. */
  isHealthy(): boolean
  /** What was sent here was not acknowledged: prefer others. */
  suspect(): void
}

/** The Socket Mode connections of the app. */
export interface Connections {
  readonly count: number
  /** The next one in turn; waits for one at most so many milliseconds. */
  next(within: number): Promise<Connection | undefined>
  /** A path with a ticket for one connection. */
  issuePath(): string
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void
  disconnect(reason: DisconnectReason): void
  freeze(): () => void
  sendRaw(frame: string | Buffer): void
  close(): void
}

export interface ConnectionsOptions {
  readonly credentials: Credentials
  readonly journal: Journal
  /** What came over a connection as text. */
  readonly onFrame: (text: string, connection: Connection) => void
  /** Called when the count changed. */
  readonly onCount: (count: number) => void
}

interface Open extends Connection {
  readonly socket: WebSocket
  frozen: boolean
  leaving: boolean
  suspected: boolean
}

/** Slack allows an app ten. */
const MOST = 10
const LARGEST_FRAME = 1_000_000
// The client arms its watchdog with the first ping and then expects one every 30 seconds.
const PING_EVERY = 10_000
/** Longer than this Slack does not wait for an app that it asked to leave. */
const LEAVE_WITHIN = 10_000

export const createConnections = ({ credentials, journal, onFrame, onCount }: ConnectionsOptions): Connections => {
  const server = new WebSocketServer({ noServer: true, maxPayload: LARGEST_FRAME, clientTracking: false })
  const tickets = new Set<string>()
  const open = new Set<Open>()
  const waiting = new Set<() => void>()
  let made = 0

  const pings = setInterval(() => {
    for (const { socket, frozen } of open) if (!frozen) socket.ping()
  }, PING_EVERY)
  pings.unref()

  const leave = (connection: Open, reason: DisconnectReason): void => {
    connection.send({ type: 'disconnect', reason, debug_info: { host: 'loopback' } })
    connection.leaving = true
    journal.add({ kind: 'connection', name: `disconnect ${reason}`, id: connection.id })
    setTimeout(() => connection.socket.terminate(), LEAVE_WITHIN).unref()
  }

  const greet = (socket: WebSocket): void => {
    const connection: Open = {
      id: `connection-${++made}`,
      socket,
      frozen: false,
      leaving: false,
      suspected: false,
      send: (frame) => {
        if (!connection.frozen && socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame))
      },
      isHealthy: () => !connection.frozen && !connection.leaving && socket.readyState === socket.OPEN,
      suspect: () => {
        connection.suspected = true
      },
    }
    socket.on('message', (data, isBinary) => {
      if (!isBinary) return onFrame(String(data), connection)
      journal.add({ kind: 'frame', name: 'binary', id: connection.id, violation: 'binary_frame' })
    })
    // A frame that breaks the protocol closes its connection, and no more than that.
    socket.on('error', ({ message }) =>
      journal.add({ kind: 'frame', name: message, id: connection.id, violation: 'malformed_frame' }),
    )
    socket.on('close', (code) => {
      open.delete(connection)
      journal.add({ kind: 'connection', name: 'close', id: connection.id, given: { code } })
      onCount(open.size)
    })
    open.add(connection)
    const violation = open.size > MOST ? { violation: 'too_many_websockets' } : {}
    journal.add({ kind: 'connection', name: 'open', id: connection.id, ...violation })
    if (open.size > MOST) leave(connection, 'too_many_websockets')
    connection.send({
      type: 'hello',
      num_connections: open.size,
      debug_info: { host: 'loopback', build_number: 1, approximate_connection_time: 18_060 },
      connection_info: { app_id: credentials.appId },
    })
    onCount(open.size)
    for (const wake of waiting) wake()
  }

  /** Least recently chosen first: choosing moves to the end. */
  const choose = (): Connection | undefined => {
    const able = [...open].filter(({ socket, leaving }) => !leaving && socket.readyState === socket.OPEN)
    const chosen = able.find(({ suspected }) => !suspected) ?? able[0]
    if (chosen && open.delete(chosen)) open.add(chosen)
    return chosen
  }

  return {
    get count() {
      return open.size
    },
    next: (within) => {
      const chosen = choose()
      if (chosen) return Promise.resolve(chosen)
      return new Promise((resolve) => {
        const settle = (): void => {
          clearTimeout(timer)
          waiting.delete(settle)
          resolve(choose())
        }
        const timer = setTimeout(settle, within)
        timer.unref()
        waiting.add(settle)
      })
    },
    issuePath: () => {
      const ticket = randomBytes(16).toString('hex')
      tickets.add(ticket)
      return `/link/?ticket=${ticket}&app_id=${credentials.appId}`
    },
    accept: (request, socket, head) => {
      const address = request.url ?? '/'
      if (!URL.canParse(address, 'http://loopback')) {
        journal.add({ kind: 'refused', name: 'malformed address' })
        refuseUpgrade(socket, '400 Bad Request')
        return
      }
      const { pathname, searchParams } = new URL(address, 'http://loopback')
      if (pathname !== '/link/' || !tickets.delete(searchParams.get('ticket') ?? '')) {
        journal.add({ kind: 'refused', name: 'no valid ticket' })
        refuseUpgrade(socket, '403 Forbidden')
        return
      }
      server.handleUpgrade(request, socket, head, greet)
    },
    disconnect: (reason) => {
      for (const connection of open) if (!connection.leaving) leave(connection, reason)
    },
    freeze: () => {
      const frozen = [...open]
      for (const connection of frozen) {
        connection.frozen = true
        connection.socket.pause()
      }
      return () => {
        for (const connection of frozen) {
          connection.frozen = false
          connection.socket.resume()
        }
      }
    },
    sendRaw: (frame) => {
      for (const { socket, frozen } of open) if (!frozen) socket.send(frame)
    },
    close: () => {
      clearInterval(pings)
      for (const wake of waiting) wake()
      for (const { socket } of open) socket.terminate()
      server.close()
    },
  }
}

/** Says no to a request for a WebSocket. */
export const refuseUpgrade = (socket: Duplex, status: string): void => {
  socket.on('error', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}
