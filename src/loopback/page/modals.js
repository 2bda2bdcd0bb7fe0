// @ts-check
import * as api from './api.js'
import { renderBlocks } from './blocks.js'
import { h } from './dom.js'
import { createForm } from './form.js'
import { pressIn } from './press-in.js'
import { list } from './rich-text.js'
/** @import { Rendering, OpenView } from './types.js' */

/**
 * The modals that the app opened, the one on top in front of the page. A dialog of the browser holds the focus and gives
 * it back.
 * @param {() => Omit<Rendering, 'press' | 'form'>} rendering
 */
export const createModals = (rendering) => {
  /** @type {Map<string, ReturnType<typeof createForm>>} */
  const forms = new Map()
  /** @type {readonly OpenView[]} */
  let open = []
  let seen = ''
  const dialog = h('dialog', { class: 'modal', 'aria-labelledby': 'modal-title' })
  document.body.append(dialog)

  const problem = h('p', { class: 'failure modal-problem', role: 'alert' })
  /** @param {() => Promise<unknown>} act */
  const attempt = async (act) => {
    problem.textContent = ''
    try {
      await act()
    } catch (error) {
      problem.textContent = /** @type {Error} */ (error).message
    }
  }
  const close = () => {
    const top = open.at(-1)
    if (top) void attempt(() => api.closeView({ view: top.id }))
  }
  // The server closes it, and tells the app where that wants to know.
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    close()
  })

  /** @param {OpenView} top */
  const draw = ({ id, view }) => {
    const form = forms.get(id) ?? createForm()
    forms.set(id, form)
    const words = (/** @type {string} */ part) => view[part]?.text && String(view[part].text)
    const submitting = async () => {
      const { errors = {}, problem: said = '' } = await api.submit({ view: id, values: form.values() })
      form.setErrors(errors)
      problem.textContent = said
      const [first] = Object.keys(errors)
      if (first === undefined) return
      draw({ id, view, hash: '' })
      const wrong = dialog.querySelector('[aria-invalid] input, [aria-invalid]:is(input, textarea, select)')
      if (wrong instanceof HTMLElement) wrong.focus()
    }
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['action'] : undefined
    const body = h(
      'div',
      { class: 'modal-body content' },
      ...renderBlocks(list(view['blocks']), {
        ...rendering(),
        form,
        press: pressIn(id, () => form.values()),
      }),
    )
    dialog.replaceChildren(
      h(
        'form',
        {
          novalidate: true,
          class: 'modal-form',
          submit: (/** @type {Event} */ event) => {
            event.preventDefault()
            if (words('submit')) void attempt(submitting)
          },
        },
        h(
          'header',
          { class: 'modal-head' },
          h('h2', { id: 'modal-title', tabindex: '-1' }, words('title') ?? ''),
          h('button', { type: 'button', class: 'close', 'aria-label': 'Close', title: 'Close', click: close }, '✕'),
        ),
        body,
        h(
          'footer',
          { class: 'modal-foot' },
          problem,
          h('button', { type: 'button', class: 'button', click: close }, words('close') ?? 'Close'),
          words('submit') && h('button', { type: 'submit', class: 'button primary' }, words('submit')),
        ),
      ),
    )
    const controls = /** @type {HTMLElement[]} */ ([...body.querySelectorAll('input, textarea, select, button, a')])
    const again = focused && controls.find((control) => control.dataset['action'] === focused)
    const start = again || controls[0] || dialog.querySelector('h2')
    if (start instanceof HTMLElement) start.focus()
  }

  return {
    /** @param {readonly OpenView[]} modals */
    show: (modals) => {
      open = modals
      const top = modals.at(-1)
      for (const id of [...forms.keys()]) if (!modals.some((one) => one.id === id)) forms.delete(id)
      const now = top ? `${top.id} ${top.hash}` : ''
      if (now === seen) return
      seen = now
      problem.textContent = ''
      if (!top) {
        dialog.close()
        dialog.replaceChildren()
        return
      }
      if (!dialog.open) dialog.showModal()
      forms.get(top.id)?.setErrors({})
      draw(top)
    },
  }
}
