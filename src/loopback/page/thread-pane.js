// @ts-check
import { createAgentLine } from './agent.js'
import { createComposer } from './composer.js'
import { byId, h } from './dom.js'
import { createLog, stayAtEnd } from './log.js'
/** @import { Log } from './log.js' */
/** @import { MessageView } from './message.js' */
/** @import { Store } from './store.js' */
/** @import { Place } from './types.js' */

/**
 * A thread beside the conversation; on a narrow screen it takes the conversation's place.
 * @param {Store} store
 * @param {{ view: MessageView, send: (text: string, place: Place) => Promise<string | undefined>, close: () => void }} setup
 */
export const createThreadPane = (store, { view, send, close }) => {
  const pane = byId('thread')
  /** @type {Place | undefined} */
  let open
  /** @type {Log | undefined} */
  let log
  const composer = createComposer({
    id: 'thread-composer-box',
    options: () => ({ command: store.command, handle: store.bot.handle, inThread: true }),
    send: async (text) => {
      log?.toEnd()
      return open && send(text, open)
    },
  })
  byId('thread-composer').replaceChildren(composer.element)
  const agent = createAgentLine(composer.above, store, (line) => composer.sendLine(line))
  stayAtEnd(byId('thread-log'))
  byId('thread-close').addEventListener('click', close)
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && open && !event.defaultPrevented) close()
  })

  const hide = () => {
    open = undefined
    log = undefined
    pane.hidden = true
    byId('thread-log').replaceChildren()
    byId('app').classList.remove('with-thread')
  }

  const openThread = (/** @type {Place} */ place) => {
    open = place
    const conversation = store.conversation(place.conversation)
    const isDirect = conversation?.kind === 'dm'
    const name = isDirect ? store.bot.name : `#${conversation?.name}`
    pane.hidden = false
    byId('app').classList.add('with-thread')
    byId('thread-place').textContent = name
    log = createLog(byId('thread-log'), { label: `Thread in ${name}`, view, days: false, id: 'thread-messages' })
    composer.moveTo({
      key: `${place.conversation} ${place.thread}`,
      label: 'Reply in this thread',
      placeholder: 'Reply…',
      hint: isDirect ? 'Escape closes the thread.' : `Ask with @${store.bot.handle}. Escape closes the thread.`,
    })
  }

  return {
    focus: composer.focus,
    complain: composer.complain,
    /** @param {Place} place */
    show: (place) => {
      const { conversation, thread } = place
      if (thread === undefined) {
        if (open) hide()
        return
      }
      const isNew = open?.thread !== thread || open.conversation !== conversation
      if (isNew) openThread(place)
      agent.show({ conversation, thread })
      const root = store.find(conversation, thread)
      const replies = store.replies(conversation, thread)
      const count =
        replies.length === 0 ? 'No replies yet' : replies.length === 1 ? '1 reply' : `${replies.length} replies`
      const line = h('p', { class: 'day' }, h('span', {}, count))
      log?.show([...(root ? [root] : []), ...replies], {
        after: new Map([[thread, line]]),
        empty: h('p', { class: 'empty quiet' }, 'This thread is gone.'),
      })
      if (!isNew) return
      // One answer is read from its question on; a longer thread from what came last.
      if (replies.length <= 1) log?.toStart()
      else log?.toEnd()
    },
  }
}
