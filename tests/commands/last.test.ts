import { describe, expect, it } from 'vitest'
import { createSmallBot } from '../support/small-bot.js'

describe('last', () => {
  it('has nothing to show before the first question, and says what to ask', async () => {
    const { text, suggestions } = await createSmallBot().notice('last')
    expect(text).toContain('not asked anything')
    expect(suggestions).toHaveLength(1)
  })

  it('shows the last answer again, word for word, however often', async () => {
    const bot = createSmallBot()
    await bot.say('what is Vault')
    const { answer } = await bot.answer('what is CRI-O')
    await bot.say('ping')
    expect((await bot.answer('last')).answer).toEqual(answer)
    expect((await bot.answer('last')).answer).toEqual(answer)
  })

  it('shows a refusal again too', async () => {
    const bot = createSmallBot()
    await bot.say('what is the capital of France')
    expect((await bot.answer('last')).answer.status).toBe('not-found')
  })
})
