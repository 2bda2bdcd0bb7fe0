// @ts-check
import * as api from './api.js'
import { renderBlocks } from './blocks.js'
import { byId, h } from './dom.js'
import { createForm } from './form.js'
import { pressIn } from './press-in.js'
import { list } from './rich-text.js'
import { addressOf } from './route.js'
/** @import { Store } from './store.js' */
/** @import { Place, Rendering } from './types.js' */

/**
 * The app's own tabs in the direct message with it: its home, and the messages.
 * @param {Store} store
 * @param {() => Omit<Rendering, 'press' | 'form'>} rendering
 */
export const createHomePane = (store, rendering) => {
  const home = byId('home')
  let seen = ''
  let tab = ''
  let form = createForm()

  const draw = () => {
    const shown = store.state.views.home
    const now = shown ? `${shown.id} ${shown.hash}` : 'none'
    if (now === seen) return
    seen = now
    if (!shown) {
      home.replaceChildren(h('p', { class: 'empty quiet' }, `${store.bot.name} has not published a home yet.`))
      return
    }
    const { id, view } = shown
    form = createForm()
    const focused =
      document.activeElement instanceof HTMLElement && home.contains(document.activeElement)
        ? document.activeElement.dataset['action']
        : undefined
    const blocks = renderBlocks(list(view['blocks']), {
      ...rendering(),
      form,
      press: pressIn(id, () => form.values()),
    })
    home.replaceChildren(h('div', { class: 'home-view content' }, ...blocks))
    const again = focused && home.querySelector(`[data-action="${CSS.escape(focused)}"]`)
    if (again instanceof HTMLElement) again.focus()
  }

  return {
    /** @param {Place} place @param {number} unread Messages that came while the home was looked at. */
    show: ({ conversation, tab: wanted }, unread) => {
      const isDirect = store.conversation(conversation)?.kind === 'dm'
      const tabs = byId('app-tabs')
      const now = isDirect ? `${conversation} ${wanted ?? 'messages'}` : ''
      const isHome = isDirect && wanted === 'home'
      home.hidden = !isHome
      for (const id of ['main-log', 'main-composer']) byId(id).hidden = isHome
      if (isHome) draw()
      const news = tabs.querySelector('.new')
      if (news) {
        news.textContent = unread > 0 ? `${unread} new` : ''
        news.toggleAttribute('hidden', unread === 0)
      }
      if (now === tab) return
      tab = now
      tabs.hidden = !isDirect || !store.state.hasHome
      const entry = (/** @type {(Node | string)[]} */ label, /** @type {Place} */ to, /** @type {boolean} */ isHere) =>
        h('a', { href: addressOf(to), 'aria-current': isHere && 'page' }, ...label)
      tabs.replaceChildren(
        entry(['Home'], { conversation, tab: 'home' }, isHome),
        entry(['Messages ', h('span', { class: 'new', hidden: true })], { conversation }, !isHome),
      )
      // As Slack does each time that somebody looks at the app. Nobody waits for it.
      if (isDirect) api.openApp(isHome ? 'home' : 'messages').catch(() => undefined)
    },
  }
}
