import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { Loopback } from '../../src/loopback/loopback.js'
import { callMethod } from './loopback-suite.js'

/** A frame that Slack sent. */
export interface Frame {
  readonly type: string
  readonly envelope_id?: string
  readonly payload?: Readonly<Record<string, unknown>>
  readonly retry_attempt?: number
  readonly retry_reason?: string
  readonly reason?: string
  readonly num_connections?: number
}

/** A Socket Mode client that does only what a test tells it to, unlike the real one. */
export const openSocket = async (loopback: Loopback) => {
  const { url } = await callMethod(loopback, 'apps.connections.open', {}, loopback.credentials.appToken)
  const socket = new WebSocket(String(url))
  const frames: Frame[] = []
  const waiting: ((frame: Frame) => void)[] = []
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as Frame
    const next = waiting.shift()
    if (next) next(frame)
    else frames.push(frame)
  })
  const next = (): Promise<Frame> => {
    const frame = frames.shift()
    return frame ? Promise.resolve(frame) : new Promise((resolve) => waiting.push(resolve))
  }
  const hello = await next()
  return {
    hello,
    /** The next frame, oldest first. */
    next,
    send: (frame: unknown): void => socket.send(JSON.stringify(frame)),
    sendRaw: (data: string | Buffer): void => socket.send(data),
    ack: ({ envelope_id }: Frame, payload: unknown = {}): void => socket.send(JSON.stringify({ envelope_id, payload })),
    closed: once(socket, 'close'),
    close: (): void => socket.close(),
  }
}
