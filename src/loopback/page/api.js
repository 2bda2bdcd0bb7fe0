// @ts-check
/** @import { Message, State, WireEntry } from './types.js' */

/** @returns {Promise<State>} */
export const loadState = async () => {
  const response = await reach('/page/state')
  return response.json()
}

/** @param {{ conversation: string, thread?: string, text: string }} input */
export const say = (input) => post('/page/say', input)

/** @param {{ conversation: string, text: string }} input `text` is what follows the command. */
export const slash = (input) => post('/page/slash', input)

/** @param {{ conversation: string, message: string, actionId: string, blockId?: string, value?: string }} input */
export const press = (input) => post('/page/press', input)

/** @param {{ name: string, on: boolean }} input */
export const setFault = (input) => post('/page/fault', input)

/** Asks the bot to connect anew. */
export const disconnect = () => post('/page/disconnect', {})

/**
 * Listens to what happens; the browser connects again by itself when the connection breaks.
 * @param {{ message: (message: Message) => void, change: (message: Message) => void, remove: (message: Message) => void, status: (status: { connected: boolean }) => void, wire: (entry: WireEntry) => void, faults: (on: string[]) => void, open: () => void, lost: () => void }} listeners
 */
export const listen = (listeners) => {
  const source = new EventSource('/page/events')
  source.addEventListener('open', listeners.open)
  source.addEventListener('error', () => listeners.lost())
  for (const name of /** @type {const} */ (['message', 'change', 'remove', 'status', 'wire', 'faults']))
    source.addEventListener(name, (event) => listeners[name](JSON.parse(event.data)))
  // A page that is left in the browser's cache would hold one of its few connections.
  addEventListener('pagehide', () => source.close())
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload()
  })
}

/**
 * @param {string} path
 * @param {object} body
 * @returns {Promise<void>}
 */
const post = async (path, body) => {
  await reach(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

/**
 * @param {string} path
 * @param {RequestInit} [init]
 * @returns {Promise<Response>}
 * @throws {Error} with a sentence for the reader
 */
const reach = async (path, init) => {
  const response = await fetch(path, init).catch((cause) => {
    throw new Error('The preview does not answer. Is it still running in your terminal?', { cause })
  })
  if (response.ok) return response
  const { error } = await response.json().catch(() => ({ error: undefined }))
  throw new Error(
    typeof error === 'string' && error !== '' ? error : `The preview refused this (HTTP ${response.status}).`,
  )
}
