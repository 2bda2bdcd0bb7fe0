// @ts-check
import { h } from './dom.js'
import { renderElement } from './elements.js'
import { optionalMark, withControlId } from './inputs.js'

/** @import { Json, Rendering } from './types.js' */

const GROUPS = ['radio_buttons', 'checkboxes', 'multi_static_select']

/** An input with its label, its hint, and room for what is wrong with it. @param {Json} block @param {Rendering} rendering @returns {Node[]} */
export const renderInput = (block, rendering) => {
  const named = withControlId(block)
  const { label, hint, element, controlId } = named
  const error = rendering.form?.errors()[block['block_id']]
  const words = [String(label?.text ?? ''), ...optionalMark(named)]
  const control = renderElement(element ?? {}, named, rendering)
  if (error) control.setAttribute('aria-invalid', 'true')
  return [
    // A group of choices has its own legend.
    ...(GROUPS.includes(element?.type) ? [] : [h('label', { for: controlId }, ...words)]),
    control,
    h(
      'div',
      { id: `${controlId}-notes`, class: 'field-notes' },
      error && h('p', { class: 'failure' }, error),
      hint && h('p', { class: 'quiet' }, String(hint.text ?? '')),
    ),
  ]
}
