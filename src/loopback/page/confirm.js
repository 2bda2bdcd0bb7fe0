// @ts-check
import { h } from './dom.js'
import { renderMrkdwn } from './mrkdwn.js'
/** @import { Json, Names } from './types.js' */

/**
 * Asks whether something is meant, as its `confirm` object says.
 * @param {Json} confirm
 * @param {Names} names
 * @returns {Promise<boolean>}
 */
export const askToConfirm = (confirm, names) =>
  new Promise((resolve) => {
    const words = (/** @type {string} */ part, /** @type {string} */ otherwise) =>
      String(confirm[part]?.text ?? otherwise)
    const said = words('text', '')
    const look = confirm['style'] === 'danger' ? 'danger' : 'primary'
    const dialog = h(
      'dialog',
      { class: 'modal small', 'aria-labelledby': 'confirm-title', 'aria-describedby': 'confirm-text' },
      h('h2', { id: 'confirm-title' }, words('title', 'Are you sure?')),
      h(
        'div',
        { id: 'confirm-text', class: 'text' },
        ...(confirm['text']?.type === 'mrkdwn' ? renderMrkdwn(said, { names }) : [said]),
      ),
      h(
        'div',
        { class: 'modal-foot' },
        h('button', { type: 'button', class: 'button', click: () => dialog.close('no') }, words('deny', 'Cancel')),
        h(
          'button',
          { type: 'button', class: `button ${look}`, click: () => dialog.close('yes') },
          words('confirm', 'Yes'),
        ),
      ),
    )
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue === 'yes')
    })
    document.body.append(dialog)
    dialog.showModal()
  })
