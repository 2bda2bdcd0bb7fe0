// @ts-check
import { h, isSafe, link } from './dom.js'
import { renderChoices, renderSelect, renderTextInput } from './inputs.js'
import { menuButton } from './menu.js'
import { list, unknown } from './rich-text.js'
import { useElement } from './use-element.js'

/** @import { Json, Rendering } from './types.js' */
/** @import { Place } from './use-element.js' */

/** @type {Record<string, (element: Json, place: Place) => HTMLElement>} */
const ELEMENTS = {
  button: (element, place) => renderButton(element, place),
  icon_button: (element, place) => renderButton({ ...element, text: element['text'] }, place),
  feedback_buttons: (element, place) => renderFeedback(element, place),
  overflow: (element, place) =>
    menuButton({
      label: [h('span', { 'aria-hidden': 'true' }, '⋯')],
      name: 'More options',
      action: element['action_id'],
      items: list(element['options']).map(({ text, value, url }) => ({
        label: `${text?.text ?? ''}${url && !isSafe(String(url)) ? ` (${url})` : ''}`,
        choose: () => {
          if (url && isSafe(String(url))) open(url, '_blank', 'noopener,noreferrer')
          void useElement(element, place, value)
        },
      })),
    }),
  static_select: (element, place) => renderSelect(element, place),
  multi_static_select: (element, place) => renderChoices(element, place),
  conversations_select: (element, place) => renderSelect(element, place),
  channels_select: (element, place) => renderSelect(element, place),
  users_select: (element, place) => renderSelect(element, place),
  radio_buttons: (element, place) => renderChoices(element, place),
  checkboxes: (element, place) => renderChoices(element, place),
  plain_text_input: (element, place) => renderTextInput(element, place),
  email_text_input: (element, place) => renderTextInput(element, place),
  url_text_input: (element, place) => renderTextInput(element, place),
  number_input: (element, place) => renderTextInput(element, place),
  datepicker: (element, place) => renderTextInput(element, place),
  timepicker: (element, place) => renderTextInput(element, place),
}

/** @param {Json} element @param {Json} block @param {Rendering} rendering @returns {HTMLElement} */
export const renderElement = (element, block, rendering) => {
  const type = String(element['type'] ?? '')
  const render = Object.hasOwn(ELEMENTS, type) ? ELEMENTS[type] : undefined
  return render ? render(element, { block, rendering }) : unknown('element', element['type'])
}

/** Row of elements. @param {Json} block @param {Rendering} rendering @returns {Node[]} */
export const renderActions = (block, rendering) =>
  list(block['elements']).map((element) => renderElement(element, block, rendering))

/** @param {Json} button @param {Place} place @returns {HTMLElement} */
const renderButton = (button, place) => {
  const label = String(button['text']?.text ?? 'Button')
  const look = button['style'] === 'primary' ? 'primary' : button['style'] === 'danger' ? 'danger' : ''
  if (button['url']) {
    const opened = link(button['url'], label)
    opened.classList.add('button')
    // Slack opens the address, and tells the app all the same.
    opened.addEventListener('click', () => void useElement(button, place, undefined, opened))
    return opened
  }
  const element = h(
    'button',
    {
      type: 'button',
      class: `button ${look}`.trim(),
      'aria-label': button['accessibility_label'],
      'data-action': button['action_id'],
      click: () => useElement(button, place, undefined, element),
    },
    label,
  )
  return element
}

/** @param {Json} element @param {Place} place @returns {HTMLElement} */
const renderFeedback = (element, place) => {
  const buttons = /** @type {const} */ (['positive', 'negative']).map((side) => {
    const { text, accessibility_label: name } = element[`${side}_button`] ?? {}
    const button = h(
      'button',
      {
        type: 'button',
        class: 'button feedback',
        'aria-label': name,
        'data-action': `${element['action_id']}-${side}`,
        click: () => useElement(element, place, side, button),
      },
      h('span', { class: 'thumb', 'aria-hidden': 'true' }, side === 'positive' ? '👍' : '👎'),
      ` ${String(text?.text ?? '')}`,
    )
    return button
  })
  return h('span', { class: 'feedback-buttons' }, ...buttons)
}
