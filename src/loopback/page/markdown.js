// @ts-check
import { h, link } from './dom.js'
import { scrollable } from './table.js'

/** The Markdown that a markdown block may hold, in its everyday part: headings, lists, quotes, code, tables, inline marks. */

/** @param {string} text @returns {Node[]} */
export const renderMarkdown = (text) => {
  /** @type {Node[]} */
  const nodes = []
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  while (lines.length > 0) {
    const line = lines[0] ?? ''
    const [, fence] = /^\s*(```+|~~~+)/.exec(line) ?? []
    const [, level, title] = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line) ?? []
    if (fence) {
      lines.shift()
      const code = takeWhile(lines, (one) => !one.trim().startsWith(fence))
      lines.shift()
      nodes.push(h('pre', {}, code.join('\n')))
    } else if (level) {
      lines.shift()
      nodes.push(h(level.length === 1 ? 'h3' : 'h4', {}, ...inline(title ?? '')))
    } else if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) {
      lines.shift()
      nodes.push(h('hr'))
    } else if (line.startsWith('>')) {
      const quoted = takeWhile(lines, (one) => one.startsWith('>')).map((one) => one.replace(/^> ?/, ''))
      nodes.push(h('blockquote', {}, ...renderMarkdown(quoted.join('\n'))))
    } else if (ENTRY.test(line)) nodes.push(renderEntries(takeWhile(lines, (one) => ENTRY.test(one))))
    else if (isRow(line) && RULE.test(lines[1] ?? '')) nodes.push(renderRows(takeWhile(lines, isRow)))
    else if (line.trim() === '') lines.shift()
    else {
      const first = lines.shift() ?? ''
      const paragraph = [first, ...takeWhile(lines, (one) => one.trim() !== '' && !STARTS_BLOCK.test(one))]
      nodes.push(h('p', {}, ...inline(paragraph.join('\n'))))
    }
  }
  return nodes
}

const ENTRY = /^\s*([-*+]|\d{1,9}[.)])\s+/
const STARTS_BLOCK = /^(\s*(```|~~~)|#{1,6}\s|>|\s*([-*+]|\d{1,9}[.)])\s+)/
const RULE = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/
/** @param {string} line */
const isRow = (line) => line.includes('|')

/** @param {string[]} lines Loses what is taken. @param {(line: string) => boolean} test @returns {string[]} */
const takeWhile = (lines, test) => {
  const end = lines.findIndex((line) => !test(line))
  return lines.splice(0, end < 0 ? lines.length : end)
}

/** @param {string[]} lines */
const renderEntries = (lines) => {
  const start = Number.parseInt(lines[0]?.trim() ?? '', 10)
  const entries = lines.map((line) => h('li', {}, ...inline(line.replace(ENTRY, ''))))
  return Number.isNaN(start) ? h('ul', {}, ...entries) : h('ol', { start }, ...entries)
}

/** @param {string[]} lines */
const renderRows = (lines) => {
  const [head = [], , ...body] = lines.map((line) =>
    line
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|'),
  )
  const row = (/** @type {string[]} */ cells, /** @type {'th' | 'td'} */ tag) =>
    h('tr', {}, ...cells.map((cell) => h(tag, { scope: tag === 'th' && 'col' }, ...inline(cell.trim()))))
  const rows = body.map((cells) => row(cells, 'td'))
  return scrollable(h('table', {}, h('thead', {}, row(head, 'th')), h('tbody', {}, ...rows)))
}

/** @type {[RegExp, (match: RegExpExecArray) => Node][]} */
const INLINE = [
  [/`+([^`]+)`+/, ([, code = '']) => h('code', {}, code)],
  [
    /!\[([^\]]*)\]\(([^()\s]+)\)/,
    ([, alt = '']) => h('span', { class: 'image' }, `Image: ${alt || 'without a description'}`),
  ],
  [/\[([^\]]+)\]\(([^()\s]+)\)/, ([, label = '', url]) => link(url, ...inline(label))],
  [/\*\*(?=\S)(.+?)\*\*|__(?=\S)(.+?)__/s, ([, one, other]) => h('strong', {}, ...inline(one ?? other ?? ''))],
  [/~~(?=\S)(.+?)~~/s, ([, struck = '']) => h('s', {}, ...inline(struck))],
  [
    /\*(?=\S)([^*]+?)\*|(?<![\p{L}\p{N}_])_(?=\S)([^_]+?)_(?![\p{L}\p{N}_])/u,
    ([, one, other]) => h('em', {}, ...inline(one ?? other ?? '')),
  ],
  [/<?(https?:\/\/[^\s<>]*[^\s<>.,;:!?)'"])>?/, ([, url]) => link(url)],
]

/** @param {string} text @returns {Node[]} */
const inline = (text) => {
  /** @type {Node[]} */
  const nodes = []
  let rest = text
  while (rest !== '') {
    const found = INLINE.flatMap(([pattern, render]) => {
      const match = pattern.exec(rest)
      return match ? [{ match, render }] : []
    })
    const [first] = found.sort((one, other) => one.match.index - other.match.index)
    if (!first) break
    const { match, render } = first
    if (match.index > 0) nodes.push(document.createTextNode(rest.slice(0, match.index)))
    nodes.push(render(match))
    rest = rest.slice(match.index + match[0].length)
  }
  return rest === '' ? nodes : [...nodes, document.createTextNode(rest)]
}
