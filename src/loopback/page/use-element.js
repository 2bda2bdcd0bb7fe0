// @ts-check
import { askToConfirm } from './confirm.js'
import { h } from './dom.js'
/** @import { Given, Json, Rendering } from './types.js' */

/**
 * An element that somebody can use, in its block.
 * @typedef {object} Place
 * @property {Json} block
 * @property {Rendering} rendering
 */

/**
 * Does what using the element does, once the person has confirmed it; what goes wrong is said behind `control`.
 * @param {Json} element
 * @param {Place} place
 * @param {Given} [given]
 * @param {HTMLElement} [control]
 */
export const useElement = async (element, { block, rendering }, given, control) => {
  if (control?.getAttribute('aria-disabled') === 'true') return
  if (element['confirm'] && !(await askToConfirm(element['confirm'], rendering.names))) return
  // Not `disabled`, which would take the focus away from whoever pressed it with the keyboard.
  control?.setAttribute('aria-disabled', 'true')
  control?.parentElement?.querySelector(':scope > .failure')?.remove()
  try {
    await rendering.press(element, block['block_id'], given)
  } catch (error) {
    control?.after(h('span', { class: 'failure', role: 'alert' }, /** @type {Error} */ (error).message))
  }
  control?.removeAttribute('aria-disabled')
}
