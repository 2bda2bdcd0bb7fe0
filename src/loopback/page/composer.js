// @ts-check
import { createCompletionList } from './completion-list.js'
import { h } from './dom.js'

/**
 * @typedef {object} ComposerSetup
 * @property {string} id
 * @property {() => { command: string, handle: string, inThread: boolean }} options
 * @property {(text: string) => Promise<string | undefined>} send Returns a remark for the reader, if any; throws what went wrong.
 */

/** The box to write in, with its suggestions and with room for what went wrong. @param {ComposerSetup} setup */
export const createComposer = ({ id, options, send }) => {
  /** @type {Map<string, string>} */
  const drafts = new Map()
  /** @type {string[]} */
  const sent = []
  let recalled = -1
  let place = ''

  const box = h('textarea', {
    id,
    rows: 1,
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-controls': `${id}-completions`,
    'aria-describedby': `${id}-hint`,
    maxlength: 40_000,
    // Until it is known where it writes to. Not `disabled`: the way to it by keyboard would end nowhere.
    readonly: true,
  })
  const label = h('label', { for: id, class: 'hush' }, 'Message')
  const hint = h('p', { class: 'hint', id: `${id}-hint` }, 'Loading. You can write as soon as the messages are here.')
  const above = h('div', { class: 'above-box' })
  const remark = h('p', { class: 'remark', role: 'alert' })
  const growToText = () => {
    box.style.height = 'auto'
    box.style.height = `${Math.min(box.scrollHeight, 200)}px`
  }
  const list = createCompletionList(box, {
    id: `${id}-completions`,
    options,
    chosen: () => {
      growToText()
      list.update()
    },
  })
  const put = (/** @type {string} */ text) => {
    box.value = text
    box.setSelectionRange(text.length, text.length)
    growToText()
  }
  const tell = (/** @type {string} */ text, isFailure = false) => {
    remark.textContent = text
    remark.classList.toggle('failure', isFailure)
  }

  const submit = async () => {
    const text = box.value.trim()
    if (text === '') return
    const from = place
    put('')
    list.close()
    tell('')
    recalled = -1
    if (sent[0] !== text) sent.unshift(text)
    try {
      tell((await send(text)) ?? '')
    } catch (error) {
      tell(/** @type {Error} */ (error).message, true)
      if (from !== place) drafts.set(from, text)
      else if (box.value === '') put(text)
    }
  }

  const recall = (/** @type {KeyboardEvent} */ event) => {
    const isUnchanged = box.value === '' || box.value === sent[recalled]
    if (!isUnchanged || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return
    const next = event.key === 'ArrowUp' ? Math.min(recalled + 1, sent.length - 1) : recalled - 1
    if (sent.length === 0 || next < -1) return
    event.preventDefault()
    recalled = next
    put(sent[next] ?? '')
  }

  box.addEventListener('input', () => {
    growToText()
    list.update()
  })
  box.addEventListener('blur', list.close)
  box.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (list.takesKey(event)) {
      event.preventDefault()
      event.stopPropagation()
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      void submit()
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') recall(event)
  })

  const form = h(
    'form',
    {
      class: 'composer',
      submit: (/** @type {Event} */ event) => {
        event.preventDefault()
        box.focus()
        void submit()
      },
    },
    label,
    above,
    h('div', { class: 'box' }, list.element, box, h('button', { type: 'submit', class: 'button primary' }, 'Send')),
    remark,
    hint,
  )

  return {
    element: form,
    /** Room above the box. */
    above,
    focus: () => box.focus(),
    /** Says below the box what went wrong, until something else is done; nothing takes it back. @param {string} text */
    complain: (text) => tell(text, true),
    /** Sends as if it had been typed. @param {string} text */
    sendLine: async (text) => {
      const draft = box.value
      put(text)
      box.focus()
      await submit()
      if (box.value === '') put(draft)
    },
    /** Where the box writes to now; each place keeps its draft. @param {{ key: string, label: string, placeholder: string, hint: string }} to */
    moveTo: (to) => {
      label.textContent = to.label
      box.placeholder = to.placeholder
      hint.textContent = to.hint
      box.readOnly = false
      if (to.key === place) return
      drafts.set(place, box.value)
      place = to.key
      recalled = -1
      tell('')
      list.close()
      put(drafts.get(place) ?? '')
    },
  }
}
