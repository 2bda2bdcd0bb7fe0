// @ts-check
import { h } from './dom.js'
import { renderMessage } from './message.js'
import { dayName } from './time.js'
/** @import { Message } from './types.js' */
/** @import { MessageView } from './message.js' */

/**
 * A scrolled list of messages that screen readers hear grow. Elements of messages that did not change stay, and with them
 * the reader's place, selection and focus.
 * @param {HTMLElement} scroller What scrolls; emptied and filled anew by each log.
 * @param {{ label: string, view: MessageView, days: boolean, id: string }} options
 */
export const createLog = (scroller, { label, view, days, id }) => {
  /** @type {Map<string, { seen: string, element: HTMLElement }>} */
  const shown = new Map()
  const root = h('div', { class: 'log', role: 'log', 'aria-label': label, id, tabindex: '0' })
  scroller.replaceChildren(root)

  /** The message that the reader was in when it was replaced. @type {HTMLElement | undefined} */
  let replaced

  /** @param {Message} message */
  const elementOf = (message) => {
    const { count, last } = view.replies(message)
    const seen = JSON.stringify([message, count, last?.ts, last?.text])
    const before = shown.get(message.ts)
    if (before?.seen === seen) return before.element
    const element = renderMessage(message, view)
    if (before && replaceKeepingFocus(before.element, element)) replaced = element
    shown.set(message.ts, { seen, element })
    return element
  }

  return {
    /**
     * @param {readonly Message[]} messages
     * @param {{ after?: Map<string, HTMLElement>, empty?: HTMLElement | undefined }} [extra] What follows a message, by its timestamp; what stands there when there is none.
     */
    show: (messages, { after, empty } = {}) => {
      const wasAtEnd = isAtEnd(scroller)
      const lastBefore = root.lastElementChild
      replaced = undefined
      /** @type {HTMLElement[]} */
      const wanted = []
      let lastDay = ''
      for (const message of messages) {
        const name = days ? dayName(message.time) : ''
        if (name !== lastDay) wanted.push(daySeparator(root, name))
        lastDay = name
        wanted.push(elementOf(message))
        const follows = after?.get(message.ts)
        if (follows) wanted.push(follows)
      }
      if (messages.length === 0 && empty) wanted.push(empty)
      arrange(root, wanted)
      const kept = new Set(messages.map(({ ts }) => ts))
      for (const ts of [...shown.keys()]) if (!kept.has(ts)) shown.delete(ts)
      const last = shown.get(messages.at(-1)?.ts ?? '')?.element
      if (replaced) reveal(scroller, replaced)
      else if (wasAtEnd && last && last !== lastBefore) reveal(scroller, last)
      noteEnd(scroller)
    },
    toStart: () => {
      scroller.scrollTop = 0
      noteEnd(scroller)
    },
    toEnd: () => {
      scroller.scrollTop = scroller.scrollHeight
      noteEnd(scroller)
    },
  }
}

/** @typedef {ReturnType<typeof createLog>} Log */

/**
 * Brings a message into view as a whole, or from its first line where it is too tall for that.
 * @param {HTMLElement} scroller @param {HTMLElement} message
 */
const reveal = (scroller, message) => {
  const isLast = message === message.parentElement?.lastElementChild
  const end = isLast ? scroller.scrollHeight : message.offsetTop + message.offsetHeight
  const top = Math.min(message.offsetTop, Math.max(scroller.scrollTop, end - scroller.clientHeight))
  scroller.scrollTop = top
}

/** Lists that stand at their end. @type {WeakSet<HTMLElement>} */
const atEnd = new WeakSet()

/** @param {HTMLElement} scroller */
const noteEnd = (scroller) => {
  // Behind a thread on a narrow screen: it comes back as it was.
  if (scroller.clientHeight === 0) return
  if (isAtEnd(scroller)) atEnd.add(scroller)
  else atEnd.delete(scroller)
}

/**
 * Keeps a list that stands at its end there when it gets less room: a longer text in the box, a remark, a phone's keyboard.
 * @param {HTMLElement} scroller
 */
export const stayAtEnd = (scroller) => {
  scroller.addEventListener('scroll', () => noteEnd(scroller))
  new ResizeObserver(() => {
    if (atEnd.has(scroller)) scroller.scrollTop = scroller.scrollHeight
  }).observe(scroller)
}

/** @param {HTMLElement} scroller */
const isAtEnd = ({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight < 80

/** @param {HTMLElement} root @param {string} name */
const daySeparator = (root, name) => {
  const before = [...root.querySelectorAll('.day')].find((one) => one.textContent === name)
  return before instanceof HTMLElement ? before : h('p', { class: 'day' }, h('span', {}, name))
}

/** Makes these the children, touching only what differs. @param {HTMLElement} root @param {readonly HTMLElement[]} wanted */
const arrange = (root, wanted) => {
  const keep = new Set(wanted)
  for (const child of [...root.children]) if (!(child instanceof HTMLElement && keep.has(child))) child.remove()
  wanted.forEach((element, i) => {
    if (root.children[i] !== element) root.insertBefore(element, root.children[i] ?? null)
  })
}

/**
 * A message replaced while one of its buttons has the focus: the focus goes to the same button, or else to the message.
 * @param {HTMLElement} before @param {HTMLElement} element
 * @returns {boolean} whether it had the focus
 */
const replaceKeepingFocus = (before, element) => {
  const focused = document.activeElement
  const had = focused instanceof HTMLElement && before.contains(focused)
  const action = had ? focused.dataset['action'] : undefined
  before.replaceWith(element)
  if (!had) return false
  const controls = /** @type {HTMLElement[]} */ ([...element.querySelectorAll('button, select, input, textarea')])
  const same = action
    ? controls.find((control) => control.dataset['action'] === action)
    : controls.find((control) => control.className === focused.className)
  const next = same ?? element
  next.focus({ preventScroll: true })
  return true
}
