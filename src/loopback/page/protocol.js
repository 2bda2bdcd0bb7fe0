// @ts-check
import { byId, h } from './dom.js'
import { createFaults } from './faults.js'
import { stayAtEnd } from './log.js'
import { clockSeconds } from './time.js'
import { createWire } from './wire.js'
/** @import { WireEntry } from './types.js' */
/** @import { WireRow } from './wire.js' */

/** What goes over the wire between Slack and the bot, live, below the conversation. */
export const createProtocol = () => {
  const wire = createWire()
  const pane = byId('protocol')
  const toggle = byId('protocol-toggle')
  const list = h('ol', { class: 'wire', id: 'wire' })
  const faults = createFaults(byId('faults'))
  byId('wire-log').replaceChildren(list)
  stayAtEnd(byId('wire-log'))
  /** @type {Map<number, { row: WireRow, element: HTMLElement }>} */
  const shown = new Map()
  let isDue = false

  /** @param {WireRow} row */
  const elementOf = (row) => {
    const before = shown.get(row.key)
    if (before?.row === row) return before.element
    const element = renderRow(row, before?.element.querySelector('details')?.open ?? false)
    if (before) before.element.replaceWith(element)
    shown.set(row.key, { row, element })
    return element
  }
  const draw = () => {
    isDue = false
    const { broken, rows } = wire
    const words = broken === 0 ? 'No rule of Slack broken' : broken === 1 ? '1 rule broken' : `${broken} rules broken`
    byId('protocol-broken').textContent = words
    byId('protocol-broken').classList.toggle('failure', broken > 0)
    byId('protocol-badge').textContent = broken > 0 ? String(broken) : ''
    byId('protocol-badge').hidden = broken === 0
    if (pane.hidden) return
    const log = byId('wire-log')
    const wasAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40
    const focused = document.activeElement?.closest('[data-key]')?.getAttribute('data-key')
    const wanted = rows.map(elementOf)
    for (const child of [...list.children]) if (!wanted.includes(/** @type {HTMLElement} */ (child))) child.remove()
    for (const [i, element] of wanted.entries())
      if (list.children[i] !== element) list.insertBefore(element, list.children[i] ?? null)
    for (const key of [...shown.keys()]) if (key < (rows[0]?.key ?? 0)) shown.delete(key)
    if (focused && !list.contains(document.activeElement)) {
      const summary = list.querySelector(`[data-key="${focused}"] summary`)
      if (summary instanceof HTMLElement) summary.focus({ preventScroll: true })
    }
    if (wasAtEnd) log.scrollTop = log.scrollHeight
  }
  /** Many entries within a moment are drawn once. */
  const drawSoon = () => {
    if (isDue) return
    isDue = true
    requestAnimationFrame(draw)
  }
  const show = (/** @type {boolean} */ isOpen) => {
    pane.hidden = !isOpen
    toggle.setAttribute('aria-expanded', String(isOpen))
    byId('app').classList.toggle('with-protocol', isOpen)
    draw()
    const log = byId('wire-log')
    log.scrollTop = log.scrollHeight
    if (isOpen) byId('protocol-name').focus()
    else toggle.focus()
  }
  toggle.addEventListener('click', () => show(pane.hidden))
  byId('protocol-close').addEventListener('click', () => show(false))

  return {
    faults,
    /** @param {WireEntry} entry */
    take: (entry) => {
      wire.take(entry)
      drawSoon()
    },
    /** Before all of it is told again. */
    clear: () => {
      wire.clear()
      shown.clear()
      list.replaceChildren()
    },
  }
}

const ARROWS = { 'to-bot': ['→', 'to the bot'], 'from-bot': ['←', 'from the bot'], line: ['·', ''] }
/** What an acknowledgement has. */
const ACK_WITHIN = 3000

/** @param {WireRow} row @param {boolean} isOpen @returns {HTMLElement} */
const renderRow = (row, isOpen) => {
  const [arrow = '', way = ''] = ARROWS[row.way]
  const parts = [
    h('time', {}, clockSeconds(row.at)),
    h('span', { class: 'wire-way' }, h('span', { 'aria-hidden': 'true' }, arrow), h('span', { class: 'hush' }, way)),
    h('span', { class: 'wire-what' }, row.what),
    h('span', { class: 'wire-about' }, row.about),
    h('span', { class: 'wire-result' }, ...resultOf(row)),
  ]
  const bodies = [
    row.way === 'to-bot' && row.given !== undefined && json('Sent to the bot', row.given),
    row.sent !== undefined && json(row.isAck ? 'Acknowledged with' : 'Sent by the bot', row.sent),
    row.way === 'from-bot' && row.given !== undefined && json('Answered', row.given),
  ].filter((body) => body !== false)
  const classes = `wire-row is-${row.state}${row.violation === undefined ? '' : ' broke-rule'}`
  return h(
    'li',
    { class: classes, 'data-key': row.key },
    bodies.length > 0
      ? h('details', { open: isOpen }, h('summary', {}, ...parts), ...bodies)
      : h('div', { class: 'wire-plain' }, ...parts),
  )
}

/** @param {WireRow} row @returns {(Node | string | false)[]} */
const resultOf = ({ result, ms, isAck, violation }) => [
  violation !== undefined && h('strong', { class: 'violation' }, `rule broken: ${violation}`),
  `${result}${ms === undefined ? '' : ` ${isAck ? 'after' : 'in'} ${duration(ms)}`}`,
  isAck && ms !== undefined && ackMeter(ms),
]

/** How much of the three seconds went by. @param {number} ms */
const ackMeter = (ms) => {
  const bar = h('span', { class: 'ack-bar' })
  bar.style.width = `${Math.min(100, Math.max(2, (ms / ACK_WITHIN) * 100))}%`
  const late = ms > ACK_WITHIN ? ' late' : ''
  return h('span', { class: `ack-meter${late}`, title: `${duration(ms)} of 3 s`, 'aria-hidden': 'true' }, bar)
}

/** @param {number} ms */
const duration = (ms) =>
  ms < 10 ? `${ms.toFixed(1)} ms` : ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`

/** @param {string} title @param {unknown} value */
const json = (title, value) =>
  h(
    'div',
    { class: 'wire-body' },
    h('p', {}, title),
    h('pre', { tabindex: '0' }, JSON.stringify(unpack(value), undefined, 2)),
  )

/** Arguments of a call come as a form, in which blocks and views are JSON in text. @param {unknown} value @returns {unknown} */
const unpack = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unpackText(one)]))
}

/** @param {unknown} text */
const unpackText = (text) => {
  if (typeof text !== 'string' || !/^[[{]/.test(text)) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
