// @ts-check
import { renderBlocks } from './blocks.js'
import { h } from './dom.js'
import { messageTools } from './message-tools.js'
import { renderInline, renderMrkdwn } from './mrkdwn.js'
import { renderReactions } from './reactions.js'
import { isReply } from './store.js'
import { clockTime, fullTime } from './time.js'
/** @import { Given, Message, Rendering, Shortcut } from './types.js' */

/**
 * @typedef {object} MessageView
 * @property {string} you Id of the reader.
 * @property {string} bot Id of the bot.
 * @property {Rendering['names']} names
 * @property {(message: Message, element: any, blockId: string | undefined, given: Given | undefined) => Promise<void>} press
 * @property {Rendering['choices']} choices
 * @property {(message: Message, name: string) => unknown} react
 * @property {() => readonly Shortcut[]} shortcuts What the app offers in a message's menu.
 * @property {(message: Message, callbackId: string) => unknown} useShortcut
 * @property {((message: Message) => void) | undefined} openThread Undefined inside a thread.
 * @property {(message: Message) => { count: number, last: Message | undefined }} replies
 */

/** @param {Message} message @param {MessageView} view @returns {HTMLElement} */
export const renderMessage = (message, view) => {
  const { user, ephemeral, time } = message
  const { openThread } = view
  const { count, last } = view.replies(message)
  const canReply = openThread && !ephemeral && !isReply(message)
  const { tools, json } = messageTools(message, view)
  const nameId = `by-${openThread ? 'main' : 'thread'}-${message.conversation}-${message.ts}`
  return h(
    'article',
    { class: classes(message, view), 'data-ts': message.ts, tabindex: '-1', 'aria-labelledby': nameId },
    h('span', { class: 'avatar', 'aria-hidden': 'true' }, [...user.name][0]?.toUpperCase() ?? '?'),
    h(
      'div',
      { class: 'message-main' },
      h(
        'p',
        { class: 'by', id: nameId },
        h('span', { class: 'name' }, user.name),
        user.isBot && h('span', { class: 'app-tag' }, 'app'),
        h('time', { datetime: time, title: fullTime(time) }, clockTime(time)),
        ephemeral && h('span', { class: 'only-you' }, 'Only visible to you'),
      ),
      h('div', { class: 'rendered' }, h('div', { class: 'content' }, ...content(message, view)), json),
      renderReactions(message, (name) => view.react(message, name)),
      canReply &&
        h(
          'button',
          { type: 'button', class: count > 0 ? 'replies' : 'replies none', click: () => openThread(message) },
          ...(count > 0
            ? [
                h('span', { class: 'count' }, count === 1 ? '1 reply' : `${count} replies`),
                last &&
                  h(
                    'span',
                    { class: 'last' },
                    `${last.user.name}: `,
                    ...renderInline(last.text.split('\n')[0] ?? '', { names: view.names }),
                  ),
              ]
            : ['Reply in thread', h('span', { class: 'hush' }, ` to ${user.name}`)]),
        ),
    ),
    tools,
  )
}

/** @param {Message} message @param {MessageView} view */
const classes = ({ user, ephemeral }, { you, bot }) =>
  ['message', user.id === you && 'mine', user.id === bot && 'of-bot', ephemeral && 'ephemeral']
    .filter(Boolean)
    .join(' ')

/** @param {Message} message @param {MessageView} view @returns {(Node | string)[]} */
const content = (message, { names, choices, press }) => {
  const { blocks, text } = message
  if (!blocks?.length && text.trim() === '') return [h('p', { class: 'quiet' }, '(a message without text)')]
  try {
    return blocks?.length
      ? renderBlocks(blocks, {
          names,
          choices,
          press: (element, blockId, given) => press(message, element, blockId, given),
        })
      : [h('div', { class: 'text' }, ...renderMrkdwn(text, { names }))]
  } catch (error) {
    // One message that cannot be shown must not take the page with it.
    return [
      h(
        'p',
        { class: 'unknown' },
        `The preview could not show this message (${/** @type {Error} */ (error).message}).`,
      ),
      h('p', {}, text),
    ]
  }
}
