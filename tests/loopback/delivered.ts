import { isObject, type JsonObject } from '../../src/loopback/json.js'
import type { Loopback } from '../../src/loopback/loopback.js'
import { type Frame, openSocket } from './socket-client.js'

/** What a person does, as it arrives at an app, which acknowledges it with `answer`. */
export const deliver = async (
  loopback: Loopback,
  act: () => Promise<unknown>,
  answer?: unknown,
): Promise<JsonObject> => {
  const socket = await openSocket(loopback)
  const acting = act()
  const envelope: Frame = await socket.next()
  socket.ack(envelope, answer)
  await acting
  // What comes next is for who asks for it next.
  socket.close()
  await socket.closed
  return envelope.payload ?? {}
}

export const eventIn = ({ event }: JsonObject): JsonObject => (isObject(event) ? event : {})
