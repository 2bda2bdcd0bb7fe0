// @ts-check
import { h } from './dom.js'

/**
 * A button that opens a menu, which arrow keys walk through and Escape closes.
 * @param {{ label: (Node | string)[], name: string, class?: string, action?: string, items: readonly { label: string, choose: () => unknown }[] }} setup
 * @returns {HTMLElement}
 */
export const menuButton = ({ label, name, class: look = 'button', action, items }) => {
  const rows = items.map(({ label: words, choose }) =>
    h(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        tabindex: '-1',
        click: () => {
          close()
          opener.focus()
          choose()
        },
      },
      words,
    ),
  )
  const menu = h('div', { class: 'menu', role: 'menu', 'aria-label': name, hidden: true }, ...rows)
  const opener = h(
    'button',
    {
      type: 'button',
      class: look,
      title: name,
      'aria-label': name,
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'data-action': action,
      click: () => (menu.hidden ? open() : close()),
    },
    ...label,
  )
  const closeOutside = (/** @type {Event} */ event) => {
    if (event.target instanceof Node && !root.contains(event.target)) close()
  }
  const close = () => {
    menu.hidden = true
    opener.setAttribute('aria-expanded', 'false')
    removeEventListener('pointerdown', closeOutside)
  }
  const open = () => {
    menu.hidden = false
    opener.setAttribute('aria-expanded', 'true')
    const { top, bottom } = opener.getBoundingClientRect()
    menu.classList.toggle('upward', innerHeight - bottom < menu.offsetHeight + 8 && top > menu.offsetHeight)
    addEventListener('pointerdown', closeOutside)
    rows[0]?.focus()
  }
  const root = h(
    'span',
    {
      class: 'menu-root',
      keydown: (/** @type {KeyboardEvent} */ event) => {
        if (menu.hidden) return
        const at = rows.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement))
        const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
        if (to !== undefined) rows.at(to % rows.length)?.focus()
        else if (event.key === 'Escape') {
          close()
          opener.focus()
        } else return
        event.preventDefault()
        event.stopPropagation()
      },
      focusout: (/** @type {FocusEvent} */ event) => {
        if (event.relatedTarget instanceof Node && !root.contains(event.relatedTarget)) close()
      },
    },
    opener,
    menu,
  )
  return root
}
