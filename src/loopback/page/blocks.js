// @ts-check
import { breakable, h } from './dom.js'
import { renderActions, renderElement } from './elements.js'
import { renderInput } from './input-block.js'
import { renderMarkdown } from './markdown.js'
import { renderMrkdwn } from './mrkdwn.js'
import { list, renderRichText, unknown } from './rich-text.js'
import { renderTable } from './table.js'

/** @import { Json, Rendering } from './types.js' */

/** @type {Record<string, (block: Json, rendering: Rendering) => Node[]>} */
const RENDERERS = {
  section: (block, rendering) => {
    const { text, fields, accessory } = block
    return [
      h(
        'div',
        { class: 'section-text' },
        text && h('div', { class: 'text' }, ...renderText(text, rendering)),
        list(fields).length > 0 &&
          h('div', { class: 'fields' }, ...list(fields).map((field) => h('div', {}, ...renderText(field, rendering)))),
      ),
      ...(accessory
        ? [accessory['type'] === 'image' ? image(accessory) : renderElement(accessory, block, rendering)]
        : []),
    ]
  },
  header: ({ text }) => [h('h3', {}, breakable(String(text?.text ?? '')))],
  context: ({ elements }, rendering) =>
    list(elements).flatMap((element, i) => [
      ...(i > 0 ? [document.createTextNode(' ')] : []),
      renderSmall(element, rendering),
    ]),
  divider: () => [h('hr')],
  actions: (block, rendering) => renderActions(block, rendering),
  context_actions: (block, rendering) => renderActions(block, rendering),
  input: (block, rendering) => renderInput(block, rendering),
  alert: ({ level, text }, rendering) => [
    h(
      'div',
      { class: `alert is-${LEVELS.includes(level) ? level : 'info'}`, role: 'note' },
      ...(text ? renderText(text, rendering) : []),
    ),
  ],
  container: ({ title, is_collapsible: folds, default_collapsed: folded, child_blocks: blocks }, rendering) => {
    const name = String(title?.text ?? '')
    const inner = renderBlocks(list(blocks), rendering)
    return folds
      ? [h('details', { class: 'container', open: folded !== true }, h('summary', {}, name), ...inner)]
      : [h('section', { class: 'container', 'aria-label': name }, h('p', { class: 'container-title' }, name), ...inner)]
  },
  rich_text: (block, { names }) => renderRichText(block, names),
  markdown: ({ text }) => renderMarkdown(String(text ?? '')),
  table: (block, { names }) => [renderTable(block, names)],
  image: (block) => [
    ...(block['title'] ? [h('p', { class: 'image-title' }, String(block['title'].text ?? ''))] : []),
    image(block),
  ],
}

const LEVELS = ['info', 'warning', 'error', 'success']

/**
 * @param {readonly Json[]} blocks
 * @param {Rendering} rendering
 * @returns {HTMLElement[]}
 */
export const renderBlocks = (blocks, rendering) =>
  blocks.map((block) => {
    const type = String(block?.['type'] ?? '')
    const render = Object.hasOwn(RENDERERS, type) ? RENDERERS[type] : undefined
    return render
      ? h('div', { class: `block block-${type}` }, ...render(block, rendering))
      : h('div', { class: 'block' }, unknown('block', block?.['type']))
  })

/** A text object. @param {Json} text @param {Rendering} rendering @returns {Node[]} */
const renderText = (text, { names }) => {
  const said = String(text['text'] ?? '')
  if (text['type'] === 'mrkdwn') return renderMrkdwn(said, { names, verbatim: text['verbatim'] === true })
  if (text['type'] === 'plain_text') return [document.createTextNode(said)]
  return [unknown('text', text['type'])]
}

/** @param {Json} element @param {Rendering} rendering @returns {Node} */
const renderSmall = (element, rendering) =>
  element['type'] === 'image' ? image(element) : h('span', {}, ...renderText(element, rendering))

/** The page loads nothing from outside, so an image is what its alternative text says. @param {Json} element */
const image = (element) =>
  h('span', { class: 'image' }, `Image: ${String(element['alt_text'] || 'without a description')}`)
