import { describe, expect, it } from 'vitest'
import type { Line } from '../../src/command/line.js'
import { notice, type Reply } from '../../src/command/reply.js'
import { turnPage } from '../../src/slack/turn-page.js'
import { anAnswer, anExcerpt } from './replies.js'

/** A bot with seven passages that goes on with «more», as the real one does. */
const createBot = () => {
  const positions = new Map<string, number>()
  const lines: Line[] = []
  const dispatch = async (line: Line): Promise<Reply> => {
    lines.push(line)
    const from = line.text === 'more' ? (positions.get(line.conversation) ?? 0) + 3 : 0
    if (from >= 7) return notice('That was all.')
    positions.set(line.conversation, from)
    return anAnswer({ from, excerpts: Array.from({ length: Math.min(3, 7 - from) }, () => anExcerpt()) })
  }
  return { dispatch, lines }
}
const line: Line = { text: 'ask x', person: 'U1', conversation: 'C1', thread: '1.1' }

describe('turnPage', () => {
  it.each([
    [0, 0],
    [3, 3],
    [4, 3],
    [6, 6],
  ])('comes to the page with excerpt %i, in a conversation of its own', async (from, expected) => {
    const { dispatch, lines } = createBot()
    const reply = await turnPage({ line: 'ask x', from }, line, 'page 1', dispatch)
    expect(reply).toMatchObject({ kind: 'answer', answer: { from: expected } })
    expect(new Set(lines.map(({ conversation }) => conversation))).toEqual(new Set(['page 1']))
  })

  it('ends with what the bot says when there is no such page any more', async () => {
    const { dispatch } = createBot()
    expect(await turnPage({ line: 'ask x', from: 30 }, line, 'page 1', dispatch)).toMatchObject({
      text: 'That was all.',
    })
  })

  it('goes by the real conversation for a question that no button could carry', async () => {
    const { dispatch, lines } = createBot()
    await turnPage({ line: 'more', from: 3 }, line, 'page 1', dispatch)
    expect(lines).toEqual([{ ...line, text: 'more' }])
  })
})
