import { describe, expect, it } from 'vitest'
import type { Command } from '../../src/command/command.js'
import { renderReply } from '../../src/shell/render-reply.js'
import { PLAIN } from '../../src/shell/style.js'
import { COMMANDS, createSmallBot } from '../support/small-bot.js'

/** The commands, telling which of them was run. */
const watched = () => {
  const ran: string[] = []
  const commands = new Map(
    [...COMMANDS].map(([name, command]): [string, Command] => [
      name,
      {
        ...command,
        handler: (input, context) => {
          ran.push(name)
          return command.handler(input, context)
        },
      },
    ]),
  )
  return { ran, commands }
}

describe('the examples of the commands', () => {
  const examples = [...COMMANDS.values()].flatMap(({ name, examples }) => examples.map((one) => [name, one] as const))

  it('are many enough to say something', () => {
    expect(COMMANDS.size).toBeGreaterThanOrEqual(11)
    expect(examples.length).toBeGreaterThan(COMMANDS.size)
  })

  it.each(examples)('%s: «%s» is run by this very command and has something to say', async (name, example) => {
    const { ran, commands } = watched()
    const reply = await createSmallBot({ commands }).say(example)
    expect(ran).toEqual([name])
    expect(renderReply(reply, { width: 80, style: PLAIN }).trim()).not.toBe('')
    if (reply.kind === 'answer') expect(reply.answer.status).toBe('answered')
    if (reply.kind === 'notice') expect(reply.tone).toBe('info')
  })

  it.each([...COMMANDS.keys()])('%s: its name alone gets no error and no guess at another command', async (name) => {
    const reply = await createSmallBot().say(name)
    expect(reply.kind).not.toBe('answer')
    if (reply.kind === 'notice') expect(reply.tone).toBe('info')
  })
})
