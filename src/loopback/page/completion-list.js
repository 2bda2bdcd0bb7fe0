// @ts-check
import { completionsFor } from './completion.js'
import { h } from './dom.js'
/** @import { Completion } from './completion.js' */

/**
 * The list of completions above a message box. The box keeps the focus; the list follows its text and its keys.
 * @param {HTMLTextAreaElement} box
 * @param {{ id: string, options: () => { command: string, handle: string, inThread: boolean }, chosen: () => void }} setup
 */
export const createCompletionList = (box, { id, options, chosen }) => {
  const element = h('ul', { class: 'completions', id, role: 'listbox', 'aria-label': 'Suggestions', hidden: true })
  /** @type {Completion[]} */
  let completions = []
  let selected = -1

  const select = (/** @type {number} */ index) => {
    selected = index
    const rows = [...element.children]
    rows.forEach((row, i) => {
      row.setAttribute('aria-selected', String(i === index))
    })
    const row = rows[index]
    if (row) box.setAttribute('aria-activedescendant', row.id)
    else box.removeAttribute('aria-activedescendant')
  }
  const close = () => {
    completions = []
    element.hidden = true
    element.replaceChildren()
    select(-1)
  }
  const choose = (/** @type {Completion} */ { text, caret }) => {
    box.value = text
    box.setSelectionRange(caret, caret)
    chosen()
  }

  return {
    element,
    close,
    /** After the text changed. */
    update: () => {
      completions = completionsFor(box.value, box.selectionStart, options())
      element.replaceChildren(
        ...completions.map((completion, i) =>
          h(
            'li',
            {
              id: `${id}-${i}`,
              role: 'option',
              'aria-selected': 'false',
              // Not click: the box must not lose the focus, which would close the list first.
              mousedown: (/** @type {MouseEvent} */ event) => {
                event.preventDefault()
                choose(completion)
              },
            },
            h('span', { class: 'label' }, completion.label),
            h('span', { class: 'hint' }, completion.hint),
          ),
        ),
      )
      element.hidden = completions.length === 0
      select(completions[0]?.eager ? 0 : -1)
    },
    /** Whether the key was for the list. @param {KeyboardEvent} event @returns {boolean} */
    takesKey: ({ key }) => {
      if (completions.length === 0) return false
      const { length } = completions
      if (key === 'ArrowDown') select((selected + 1) % length)
      else if (key === 'ArrowUp') select(selected <= 0 ? length - 1 : selected - 1)
      else if (key === 'Escape') close()
      else if (key === 'Enter' && selected >= 0) choose(/** @type {Completion} */ (completions[selected]))
      else return false
      return true
    },
  }
}
