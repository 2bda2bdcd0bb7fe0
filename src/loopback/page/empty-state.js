// @ts-check
import { h } from './dom.js'
import { COMMANDS, QUESTIONS } from './examples.js'
/** @import { Conversation } from './types.js' */

/**
 * What an empty conversation says: what to do here, and in a channel examples that are sent when they are clicked.
 * @param {Conversation} conversation
 * @param {{ command: string, bot: { name: string, handle: string } }} workspace
 * @param {(line: string) => unknown} send
 * @returns {HTMLElement}
 */
export const emptyState = (conversation, { command, bot }, send) => {
  const isDirect = conversation.kind === 'dm'
  const [first = '', second = ''] = QUESTIONS
  const [, reports] = COMMANDS
  // In a direct message the bot suggests questions itself, above the box.
  const lines = isDirect
    ? []
    : [`${command} ${first}`, `@${bot.handle} ${second}`, `${command} ${reports?.[0] ?? 'help'}`]
  return h(
    'section',
    { class: 'empty', 'aria-label': 'Nothing here yet' },
    h('h2', {}, isDirect ? `Ask ${bot.name} directly` : `Ask from #${conversation.name}`),
    h(
      'p',
      {},
      isDirect
        ? 'Just write. The bot looks through the trip reports and quotes them word for word, or says that they do not cover it.'
        : `The slash command answers only you. A mention of @${bot.handle} answers in a thread, for everybody.`,
    ),
    lines.length > 0 && h('p', { class: 'try' }, 'Try one:'),
    lines.length > 0 &&
      h(
        'ul',
        { class: 'examples' },
        ...lines.map((line) =>
          h('li', {}, h('button', { type: 'button', class: 'button', click: () => send(line) }, line)),
        ),
      ),
  )
}
