// @ts-check
import { h, link } from './dom.js'
import { list, unknown } from './rich-text.js'
/** @import { Json, Rendering } from './types.js' */

/** A row of buttons, with room for what went wrong. @param {Json} block @param {Rendering} rendering @returns {Node[]} */
export const renderActions = (block, rendering) =>
  list(block['elements']).map((element) =>
    element['type'] === 'button'
      ? renderButton(element, block['block_id'], rendering)
      : unknown('element', element['type']),
  )

/** @param {Json} button @param {string | undefined} blockId @param {Rendering} rendering @returns {HTMLElement} */
export const renderButton = (button, blockId, { press }) => {
  const label = String(button['text']?.text ?? 'Button')
  const look = button['style'] === 'primary' ? 'primary' : button['style'] === 'danger' ? 'danger' : ''
  const pressed = async () => {
    if (element.getAttribute('aria-disabled') === 'true') return
    // Not `disabled`, which would take the focus away from whoever pressed it with the keyboard.
    element.setAttribute('aria-disabled', 'true')
    element.parentElement?.querySelector('.failure')?.remove()
    try {
      await press(button, blockId)
    } catch (error) {
      element.after(h('span', { class: 'failure', role: 'alert' }, /** @type {Error} */ (error).message))
    }
    element.removeAttribute('aria-disabled')
  }
  if (button['url']) {
    const opened = link(button['url'], label)
    opened.classList.add('button')
    return opened
  }
  const element = h(
    'button',
    {
      type: 'button',
      class: `button ${look}`.trim(),
      'aria-label': button['accessibility_label'],
      'data-action': button['action_id'],
      click: pressed,
    },
    label,
  )
  return element
}
