// @ts-check
import { h, link } from './dom.js'
/** @import { Names } from './types.js' */

/**
 * Slack's mrkdwn as nodes. `verbatim` leaves bare addresses alone.
 * @param {string} text
 * @param {{ names: Names, verbatim?: boolean }} options
 * @returns {Node[]}
 */
export const renderMrkdwn = (text, options) => {
  /** @type {Node[]} */
  const nodes = []
  const parts = text.split('```')
  for (const [i, part] of parts.entries()) {
    const isOpen = i === parts.length - 1
    if (i % 2 === 1 && !isOpen) nodes.push(h('pre', {}, unescapeText(part.replace(/^\n|\n$/g, ''))))
    else {
      // A box of code starts and ends a line by itself.
      const said = i % 2 === 1 ? `\`\`\`${part}` : part.replace(i > 0 ? /^\n/ : '', '').replace(isOpen ? '' : /\n$/, '')
      if (said !== '') nodes.push(...renderLines(said, options))
    }
  }
  return nodes
}

/** @param {string} text @param {{ names: Names, verbatim?: boolean }} options @returns {Node[]} */
const renderLines = (text, options) => {
  /** @type {Node[]} */
  const nodes = []
  /** @type {{ quoted: boolean, lines: string[] } | undefined} */
  let group
  const flush = () => {
    if (!group) return
    const inline = renderInline(group.lines.join('\n'), options)
    if (group.quoted) nodes.push(h('blockquote', {}, ...inline))
    else nodes.push(...inline)
  }
  for (const line of text.split('\n')) {
    const [, said] = /^(?:>|&gt;) ?(.*)$/s.exec(line) ?? []
    const quoted = said !== undefined
    if (group?.quoted !== quoted) {
      flush()
      group = { quoted, lines: [] }
    }
    group.lines.push(said ?? line)
  }
  flush()
  return nodes
}

/** @type {Record<string, 'strong' | 'em' | 's'>} */
const MARKS = { '*': 'strong', _: 'em', '~': 's' }

// Code, then what stands in angle brackets, then a marked stretch that touches its marks and stands free of words, then an address.
const INLINE =
  /`([^`\n]+)`|<([^<>\n]+)>|(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]{0,2000}?\S)\3(?![\p{L}\p{N}])|(https?:\/\/[^\s<>]*[^\s<>.,;:!?)'"])/u

/** @param {string} text @param {{ names: Names, verbatim?: boolean }} options @returns {Node[]} */
export const renderInline = (text, options) => {
  /** @type {Node[]} */
  const nodes = []
  let rest = text
  let before = ''
  for (;;) {
    const match = INLINE.exec(rest)
    if (!match) break
    const [whole, code, bracket, mark, marked, url] = match
    before += rest.slice(0, match.index)
    rest = rest.slice(match.index + whole.length)
    if (url !== undefined && options.verbatim) {
      before += whole
      continue
    }
    if (before !== '') nodes.push(textNode(before))
    before = ''
    if (code !== undefined) nodes.push(h('code', {}, unescapeText(code)))
    else if (bracket !== undefined) nodes.push(renderBracket(bracket, options.names))
    else if (mark !== undefined) nodes.push(h(MARKS[mark] ?? 'em', {}, ...renderInline(marked ?? '', options)))
    else nodes.push(link(unescapeText(url ?? '')))
  }
  before += rest
  if (before !== '') nodes.push(textNode(before))
  return nodes
}

/** A mention, a link, or a date. @param {string} bracket @param {Names} names @returns {Node} */
const renderBracket = (bracket, names) => {
  const bar = bracket.indexOf('|')
  const target = bar < 0 ? bracket : bracket.slice(0, bar)
  const label = bar < 0 ? '' : unescapeText(bracket.slice(bar + 1))
  const id = target.slice(1)
  if (target.startsWith('@')) return mention(`@${label || names.user(id) || id}`)
  if (target.startsWith('#')) return mention(`#${label || names.channel(id) || id}`)
  if (target.startsWith('!date')) return document.createTextNode(label)
  if (target.startsWith('!')) return mention(label || `@${id.split('^')[0]}`)
  const address = unescapeText(target)
  return label === '' ? link(address) : link(address, label)
}

/** @param {string} text */
export const mention = (text) => h('span', { class: 'mention' }, text)

/** @param {string} text */
const textNode = (text) => document.createTextNode(unescapeText(text))

/** Only these three are escaped in mrkdwn. @param {string} text */
const unescapeText = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
