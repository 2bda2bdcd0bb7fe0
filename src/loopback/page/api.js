// @ts-check
/** @import { Assistant, Given, Message, State, Values, Views, WireEntry } from './types.js' */

/** @returns {Promise<State>} */
export const loadState = async () => {
  const response = await reach('/page/state')
  return response.json()
}

/** @param {{ conversation: string, thread?: string, text: string }} input */
export const say = (input) => post('/page/say', input)

/** @param {{ conversation: string, text: string }} input `text` is what follows the command. */
export const slash = (input) => post('/page/slash', input)

/** @param {{ conversation: string, message: string, actionId: string, blockId?: string, given?: Given }} input */
export const press = (input) => post('/page/press', input)

/** @param {{ view: string, actionId: string, blockId?: string, given?: Given, values: Values }} input @returns {Promise<{ taken: boolean }>} */
export const pressInView = (input) => ask('/page/press-in-view', input)

/** @param {{ view: string, values: Values }} input @returns {Promise<{ errors?: { [block: string]: string }, problem?: string }>} */
export const submit = (input) => ask('/page/submit', input)

/** @param {{ view: string, all?: boolean }} input */
export const closeView = (input) => post('/page/close', input)

/** @param {'home' | 'messages'} tab */
export const openApp = (tab) => post('/page/open-app', { tab })

/** @param {{ from?: string }} input @returns {Promise<{ thread: string }>} */
export const startTalk = (input) => ask('/page/talk', input)

/** @param {{ callbackId: string }} input */
export const shortcut = (input) => post('/page/shortcut', input)

/** @param {{ conversation: string, message: string, callbackId: string }} input */
export const messageShortcut = (input) => post('/page/message-shortcut', input)

/** Adds a reaction, or takes it back. @param {{ conversation: string, message: string, name: string }} input */
export const react = (input) => post('/page/react', input)

/**
 * Runs one of the further actions, by its place.
 * @param {{ action: number, conversation: string }} input
 * @returns {Promise<{ says?: string }>}
 */
export const run = (input) => ask('/page/run', input)

/** @param {{ name: string, on: boolean }} input */
export const setFault = (input) => post('/page/fault', input)

/** Asks the bot to connect anew. */
export const disconnect = () => post('/page/disconnect', {})

/**
 * Listens to what happens; the browser connects again by itself when the connection breaks.
 * @param {{ message: (message: Message) => void, change: (message: Message) => void, remove: (message: Message) => void, status: (status: { connected: boolean }) => void, wire: (entry: WireEntry) => void, faults: (on: string[]) => void, views: (views: Views) => void, assistant: (assistant: Assistant) => void, open: () => void, lost: () => void }} listeners
 */
export const listen = (listeners) => {
  const source = new EventSource('/page/events')
  source.addEventListener('open', listeners.open)
  source.addEventListener('error', () => listeners.lost())
  for (const name of /** @type {const} */ ([
    'message',
    'change',
    'remove',
    'status',
    'wire',
    'faults',
    'views',
    'assistant',
  ]))
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
  await send(path, body)
}

/** @param {string} path @param {object} body @returns {Promise<any>} what the server answers */
const ask = async (path, body) => (await send(path, body)).json()

/** @param {string} path @param {object} body */
const send = (path, body) =>
  reach(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** Nothing answered, so it is not known whether what was asked for was done. */
export class LostError extends Error {}

/**
 * @param {string} path
 * @param {RequestInit} [init]
 * @returns {Promise<Response>}
 * @throws {Error} with a sentence for the reader
 */
const reach = async (path, init) => {
  const response = await fetch(path, init).catch((cause) => {
    throw new LostError('The preview does not answer. Is it still running in your terminal?', { cause })
  })
  if (response.ok) return response
  const { error } = await response.json().catch(() => ({ error: undefined }))
  throw new Error(
    typeof error === 'string' && error !== '' ? error : `The preview refused this (HTTP ${response.status}).`,
  )
}
