// @ts-check
import * as api from './api.js'
import { byId } from './dom.js'
import { createHomePane } from './home-pane.js'
import { createMainPane } from './main-pane.js'
import { createModals } from './modals.js'
import { createProtocol } from './protocol.js'
import { addressOf, currentPlace } from './route.js'
import { sendTyped } from './send.js'
import { showConnection, showConversations } from './sidebar.js'
import { createStore, isReply } from './store.js'
import { createThreadPane } from './thread-pane.js'
import { createTools } from './tools.js'
import { createWaits } from './waits.js'

/** @import { MessageView } from './message.js' */
/** @import { Connection } from './sidebar.js' */
/** @import { Message, Place, Rendering } from './types.js' */

const store = createStore()
/** @type {Map<string, number>} */
const unread = new Map()
/** The channel that the reader was in last, which an agent is told. @type {string | undefined} */
let openedBefore
/** @type {Connection} */
let connection = 'connecting'
/** Where the focus goes back to when the thread closes: the message that it was opened from. @type {string | undefined} */
let openedFrom

/** @returns {Place | undefined} */
const place = () => {
  const wanted = currentPlace()
  if (wanted && store.conversation(wanted.conversation)) return wanted
  const [first] = store.conversations
  return first && { conversation: first.id }
}
/** @param {Place} to */
const go = (to) => {
  location.hash = addressOf(to)
}
/** @param {Message} message */
const openThread = ({ conversation, ts }) => {
  openedFrom = ts
  go({ conversation, thread: ts })
  show()
  threadPane.focus()
}
const closeThread = () => {
  const here = place()
  if (!here?.thread) return
  go({ conversation: here.conversation })
  show()
  const opener = byId('main-log').querySelector(
    `[data-ts="${CSS.escape(openedFrom ?? here.thread)}"] > .message-main > .replies`,
  )
  if (opener instanceof HTMLElement) opener.focus()
  else mainPane.focus()
}

/**
 * Does what was asked for with a message or a conversation. A refusal is said in its pane; where nothing answers, the
 * connection is lost.
 * @param {{ complain: (text: string) => void }} pane
 * @param {() => Promise<void>} act
 */
const attempt = async (pane, act) => {
  pane.complain('')
  try {
    await act()
  } catch (error) {
    if (error instanceof api.LostError) connected('lost')
    else pane.complain(/** @type {Error} */ (error).message)
  }
}

/** @type {Rendering['choices']} */
const choices = {
  conversations: () =>
    store.conversations.map(({ id, name, kind }) => ({ value: id, label: kind === 'dm' ? name : `#${name}` })),
  people: () => store.state.people.map(({ id, name }) => ({ value: id, label: name })),
  here: () => place()?.conversation,
}
/** What modals and the home need to know of the world. */
const rendering = () => ({ names: store.names, choices })

/** @type {MessageView} */
const threadView = {
  get you() {
    return store.you.id
  },
  get bot() {
    return store.bot.id
  },
  names: store.names,
  choices,
  press: ({ conversation, ts }, { action_id }, blockId, given) =>
    api.press({
      conversation,
      message: ts,
      actionId: action_id,
      ...(blockId !== undefined && { blockId }),
      ...(given !== undefined && { given }),
    }),
  react: ({ conversation, ts }, name) => attempt(threadPane, () => api.react({ conversation, message: ts, name })),
  shortcuts: () => store.state.shortcuts.message,
  useShortcut: ({ conversation, ts }, callbackId) =>
    attempt(threadPane, () => api.messageShortcut({ conversation, message: ts, callbackId })),
  openThread: undefined,
  replies: () => ({ count: 0, last: undefined }),
}
/** @type {MessageView} */
const mainView = {
  ...threadView,
  get you() {
    return store.you.id
  },
  get bot() {
    return store.bot.id
  },
  react: ({ conversation, ts }, name) => attempt(mainPane, () => api.react({ conversation, message: ts, name })),
  useShortcut: ({ conversation, ts }, callbackId) =>
    attempt(mainPane, () => api.messageShortcut({ conversation, message: ts, callbackId })),
  openThread,
  replies: ({ conversation, ts, replyCount = 0 }) => {
    // What one person alone sees is no reply that Slack counts.
    const replies = store.replies(conversation, ts).filter(({ ephemeral }) => !ephemeral)
    return { count: Math.max(replyCount, replies.length), last: replies.at(-1) }
  },
}

