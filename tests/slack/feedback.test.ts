import { afterEach, describe, expect, it } from 'vitest'
import type { Message } from '../../src/loopback/workspace.js'
import { createFeedbackInMemory, type FeedbackSink, type Verdict } from '../../src/slack/feedback/feedback.js'
import { DIRECT, GENERAL, replyTo, shown, YOU } from '../support/slack-people.js'
import { type BotOnLoopback, type BotOptions, startBot } from './bot-on-loopback.js'
import { sendForm } from './send-form.js'

const QUESTION = 'what is CRI-O'
const REASON = { reason: { reason: { type: 'radio_buttons', selected_option: { value: 'outdated' } } } }

let bot: BotOnLoopback

const start = async (options?: BotOptions): Promise<void> => {
  bot = await startBot(options)
}

afterEach(async () => {
  await bot.close()
  expect(bot.slack.journal.violations).toEqual([])
})

const ask = () => replyTo(bot.slack, () => bot.slack.say({ channel: GENERAL, user: YOU, text: `@kubecon ${QUESTION}` }))
const press = ({ channel, ts }: Message, actionId: string) =>
  bot.slack.press({ channel, user: YOU, message: ts, actionId })
const verdict = { channel: GENERAL, person: YOU, question: QUESTION }

describe('feedback', () => {
  it('takes a 👍, thanks the person alone, and keeps what was asked and shown', async () => {
    await start()
    const answer = await ask()
    const thanks = await replyTo(bot.slack, () => press(answer, 'rate:up'))
    expect(thanks).toMatchObject({ viewer: YOU, text: 'Thank you, noted.', thread: answer.thread })
    const passages = [expect.stringMatching(/^austin-2017-nosek#[0-9a-f]+$/)]
    expect(bot.feedback.given()).toEqual([
      { ...verdict, workspace: bot.slack.credentials.teamId, passages, helpful: true },
    ])
  })

  it('takes a 👎 at once, and its reason from the form, however often it is sent', async () => {
    const given: Verdict[] = []
    const sink: FeedbackSink = {
      isWanted: async () => true,
      give: async (one) => void given.push(one),
    }
    await start({ around: { feedback: sink } })
    await press(await ask(), 'rate:down')
    await bot.called('views.open')
    expect(given).toMatchObject([{ ...verdict, helpful: false }])
    const form = bot.view()
    await bot.slack.submitModal({ user: YOU, view: form.id, values: { reason: { reason: 'outdated' } } })
    await sendForm(bot.slack, form, REASON)
    await bot.stop()
    expect(given.slice(1)).toMatchObject([{ ...verdict, helpful: false, reason: 'outdated' }])
    expect(bot.slack.views).toEqual([])
  })

  it('takes a 👎 without its reason when the form cannot be opened in time', async () => {
    await start()
    const answer = await ask()
    bot.slack.faults.calls({ kind: 'error', error: 'expired_trigger_id' }, { method: 'views.open' })
    const thanks = await replyTo(bot.slack, () => press(answer, 'rate:down'))
    expect(thanks.text).toBe('Thank you, noted.')
    expect(bot.feedback.given()).toMatchObject([{ ...verdict, helpful: false }])
  })

  it.each([
    ['a reason that there is not', {}, { reason: { reason: { selected_option: { value: 'hate' } } } }],
    ['nothing', {}, {}],
    ['an answer that there is not', { private_metadata: '{"channel":"C1","value":"status"}' }, REASON],
    ['nonsense', { private_metadata: 'nonsense' }, REASON],
  ])('changes nothing for a form with %s, and says so', async (_, more, values) => {
    await start()
    await press(await ask(), 'rate:down')
    await bot.called('views.open')
    const form = bot.view()
    const before = bot.feedback.given()
    const tampered = { ...form, view: { ...form.view, ...more } }
    const told = await replyTo(bot.slack, () => sendForm(bot.slack, tampered, values))
    expect(told).toMatchObject({
      channel: DIRECT,
      text: 'This form does not work any more, so the reason was not noted.',
    })
    expect(bot.feedback.given()).toEqual(before)
  })

  it('is not asked for where it is switched off, and then not taken from older messages', async () => {
    const memory = createFeedbackInMemory()
    let isWanted = true
    await start({ around: { feedback: { ...memory, isWanted: async () => isWanted } } })
    const answer = await ask()
    isWanted = false
    expect(shown(await ask())).not.toContain('rate:')
    const told = await replyTo(bot.slack, () => press(answer, 'rate:down'))
    expect(told.text).toBe('Feedback is switched off in this channel, so nothing was noted.')
    expect(memory.given()).toEqual([])
  })

  it('does not keep an answer back when its store fails, and says so when a verdict is lost', async () => {
    const broken = () => Promise.reject(new Error('disk full'))
    let isBroken = false
    await start({
      around: { feedback: { isWanted: () => (isBroken ? broken() : Promise.resolve(true)), give: broken } },
    })
    const answer = await ask()
    const told = await replyTo(bot.slack, () => press(answer, 'rate:up'))
    expect(told.text).toMatch(/^Something failed on my side \(ref [0-9a-f]{6}\)/)
    isBroken = true
    expect(shown(await ask())).not.toContain('rate:')
    const slash = { channel: GENERAL, user: YOU, command: '/kubecon', text: QUESTION }
    const own = await replyTo(bot.slack, () => bot.slack.slash(slash))
    expect((await replyTo(bot.slack, () => press(own, 'share:channel'))).text).toMatch(/^<@U0YOU> asked/)
  })

  it('in memory goes by the last word, and forgets the oldest', async () => {
    const memory = createFeedbackInMemory(2)
    const one = { workspace: 'T', channel: 'C', person: 'U', question: 'q', passages: [], helpful: true }
    await memory.give(one)
    await memory.give({ ...one, question: 'r' })
    await memory.give({ ...one, helpful: false })
    await memory.give({ ...one, question: 's' })
    expect(memory.given().map(({ question, helpful }) => [question, helpful])).toEqual([
      ['q', false],
      ['s', true],
    ])
  })
})
