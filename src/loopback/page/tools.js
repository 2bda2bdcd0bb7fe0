// @ts-check
import * as api from './api.js'
import { byId, h } from './dom.js'
import { currentPlace } from './route.js'
/** @import { Store } from './store.js' */

/** The app's shortcuts that can be used anywhere, and what else whoever opened the preview offers. @param {Store} store */
export const createTools = (store) => {
  const remark = h('p', { class: 'remark', role: 'status' })
  let seen = ''
  /** @param {() => Promise<string | undefined>} act */
  const attempt = async (act) => {
    remark.classList.remove('failure')
    try {
      remark.textContent = (await act()) ?? ''
    } catch (error) {
      remark.classList.add('failure')
      remark.textContent = /** @type {Error} */ (error).message
    }
  }
  const tool = (
    /** @type {string} */ label,
    /** @type {string} */ title,
    /** @type {() => Promise<string | undefined>} */ act,
  ) => h('button', { type: 'button', class: 'tool', title, click: () => attempt(act) }, label)
  return {
    show: () => {
      const { shortcuts, actions } = store.state
      const now = JSON.stringify([shortcuts.global, actions])
      if (now === seen) return
      seen = now
      byId('tools-more').replaceChildren(
        ...shortcuts.global.map(({ name, description, callbackId }) =>
          tool(name, `Shortcut: ${description}`, async () => {
            await api.shortcut({ callbackId })
            return undefined
          }),
        ),
        ...actions.map((label, action) =>
          tool(label, label, async () => {
            const conversation = currentPlace()?.conversation ?? store.state.conversations[0]?.id ?? ''
            return (await api.run({ action, conversation })).says
          }),
        ),
        remark,
      )
    },
  }
}
