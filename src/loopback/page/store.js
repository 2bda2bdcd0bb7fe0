// @ts-check
/** @import { Conversation, Message, Names, State } from './types.js' */

/** What the page knows: who is there and what was said. Tells its listeners after each change. */
export const createStore = () => {
  /** @type {State} */
  let state = {
    you: { id: '', name: 'you' },
    bot: { id: '', name: 'The bot', handle: 'kubecon' },
    command: '/kubecon',
    conversations: [],
    messages: {},
    people: [],
    shortcuts: { message: [], global: [] },
    hasHome: false,
    hasAgent: false,
    actions: [],
    views: { modals: [] },
    assistant: { suggestions: [], statuses: [] },
    faults: [],
  }
  /** @type {Map<string, Map<string, Message>>} */
  let messages = new Map()
  /** @type {Map<string, string>} */
  const people = new Map()
  /** @type {Set<(message?: Message) => void>} */
  const listeners = new Set()
  /** @param {Message} [message] */
  const tell = (message) => {
    for (const listener of listeners) listener(message)
  }
  /** @param {Message} message */
  const keep = (message) => {
    people.set(message.user.id, message.user.name)
    const said = messages.get(message.conversation) ?? new Map()
    messages.set(message.conversation, said.set(message.ts, message))
  }
  /** @param {string} conversation @returns {Message[]} */
  const all = (conversation) => [...(messages.get(conversation)?.values() ?? [])].sort(byTime)

  return {
    get you() {
      return state.you
    },
    get bot() {
      return state.bot
    },
    get command() {
      return state.command
    },
    get conversations() {
      return state.conversations
    },
    /** Everything else that the server told. @returns {Readonly<State>} */
    get state() {
      return state
    },
    /** @param {Partial<Pick<State, 'views' | 'assistant' | 'waits'>>} news */
    update: (news) => {
      state = { ...state, ...news }
      tell()
    },
    /** @param {string} id @returns {Conversation | undefined} */
    conversation: (id) => state.conversations.find((one) => one.id === id),
    /** @param {string} conversation @param {string} ts */
    find: (conversation, ts) => messages.get(conversation)?.get(ts),
    /** What stands in a conversation itself, oldest first. @param {string} conversation */
    topLevel: (conversation) => all(conversation).filter((message) => !isReply(message)),
    /** @param {string} conversation @param {string} thread */
    replies: (conversation, thread) => all(conversation).filter((one) => isReply(one) && one.thread === thread),
    /** @type {Names} */
    names: {
      user: (id) => (id === state.bot.id ? state.bot.handle : people.get(id)),
      channel: (id) => state.conversations.find((one) => one.id === id)?.name,
    },
    /** @param {State} loaded */
    load: (loaded) => {
      state = { ...loaded, ...(state.waits !== undefined && { waits: state.waits }) }
      people.set(loaded.you.id, loaded.you.name)
      messages = new Map()
      for (const message of Object.values(loaded.messages).flat()) keep(message)
      tell()
    },
    /** A new message, or a new version of one. @param {Message} message */
    put: (message) => {
      keep(message)
      tell(message)
    },
    /** @param {Pick<Message, 'conversation' | 'ts'>} message */
    remove: ({ conversation, ts }) => {
      messages.get(conversation)?.delete(ts)
      tell()
    },
    /** @param {(message?: Message) => void} listener */
    onChange: (listener) => {
      listeners.add(listener)
    },
  }
}

/** @typedef {ReturnType<typeof createStore>} Store */

/** @param {Message} message */
export const isReply = ({ thread, ts }) => thread !== undefined && thread !== '' && thread !== ts

/** Timestamps have a fixed width, so their order is that of their letters. @param {Message} one @param {Message} other */
const byTime = (one, other) => (one.ts < other.ts ? -1 : one.ts > other.ts ? 1 : 0)
