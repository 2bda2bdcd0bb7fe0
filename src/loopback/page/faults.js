// @ts-check
import * as api from './api.js'
import { h } from './dom.js'

/** @type {readonly { name: string, label: string, title: string }[]} */
const SWITCHES = [
  { name: 'slow', label: 'Slow', title: 'Every call of the bot is answered only after 4 seconds' },
  {
    name: 'rate_limited',
    label: '429',
    title: 'Every call of the bot is refused with HTTP 429: too many, try again in 2 seconds',
  },
  { name: 'duplicate', label: 'Twice', title: 'Every event is delivered to the bot twice' },
]

/** Switches that make Slack misbehave, to see what the bot does then. @param {HTMLElement} root */
export const createFaults = (root) => {
  const remark = h('span', { class: 'remark', role: 'status' })
  /** @param {() => Promise<unknown>} act @param {string} [done] */
  const attempt = async (act, done = '') => {
    remark.classList.remove('failure')
    try {
      await act()
      remark.textContent = done
    } catch (error) {
      remark.classList.add('failure')
      remark.textContent = /** @type {Error} */ (error).message
    }
  }
  const buttons = SWITCHES.map(({ name, label, title }) => {
    const button = h(
      'button',
      {
        type: 'button',
        class: 'switch',
        title,
        'aria-pressed': 'false',
        'data-fault': name,
        click: () => attempt(() => api.setFault({ name, on: button.getAttribute('aria-pressed') !== 'true' })),
      },
      label,
    )
    return button
  })
  const disconnect = h(
    'button',
    {
      type: 'button',
      class: 'switch once',
      title: 'Asks every connection of the bot to leave and come back, as Slack does every few hours',
      click: () => attempt(api.disconnect, 'Asked the bot to connect anew.'),
    },
    'Disconnect',
  )
  root.replaceChildren(h('span', { class: 'faults-title' }, 'Make Slack fail:'), disconnect, ...buttons, remark)
  return {
    /** Those that are on. @param {readonly string[]} on */
    show: (on) => {
      for (const button of buttons)
        button.setAttribute('aria-pressed', String(on.includes(button.dataset['fault'] ?? '')))
    },
  }
}
