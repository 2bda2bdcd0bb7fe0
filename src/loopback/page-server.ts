import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { parseJson } from './json.js'
import type { PageEvents } from './page-events.js'
import { readPageFile } from './page-files.js'
import { toPageState } from './page-messages.js'
import { type People, UnknownPlaceError } from './people.js'
import { readBody } from './read-body.js'
import { sendJson } from './send.js'
import type { Workspace } from './workspace.js'

export interface PageServerOptions {
  readonly workspace: Workspace
  readonly people: People
  readonly events: PageEvents
  /** The slash command, with its slash. */
  readonly command: string
}

const LARGEST_BODY = 100_000
const LONGEST_TEXT = 40_000

const text = z
  .string('There is no text.')
  .max(LONGEST_TEXT, `That is too long: a message has at most ${LONGEST_TEXT.toLocaleString('en')} characters.`)
const conversation = z.string('Which conversation?')
const SAY = z.object({
  conversation,
  thread: z.string().optional(),
  text: text.refine((given) => given.trim() !== '', 'Write something first.'),
})
const SLASH = z.object({ conversation, text })
const PRESS = z.object({ conversation, message: z.string(), actionId: z.string(), blockId: z.string().optional() })

/** The web chat page: its files, its state, and what the person at it does. */
export const createPageServer = ({ workspace, people, events, command }: PageServerOptions) => {
  const act = async (path: string, body: unknown): Promise<void> => {
    const user = workspace.you.id
    switch (path) {
      case '/page/say': {
        const { conversation: channel, thread, text: said } = SAY.parse(body)
        await settleNow(people.say({ channel, user, text: said, ...(thread !== undefined && { thread }) }))
        return
      }
      case '/page/slash': {
        const { conversation: channel, text: said } = SLASH.parse(body)
        await settleNow(people.slash({ channel, user, command, text: said }))
        return
      }
      default: {
        const { conversation: channel, message, actionId, blockId } = PRESS.parse(body)
        const place = { channel, user, message, actionId, ...(blockId !== undefined && { blockId }) }
        await settleNow(people.press(place))
      }
    }
  }

  const take = async (path: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!request.headers['content-type']?.startsWith('application/json'))
      return sendJson(response, 415, { error: 'Send JSON.' })
    const body = parseJson(await readBody(request, LARGEST_BODY))
    if (body === undefined) return sendJson(response, 400, { error: 'That is not JSON.' })
    try {
      await act(path, body)
      response.writeHead(204).end()
    } catch (error) {
      if (error instanceof z.ZodError) return sendJson(response, 400, { error: error.issues[0]?.message })
      if (error instanceof UnknownPlaceError) return sendJson(response, 404, { error: error.message })
      throw error
    }
  }

  /** Whether the path is the page's own. */
  return async (path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (['/page/say', '/page/slash', '/page/press'].includes(path)) {
      if (request.method === 'POST') await take(path, request, response)
      else sendJson(response, 405, { error: 'Send it with POST.' }, { allow: 'POST' })
      return true
    }
    if (path !== '/' && !path.startsWith('/page/')) return false
    if (!isRead) {
      sendJson(response, 405, { error: 'This can only be read.' }, { allow: 'GET' })
      return true
    }
    if (path === '/page/state') sendJson(response, 200, toPageState(workspace, command))
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

/**
 * Rejects with what was wrong from the start, and does not wait for the bot: what it does is seen in the page's events,
 * and a failure of its is told there by Slackbot.
 */
const settleNow = async (doing: Promise<unknown>): Promise<void> => {
  await Promise.race([doing, new Promise((resolve) => setImmediate(resolve))])
}
