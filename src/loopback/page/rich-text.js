// @ts-check
import { breakable, h, link } from './dom.js'
import { mention } from './mrkdwn.js'
/** @import { Json, Names } from './types.js' */

/** @param {Json} block @param {Names} names @returns {Node[]} */
export const renderRichText = (block, names) => list(block['elements']).map((element) => renderPart(element, names))

/** @param {Json} part @param {Names} names @returns {Node} */
const renderPart = (part, names) => {
  const inline = () => list(part['elements']).map((element) => renderElement(element, names))
  switch (part['type']) {
    case 'rich_text_section':
      return h('p', {}, ...inline())
    case 'rich_text_quote':
      return h('blockquote', {}, ...inline())
    case 'rich_text_preformatted':
      return h('pre', {}, ...inline())
    case 'rich_text_list':
      return renderList(part, names)
    default:
      return unknown('rich text', part['type'])
  }
}

/** @param {Json} part @param {Names} names @returns {Node} */
const renderList = (part, names) => {
  const entries = list(part['elements']).map((element) =>
    h('li', {}, ...list(element['elements']).map((inline) => renderElement(inline, names))),
  )
  const level = `indent-${Math.min(8, Math.max(0, Number(part['indent']) || 0))}`
  return part['style'] === 'ordered'
    ? h('ol', { class: level, start: Number.isInteger(part['offset']) ? part['offset'] + 1 : undefined }, ...entries)
    : h('ul', { class: level }, ...entries)
}

/** @type {Record<string, 'strong' | 'em' | 's' | 'code' | 'u'>} */
const STYLES = { code: 'code', strike: 's', underline: 'u', italic: 'em', bold: 'strong' }

/** @param {Json} element @param {Names} names @returns {Node} */
const renderElement = (element, names) => {
  let node = renderPlainElement(element, names)
  for (const [style, tag] of Object.entries(STYLES)) if (element['style']?.[style]) node = h(tag, {}, node)
  return node
}

/** @param {Json} element @param {Names} names @returns {Node} */
const renderPlainElement = (element, names) => {
  const { type } = element
  const text = String(element['text'] ?? '')
  switch (type) {
    case 'text':
      return breakable(text)
    case 'link':
      return text === '' ? link(element['url']) : link(element['url'], text)
    case 'user':
      return mention(`@${names.user(element['user_id']) ?? element['user_id']}`)
    case 'channel':
      return mention(`#${names.channel(element['channel_id']) ?? element['channel_id']}`)
    case 'usergroup':
      return mention(`@${element['usergroup_id']}`)
    case 'broadcast':
      return mention(`@${element['range']}`)
    case 'emoji':
      return document.createTextNode(emoji(element))
    case 'date':
      return document.createTextNode(String(element['fallback'] ?? new Date(Number(element['timestamp']) * 1000)))
    case 'color':
      return h('code', {}, String(element['value']))
    default:
      return unknown('element', type)
  }
}

/** @param {Json} element */
const emoji = ({ name, unicode }) => {
  const points = String(unicode ?? '').split('-')
  return points.every((point) => /^[0-9a-f]{2,6}$/i.test(point) && Number.parseInt(point, 16) <= 0x10_ffff)
    ? String.fromCodePoint(...points.map((point) => Number.parseInt(point, 16)))
    : `:${name}:`
}

/**
 * Says visibly that the preview cannot show something, so that nobody takes it for an empty message.
 * @param {string} what
 * @param {unknown} type
 */
export const unknown = (what, type) =>
  h('span', { class: 'unknown' }, `unknown ${what}: ${String(type ?? 'without a type')}`)

/** @param {unknown} value @returns {Json[]} */
export const list = (value) =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : []
