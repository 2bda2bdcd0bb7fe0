import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { type Connections, refuseUpgrade } from './connections.js'
import type { CallFaults } from './faults.js'
import { turnAway } from './guard.js'
import type { Journal } from './journal.js'
import { TooLargeError } from './read-body.js'
import type { ResponseUrls } from './response-urls.js'
import { sendJson, sendText } from './send.js'
import { takeResponse } from './take-response.js'

export interface FrontDoorOptions {
  readonly port: number
  readonly journal: Journal
  readonly faults: CallFaults
  readonly connections: Connections
  readonly responseUrls: ResponseUrls
  /** Answers a call of the Web API. */
  readonly callMethod: (name: string, request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** Answers a request of the web chat page; resolves to whether it was one. */
  readonly servePage: (path: string, request: IncomingMessage, response: ServerResponse) => Promise<boolean>
}

/** Where requests come in: turns strangers away, and leads everybody else to who answers. */
export const createFrontDoor = (options: FrontDoorOptions) => {
  const { port, journal, faults, connections, callMethod, servePage } = options

  const lead = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const why = turnAway(request, port)
    if (why !== undefined) {
      journal.add({ kind: 'refused', name: why })
      return sendText(response, 403, `Refused: ${why}.\n`, { connection: 'close' })
    }
    const path = pathOf(request)
    const [, door, name = ''] = /^\/(api|respond)\/([\w.]+)$/.exec(path) ?? []
    if (door !== undefined && request.method !== 'POST')
      return sendText(response, 405, 'Send it with POST.\n', { allow: 'POST' })
    if (door === 'api') return callMethod(name, request, response)
    if (door === 'respond') return takeResponse(name, request, response, options)
    if (await servePage(path, request, response)) return
    sendText(response, 404, 'There is nothing here.\n')
  }

  return {
    onRequest: (request: IncomingMessage, response: ServerResponse): void => {
      lead(request, response).catch((error: unknown) => {
        if (error instanceof TooLargeError) {
          journal.add({ kind: 'refused', name: error.message, violation: 'too_large' })
          return sendText(response, 413, `Too large: ${error.message}.\n`, { connection: 'close' })
        }
        journal.add({ kind: 'refused', name: String(error) })
        sendJson(response, 500, { ok: false, error: 'internal_error' })
      })
    },
    onUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
      const why = turnAway(request, port)
      const fault = why === undefined ? faults.take('socket') : undefined
      if (why !== undefined) {
        journal.add({ kind: 'refused', name: why })
        refuseUpgrade(socket, '403 Forbidden')
      } else if (fault) {
        journal.add({ kind: 'connection', name: `refused (${fault.kind})` })
        if (fault.kind === 'status') refuseUpgrade(socket, `${fault.status} Refused`)
        else socket.destroy()
      } else {
        connections.accept(request, socket, head)
      }
    },
  }
}

const pathOf = ({ url = '/' }: IncomingMessage): string => url.split(/[?#]/, 1)[0] ?? '/'
