// @ts-check
import { h } from './dom.js'
import { emojiOf } from './emoji.js'
/** @import { Message } from './types.js' */

/** What people react with at one press. */
export const QUICK = ['+1', 'eyes']

/**
 * The reactions below a message, each a switch of one's own.
 * @param {Message} message
 * @param {(name: string) => unknown} react
 * @returns {HTMLElement | undefined}
 */
export const renderReactions = ({ reactions = [] }, react) =>
  reactions.length === 0
    ? undefined
    : h(
        'div',
        { class: 'reactions' },
        ...reactions.map(({ name, users, mine }) =>
          h(
            'button',
            {
              type: 'button',
              class: 'reaction',
              'aria-pressed': String(mine),
              'aria-label': `${users.length} ${name}: ${users.join(', ')}`,
              title: users.join(', '),
              'data-action': `reaction-${name}`,
              click: () => react(name),
            },
            h('span', { 'aria-hidden': 'true' }, emojiOf(name)),
            ` ${users.length}`,
          ),
        ),
      )
