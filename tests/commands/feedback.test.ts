import { expect, it } from 'vitest'
import feedback from '../../commands/feedback.js'
import type { CommandContext } from '../../src/command/command.js'

const said = async (wish: '' | 'on' | 'off', guest?: boolean) => {
  let isWanted = true
  const rating = {
    isWanted: async () => isWanted,
    want: async (now: boolean) => {
      isWanted = now
    },
  }
  const line = { text: `feedback ${wish}`, person: 'U1', conversation: 'C1', ...(guest && { guest }) }
  const reply = await feedback.handler(wish, { rating, line } as unknown as CommandContext)
  return { reply, isWanted }
}

it('is switched off by people of the workspace', async () => {
  const { reply, isWanted } = await said('off')
  expect(reply).toMatchObject({ text: 'Answers in this channel do not ask whether they helped.' })
  expect(isWanted).toBe(false)
})

it('is not switched off by guests of another organisation, who may look', async () => {
  const { reply, isWanted } = await said('off', true)
  expect(reply).toMatchObject({ tone: 'problem', text: expect.stringContaining('Nothing was changed.') })
  expect(isWanted).toBe(true)
  expect((await said('', true)).reply).toMatchObject({ text: expect.stringMatching(/^Answers in this channel ask/) })
})
