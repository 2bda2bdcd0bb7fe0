// @ts-check
import { h } from './dom.js'
import { list } from './rich-text.js'
import { useElement } from './use-element.js'

/** @import { Given, Json } from './types.js' */
/** @import { Place } from './use-element.js' */

let made = 0

/**
 * The id of the control of an input block, which its label names. @param {Json} block
 * @returns {string | undefined} undefined outside of an input block
 */
const controlId = (block) => (block['type'] === 'input' ? block['controlId'] : undefined)

/** What stands behind the label of an input that may stay empty. @param {Json} block @returns {Node[]} */
export const optionalMark = ({ optional }) =>
  optional === true ? [h('span', { class: 'optional' }, ' (optional)')] : []

/** A block with an id for its control. @param {Json} block @returns {Json} */
export const withControlId = (block) => ({ ...block, controlId: `field-${++made}` })

/** What is filled in now, or at first. @param {Json} element @param {Place} place @param {Given} initial @returns {Given} */
const filledIn = ({ action_id: action }, { block, rendering }, initial) => {
  const before = rendering.form?.get(block['block_id'], action)
  if (before !== undefined) return before
  if (initial !== null) rendering.form?.set(block['block_id'], action, initial)
  return initial
}

/** Keeps what was filled in, and tells the app where it wants to know at once. @param {Json} element @param {Place} place @param {Given} given @param {HTMLElement} control */
const changed = (element, place, given, control) => {
  const { block, rendering } = place
  rendering.form?.set(block['block_id'], element['action_id'], given)
  if (block['type'] === 'input' && block['dispatch_action'] !== true) return
  void useElement(element, place, given, control)
}

/** What screen readers call a control that no label names. @param {Json} element @param {Json} block @param {string} otherwise */
const nameOf = (element, block, otherwise) =>
  controlId(block) === undefined ? String(element['placeholder']?.text ?? block['text']?.text ?? otherwise) : undefined

/** @type {Record<string, string>} */
const TYPES = { email_text_input: 'email', url_text_input: 'url', datepicker: 'date', timepicker: 'time' }

/** @param {Json} element @param {Place} place @returns {HTMLElement} */
export const renderTextInput = (element, place) => {
  const { block } = place
  const { type, initial_value, initial_date, initial_time, placeholder, max_length: most } = element
  const attributes = {
    id: controlId(block),
    'aria-label': nameOf(element, block, 'Text'),
    'aria-describedby': controlId(block) && `${controlId(block)}-notes`,
    'aria-required': block['type'] === 'input' && block['optional'] !== true && 'true',
    placeholder: placeholder?.text,
    maxlength: most,
    'data-action': element['action_id'],
    class: 'field',
  }
  const control = element['multiline']
    ? h('textarea', { ...attributes, rows: 4 })
    : h('input', { ...attributes, type: TYPES[type] ?? 'text', inputmode: type === 'number_input' && 'decimal' })
  control.value = String(filledIn(element, place, initial_value ?? initial_date ?? initial_time ?? null) ?? '')
  control.addEventListener('input', () =>
    place.rendering.form?.set(block['block_id'], element['action_id'], control.value),
  )
  // As Slack does unless the app asks for every letter.
  control.addEventListener('change', () => changed(element, place, control.value, control))
  return control
}

/** What can be chosen, in groups. @param {Json} element @param {Place} place @returns {{ label?: string, options: { value: string, label: string }[] }[]} */
const choicesOf = (element, { rendering }) => {
  const options = (/** @type {unknown} */ given) =>
    list(given).map(({ text, value }) => ({ value: String(value), label: String(text?.text ?? '') }))
  switch (element['type']) {
    case 'conversations_select':
      return [{ options: rendering.choices.conversations() }]
    case 'channels_select':
      return [{ options: rendering.choices.conversations().filter(({ label }) => label.startsWith('#')) }]
    case 'users_select':
      return [{ options: rendering.choices.people() }]
    default:
      return element['option_groups']
        ? list(element['option_groups']).map((group) => ({
            label: String(group['label']?.text ?? ''),
            options: options(group['options']),
          }))
        : [{ options: options(element['options']) }]
  }
}

/** @param {Json} element @param {Place} place @returns {HTMLElement} */
export const renderSelect = (element, place) => {
  const { block, rendering } = place
  const rows = choicesOf(element, place).map(({ label, options }) => {
    const entries = options.map((one) => h('option', { value: one.value }, one.label))
    return label === undefined ? entries : [h('optgroup', { label }, ...entries)]
  })
  const here = element['default_to_current_conversation'] ? rendering.choices.here() : undefined
  const initial =
    element['initial_option']?.value ??
    element['initial_conversation'] ??
    element['initial_channel'] ??
    element['initial_user'] ??
    here ??
    null
  const control = h(
    'select',
    {
      id: controlId(block),
      class: 'field',
      'aria-label': nameOf(element, block, 'Choose'),
      'aria-describedby': controlId(block) && `${controlId(block)}-notes`,
      'aria-required': block['type'] === 'input' && block['optional'] !== true && 'true',
      'data-action': element['action_id'],
      change: () => changed(element, place, control.value === '' ? null : control.value, control),
    },
    h('option', { value: '' }, String(element['placeholder']?.text ?? 'Choose…')),
    ...rows.flat(),
  )
  control.value = String(filledIn(element, place, initial) ?? '')
  return control
}

/** Radio buttons, check boxes, or a choice of several. @param {Json} element @param {Place} place @returns {HTMLElement} */
export const renderChoices = (element, place) => {
  const { block } = place
  const isOne = element['type'] === 'radio_buttons'
  const group = `choice-${++made}`
  const initial = isOne
    ? (element['initial_option']?.value ?? null)
    : list(element['initial_options']).map(({ value }) => String(value))
  const now = [filledIn(element, place, initial)].flat()
  const rows = list(element['options']).map(({ text, value, description }, i) => {
    const box = h('input', {
      type: isOne ? 'radio' : 'checkbox',
      name: group,
      value,
      'data-action': `${element['action_id']}-${i}`,
      change: () => {
        const chosen = rows.flatMap(({ box: one }) => (one.checked ? [one.value] : []))
        changed(element, place, isOne ? (chosen[0] ?? null) : chosen, fieldset)
      },
    })
    box.checked = now.includes(String(value))
    const words = h('span', {}, String(text?.text ?? ''))
    const more = description && h('span', { class: 'choice-more' }, String(description.text ?? ''))
    return { box, row: h('label', { class: 'choice' }, box, h('span', {}, words, more)) }
  })
  const fieldset = h(
    'fieldset',
    { class: 'choices', 'aria-label': nameOf(element, block, 'Choose') },
    ...(controlId(block) === undefined
      ? []
      : [h('legend', {}, String(block['label']?.text ?? ''), ...optionalMark(block))]),
    ...rows.map(({ row }) => row),
  )
  return fieldset
}
