// @ts-check
import { createAgentLine } from './agent.js'
import { createComposer } from './composer.js'
import { byId } from './dom.js'
import { emptyState } from './empty-state.js'
import { createLog, stayAtEnd } from './log.js'
/** @import { Log } from './log.js' */
/** @import { MessageView } from './message.js' */
/** @import { Store } from './store.js' */
/** @import { Conversation, Place } from './types.js' */

/**
 * The open conversation: its messages and the box below them.
 * @param {Store} store
 * @param {{ view: MessageView, send: (text: string, place: Place) => Promise<string | undefined> }} setup
 */
export const createMainPane = (store, { view, send }) => {
  /** @type {Conversation | undefined} */
  let open
  /** @type {Log | undefined} */
  let log
  /** @type {HTMLElement | undefined} */
  let empty
  const composer = createComposer({
    id: 'composer',
    options: () => ({ command: store.command, handle: store.bot.handle, inThread: false }),
    send: async (text) => {
      log?.toEnd()
      return open && send(text, { conversation: open.id })
    },
  })
  byId('main-composer').replaceChildren(composer.element)
  const agent = createAgentLine(composer.above, store, (line) => composer.sendLine(line))
  stayAtEnd(byId('main-log'))

  const openConversation = (/** @type {Conversation} */ conversation) => {
    open = conversation
    const { bot, command } = store
    const isDirect = conversation.kind === 'dm'
    const name = isDirect ? bot.name : `#${conversation.name}`
    byId('conversation-name').textContent = name
    byId('conversation-topic').textContent = isDirect ? 'Direct message with the bot' : conversation.topic
    document.title = `${name} · KubeCon bot, local preview`
    log = createLog(byId('main-log'), { label: `Messages in ${name}`, view, days: true, id: 'main-messages' })
    empty = emptyState(conversation, store, (line) => composer.sendLine(line))
    composer.moveTo({
      key: conversation.id,
      label: `Message to ${name}`,
      placeholder: isDirect ? `Ask ${bot.name}` : `Message ${name}`,
      hint: isDirect
        ? 'Enter sends, Shift+Enter starts a new line.'
        : `Ask with ${command} or @${bot.handle}. Enter sends, Shift+Enter starts a new line.`,
    })
  }

  return {
    focus: composer.focus,
    complain: composer.complain,
    /** @param {Place} place */
    show: ({ conversation: id }) => {
      const conversation = store.conversation(id)
      if (!conversation) return
      const isNew = conversation.id !== open?.id
      if (isNew) openConversation(conversation)
      agent.show({ conversation: id })
      log?.show(store.topLevel(id), { empty })
      if (isNew) log?.toEnd()
    },
  }
}
