import { describe, expect, it } from 'vitest'
import { createSmallBot } from '../support/small-bot.js'

describe('politeness', () => {
  it.each(['hello', 'Hi!', 'hey there 👋', 'Good morning, team.'])('greets back: %s', async (said) => {
    const { text, suggestions } = await createSmallBot().notice(said)
    expect(text).toMatch(/^Hello! Ask me/)
    expect(suggestions).toContain('help')
  })

  it.each(['thanks', 'Thank you so much!', 'ok thanks', 'cool 👍', 'lol ok', 'nice one', 'k', 'ah got it'])(
    'takes thanks: %s',
    async (said) => {
      expect((await createSmallBot().notice(said)).text).toMatch(/^You are welcome/)
    },
  )

  it('is no part of the conversation', async () => {
    const bot = createSmallBot()
    const { answer } = await bot.answer('what is CRI-O')
    await bot.say('thanks!')
    expect((await bot.answer('last')).answer.question).toBe(answer.question)
  })

  it.each(['hello world demo', 'hi there is etcd a database', 'thanks to whom is there CRI-O', 'nice talks on CRI-O'])(
    'leaves a question a question: %s',
    async (said) => expect((await createSmallBot().say(said)).kind).toBe('answer'),
  )
})
