// @ts-check
import { h } from './dom.js'
/** @import { Store } from './store.js' */
/** @import { Place } from './types.js' */

/**
 * What the bot suggests to ask and says that it is doing, and what keeps it waiting, above the box of a talk with it.
 * @param {HTMLElement} root
 * @param {Store} store
 * @param {(line: string) => unknown} send
 */
export const createAgentLine = (root, store, send) => {
  const status = h('p', { class: 'agent-status', role: 'status' })
  const prompts = h('div', { class: 'prompts' })
  const waits = h('p', { class: 'system-note', role: 'status' })
  root.replaceChildren(prompts, status, waits)
  let seen = ''
  return {
    /** @param {Place} place */
    show: ({ conversation, thread }) => {
      const { suggestions, statuses } = store.state.assistant
      const kept = store.state.waits ?? ''
      if (waits.textContent !== kept) waits.textContent = kept
      const isHere = (/** @type {Place} */ one) => one.conversation === conversation && one.thread === thread
      // The answer to what was just written comes in a thread, which is not open yet.
      const asked = thread ?? store.topLevel(conversation).at(-1)?.ts
      const isDoing = (/** @type {Place} */ one) => one.conversation === conversation && one.thread === asked
      const doing = statuses.find((one) => isHere(one) || isDoing(one))
      const words = doing === undefined ? '' : `${store.bot.name} ${doing.status}`
      if (status.textContent !== words) status.textContent = words
      // Suggestions of a new chat go with its first question.
      const isAsked =
        thread !== undefined && store.replies(conversation, thread).some(({ user }) => user.id === store.you.id)
      const suggested = isAsked ? undefined : suggestions.find(isHere)
      const now = JSON.stringify(suggested ?? null)
      if (now === seen) return
      seen = now
      prompts.replaceChildren(
        ...(suggested
          ? [
              h('p', { class: 'prompts-title' }, suggested.title ?? 'Try asking'),
              ...suggested.prompts.map(({ title, message }) =>
                h('button', { type: 'button', class: 'switch', title: message, click: () => send(message) }, title),
              ),
            ]
          : []),
      )
    },
  }
}
