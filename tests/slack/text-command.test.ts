import { afterEach, describe, expect, it } from 'vitest'
import { BOT_SCOPES } from '../../src/slack/scopes.js'
import { GENERAL, repliesTo, replyTo, YOU } from '../support/slack-people.js'
import { type BotOnLoopback, startBot } from './bot-on-loopback.js'

let bot: BotOnLoopback

afterEach(async () => {
  await bot.close()
  expect(bot.slack.journal.violations).toEqual([])
})

const scopes = BOT_SCOPES
const say = (text: string, thread?: string) =>
  bot.slack.say({ channel: GENERAL, user: YOU, text, ...(thread !== undefined && { thread }) })

describe('the text command', () => {
  it('is answered in its thread where the workspace has switched it on, and nothing else is', async () => {
    bot = await startBot({ scopes, textCommand: '!kubecon' })
    const { ts } = await say('has anybody heard of CRI-O?')
    await say('!kubeconference is on', ts)
    await say('we could say !kubecon what is CRI-O', ts)
    const answer = await replyTo(bot.slack, () => say('!KubeCon   what is CRI-O', ts))
    await bot.stop()
    expect(answer).toMatchObject({ thread: ts, text: expect.stringMatching(/^what is CRI-O: “/) })
    const own = bot.slack.workspace.messages(GENERAL).filter(({ user }) => user === bot.slack.workspace.bot.id)
    expect(own).toHaveLength(1)
  })

  it('together with a mention is answered once, and follows up on what the thread was about', async () => {
    bot = await startBot({ scopes, textCommand: '!kubecon' })
    const [first, next] = await repliesTo(bot.slack, 2, async () => {
      const { ts } = await say('@kubecon what is CRI-O')
      await say('!kubecon last', ts)
    })
    expect(next?.text).toBe(first?.text)
  })

  it('is not heard unless it is switched on', async () => {
    bot = await startBot({ scopes })
    await say('!kubecon what is CRI-O')
    await bot.stop()
    expect(bot.slack.workspace.messages(GENERAL)).toHaveLength(1)
  })
})
