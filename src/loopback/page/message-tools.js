// @ts-check
import { h } from './dom.js'
import { emojiOf } from './emoji.js'
import { menuButton } from './menu.js'
import { QUICK } from './reactions.js'

/** @import { Message } from './types.js' */
/** @import { MessageView } from './message.js' */

/** Messages whose blocks are shown beside them; a new version of a message keeps it so. @type {Set<string>} */
const opened = new Set()

/**
 * What can be done with a message: react, look at its blocks, use the app's shortcuts.
 * @param {Message} message
 * @param {MessageView} view
 * @returns {{ tools: HTMLElement | undefined, json: HTMLElement | undefined }}
 */
export const messageTools = (message, view) => {
  const { ephemeral, blocks, ts, user } = message
  const json = blocks?.length ? blockJson(message) : undefined
  const toggle =
    json &&
    h(
      'button',
      {
        type: 'button',
        class: 'tool-button',
        'aria-expanded': String(opened.has(ts)),
        'data-action': `blocks-${ts}`,
        click: () => {
          if (!opened.delete(ts)) opened.add(ts)
          json.show(opened.has(ts))
          toggle?.setAttribute('aria-expanded', String(opened.has(ts)))
        },
      },
      'View blocks',
      h('span', { class: 'hush' }, ` of the message by ${user.name}`),
    )
  // Slack keeps no message that only one person sees: nobody can react to it, and it has no shortcuts.
  const reactions = ephemeral
    ? []
    : QUICK.map((name) =>
        h(
          'button',
          {
            type: 'button',
            class: 'tool-button',
            title: `React with ${name}`,
            'aria-label': `React with ${name} to ${user.name}`,
            'data-action': `react-${name}-${ts}`,
            click: () => view.react(message, name),
          },
          h('span', { 'aria-hidden': 'true' }, emojiOf(name)),
        ),
      )
  const items = ephemeral
    ? []
    : view.shortcuts().map(({ name, callbackId }) => ({
        label: name,
        choose: () => view.useShortcut(message, callbackId),
      }))
  const menu =
    items.length > 0 &&
    menuButton({
      label: [h('span', { 'aria-hidden': 'true' }, '⋮')],
      name: `More actions on the message by ${user.name}`,
      class: 'tool-button',
      action: `more-${ts}`,
      items,
    })
  if (!toggle && reactions.length === 0 && !menu) return { tools: undefined, json: undefined }
  return { tools: h('div', { class: 'message-tools' }, ...reactions, toggle, menu), json: json?.element }
}

/** Written out only while it is shown: most people never look. @param {Message} message */
const blockJson = ({ blocks, ts, user }) => {
  const element = h('pre', {
    class: 'block-json',
    tabindex: '0',
    role: 'region',
    'aria-label': `Blocks of the message by ${user.name}`,
  })
  const show = (/** @type {boolean} */ isOpen) => {
    element.hidden = !isOpen
    element.textContent = isOpen ? JSON.stringify(blocks, undefined, 2) : ''
  }
  show(opened.has(ts))
  return { element, show }
}
