import { expect, it } from 'vitest'
import { createSmallBot } from '../support/small-bot.js'

it('ping is answered with pong', async () => {
  expect(await createSmallBot().notice('ping')).toMatchObject({ text: 'pong', tone: 'info' })
})
