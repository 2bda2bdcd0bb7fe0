import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { type JsonObject, parseJson } from './json.js'
import type { PageActions } from './page-actions.js'
import type { PageEvents } from './page-events.js'
import { readPageFile } from './page-files.js'
import { readBody } from './read-body.js'
import { sendJson } from './send.js'
import { UnknownPlaceError } from './unknown-place-error.js'

export interface PageServerOptions {
  /** Everything that the page shows when it opens. */
  readonly state: () => JsonObject
  readonly actions: PageActions
  readonly events: PageEvents
}

const LARGEST_BODY = 100_000

/** The web chat page: its files, its state, and what the person at it does. */
export const createPageServer = ({ state, actions, events }: PageServerOptions) => {
  const take = async (
    act: (body: unknown) => unknown,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    if (!request.headers['content-type']?.startsWith('application/json'))
      return sendJson(response, 415, { error: 'Send JSON.' })
    const body = parseJson(await readBody(request, LARGEST_BODY))
    if (body === undefined) return sendJson(response, 400, { error: 'That is not JSON.' })
    try {
      const given = await act(body)
      if (given === undefined) response.writeHead(204).end()
      else sendJson(response, 200, given)
    } catch (error) {
      if (error instanceof z.ZodError) return sendJson(response, 400, { error: error.issues[0]?.message })
      if (error instanceof UnknownPlaceError) return sendJson(response, 404, { error: error.message })
      throw error
    }
  }

  /** Whether the path is the page's own. */
  return async (path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const act = actions.get(path)
    if (act) {
      if (request.method === 'POST') await take(act, request, response)
      else sendJson(response, 405, { error: 'Send it with POST.' }, { allow: 'POST' })
      return true
    }
    if (path !== '/' && !path.startsWith('/page/')) return false
    if (!isRead) {
      sendJson(response, 405, { error: 'This can only be read.' }, { allow: 'GET' })
      return true
    }
    if (path === '/page/state') sendJson(response, 200, state())
    else if (path === '/page/events') events.join(response)
    else await sendFile(path === '/' ? 'index.html' : path.slice('/page/'.length), response)
    return true
  }
}

const sendFile = async (name: string, response: ServerResponse): Promise<void> => {
  const file = await readPageFile(name)
  if (!file) return sendJson(response, 404, { error: 'There is no such file.' })
  response.writeHead(200, {
    'content-type': file.type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    // The page needs nothing but this server, and whatever a message says must not make it fetch more.
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
  })
  response.end(file.content)
}
