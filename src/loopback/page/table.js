// @ts-check
import { h } from './dom.js'
import { renderRichText, unknown } from './rich-text.js'
/** @import { Json, Names } from './types.js' */

/** A table block; its first row is the head. @param {Json} block @param {Names} names @returns {Node} */
export const renderTable = (block, names) => {
  /** @type {Json[][]} */
  const rows = Array.isArray(block['rows']) ? block['rows'].filter(Array.isArray) : []
  /** @type {Json[]} */
  const settings = Array.isArray(block['column_settings']) ? block['column_settings'] : []
  const [head, ...body] = rows.map((row, i) =>
    h('tr', {}, ...row.map((cell, column) => renderCell(cell, settings[column]?.['align'], i === 0, names))),
  )
  return scrollable(h('table', {}, head && h('thead', {}, head), h('tbody', {}, ...body)))
}

/** @param {Json} cell @param {unknown} align @param {boolean} isHead @param {Names} names */
const renderCell = (cell, align, isHead, names) =>
  h(
    isHead ? 'th' : 'td',
    { scope: isHead && 'col', class: align === 'right' || align === 'center' ? `to-${align}` : undefined },
    ...cellContent(cell ?? {}, names),
  )

/** @param {Json} cell @param {Names} names @returns {(Node | string)[]} */
const cellContent = (cell, names) => {
  if (cell['type'] === 'rich_text') return renderRichText(cell, names)
  if (cell['type'] === 'raw_text') return [String(cell['text'] ?? '')]
  if (cell['type'] === 'raw_number') return [String(cell['text'] ?? cell['value'] ?? '')]
  return [unknown('cell', cell['type'])]
}

/** A wide table is moved by itself, also with the arrow keys. @param {HTMLTableElement} table */
export const scrollable = (table) =>
  h('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': 'Table' }, table)