const send = (/** @type {string} */ text, /** @type {Place} */ to) => sendTyped(text, to, store)
const mainPane = createMainPane(store, { view: mainView, send })
const threadPane = createThreadPane(store, { view: threadView, send, close: closeThread })

const protocol = createProtocol()
const waits = createWaits((words) => store.update({ waits: words }))
const modals = createModals(rendering)
const homePane = createHomePane(store, rendering)
const tools = createTools(store)

const show = () => {
  const here = place()
  if (here) {
    if (here.tab !== 'home') unread.delete(here.conversation)
    if (store.conversation(here.conversation)?.kind === 'channel') openedBefore = here.conversation
    mainPane.show(here)
    homePane.show(here, unread.get(here.conversation) ?? 0)
    byId('new-chat').hidden = !store.state.hasAgent || store.conversation(here.conversation)?.kind !== 'dm'
    threadPane.show(here)
  }
  showConversations(byId('conversations'), store, { open: here?.conversation, unread })
  showConnection(byId('status'), connection)
  modals.show(store.state.views.modals)
  tools.show()
}

/** A reply of the bot to what the reader just wrote is shown at once, where there is room beside the conversation. @param {Message} message */
const openAnswer = ({ conversation, thread, user }) => {
  const here = place()
  if (!thread || user.id !== store.bot.id || here?.conversation !== conversation) return
  if (here.thread && byId('thread').contains(document.activeElement)) return
  const asked = store.topLevel(conversation).at(-1)
  if (asked?.ts !== thread || asked.user.id !== store.you.id) return
  if (matchMedia('(min-width: 60rem)').matches) go({ conversation, thread })
}

/** What happens while the state is on its way, which may be older than that. @type {(() => void)[] | undefined} */
let meanwhile
const load = async () => {
  /** @type {(() => void)[]} */
  const mine = []
  meanwhile = mine
  try {
    const state = await api.loadState()
    // Connected anew meanwhile: a younger state is on its way.
    if (meanwhile !== mine) return
    store.load(state)
    protocol.faults.show(state.faults)
    for (const happen of mine) happen()
  } catch (error) {
    if (meanwhile !== mine) return
    connection = 'lost'
    byId('conversation-topic').textContent = /** @type {Error} */ (error).message
  }
  meanwhile = undefined
  show()
}

store.onChange(show)
addEventListener('hashchange', show)
byId('new-chat').addEventListener('click', () =>
  attempt(mainPane, async () => {
    const from = openedBefore
    const { thread } = await api.startTalk(from === undefined ? {} : { from })
    const conversation = place()?.conversation
    if (conversation === undefined) return
    go({ conversation, thread })
    show()
    threadPane.focus()
  }),
)
byId('skip').addEventListener('click', (event) => {
  event.preventDefault()
  if (byId('thread').hidden) mainPane.focus()
  else threadPane.focus()
})

/** @param {Connection} now */
const connected = (now) => {
  connection = now
  showConnection(byId('status'), connection)
}
/** @param {() => void} happen */
const happened = (happen) => {
  meanwhile?.push(happen)
  happen()
}
api.listen({
  message: (message) => {
    if (message.user.id === store.bot.id) connection = 'connected'
    const here = place()
    const isSeen = here?.conversation === message.conversation && here.tab !== 'home'
    if (!isSeen && message.user.id !== store.you.id)
      unread.set(message.conversation, (unread.get(message.conversation) ?? 0) + 1)
    happened(() => store.put(message))
    if (isReply(message)) openAnswer(message)
  },
  change: (message) => happened(() => store.put(message)),
  remove: (message) => happened(() => store.remove(message)),
  status: (status) => connected(status.connected ? 'connected' : 'without-bot'),
  views: (views) => happened(() => store.update({ views })),
  assistant: (assistant) => happened(() => store.update({ assistant })),
  wire: (entry) => {
    protocol.take(entry)
    waits.take(entry)
  },
  faults: protocol.faults.show,
  // What was said while the connection was lost is in the state.
  open: () => {
    protocol.clear()
    if (connection === 'lost') connected('connecting')
    void load()
  },
  lost: () => connected('lost'),
})
