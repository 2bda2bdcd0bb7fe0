// @ts-check
import { h } from './dom.js'
import { addressOf } from './route.js'
/** @import { Conversation } from './types.js' */
/** @import { Store } from './store.js' */

/**
 * Shows the conversations as links, the open one marked, the others with how much is new in them.
 * @param {HTMLElement} root
 * @param {Store} store
 * @param {{ open: string | undefined, unread: ReadonlyMap<string, number> }} now
 */
export const showConversations = (root, store, { open, unread }) => {
  const entry = (/** @type {Conversation} */ { id, name, kind }) => {
    const count = id === open ? 0 : (unread.get(id) ?? 0)
    return h(
      'li',
      {},
      h(
        'a',
        { href: addressOf({ conversation: id }), 'aria-current': id === open && 'page', class: count > 0 && 'unread' },
        h('span', { class: 'sign', 'aria-hidden': 'true' }, kind === 'dm' ? '@' : '#'),
        h('span', { class: 'label' }, kind === 'dm' ? store.bot.name : name),
        count > 0 && h('span', { class: 'new' }, String(count), h('span', { class: 'hush' }, ' new')),
      ),
    )
  }
  const group = (/** @type {string} */ title, /** @type {Conversation['kind']} */ kind) => [
    h('h2', {}, title),
    h('ul', {}, ...store.conversations.filter((one) => one.kind === kind).map(entry)),
  ]
  const focused = root.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : undefined
  root.replaceChildren(...group('Channels', 'channel'), ...group('Direct message', 'dm'))
  const again = [...root.querySelectorAll('a')].find((one) => one.getAttribute('href') === focused)
  again?.focus()
}

/** @typedef {'connecting' | 'lost' | 'without-bot' | 'connected'} Connection */

/** @type {Record<Connection, string>} */
const WORDS = {
  connecting: 'Waiting for the bot…',
  lost: 'Preview not reachable. Trying again…',
  'without-bot': 'Bot not connected',
  connected: 'Bot connected',
}

/** @param {HTMLElement} root @param {Connection} connection */
export const showConnection = (root, connection) => {
  if (root.dataset['connection'] === connection) return
  root.dataset['connection'] = connection
  root.replaceChildren(h('span', { class: 'dot', 'aria-hidden': 'true' }), WORDS[connection])
}
