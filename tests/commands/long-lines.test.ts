import { describe, expect, it } from 'vitest'
import { renderReply } from '../../src/shell/render-reply.js'
import { PLAIN } from '../../src/shell/style.js'
import { COMMANDS, createSmallBot } from '../support/small-bot.js'

const LONG = [
  ['one endless word', 'x'.repeat(3900)],
  ['many words that the reports do not have', `${'unheard-of '.repeat(340)}end`],
  ['one word of theirs over and over', `${'mesh '.repeat(700)}mesh`],
] as const

const bot = createSmallBot()

describe('what is said back of a long line', () => {
  it.each([...COMMANDS.keys()].flatMap((name) => LONG.map(([what, words]) => [name, what, words] as const)))(
    '%s with %s is cut short',
    async (name, _, words) => {
      const said = renderReply(await bot.say(`${name} ${words}`), { width: 80, style: PLAIN }).replace(/\s+/g, ' ')
      expect(said.includes(words.slice(0, 400)) ? `the whole line, in ${said.length} characters` : 'little').toBe(
        'little',
      )
    },
  )
})
