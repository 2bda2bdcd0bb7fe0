import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DIRECT, GENERAL, replyTo, shown, YOU } from '../support/slack-people.js'
import { type BotOnLoopback, startBot } from './bot-on-loopback.js'
import { sendForm } from './send-form.js'

const MARA = 'U0MARA'
const QUESTION = 'what is CRI-O'

let bot: BotOnLoopback
/** Refusals of the peer that a test brings about. */
let expected: string[]

beforeEach(async () => {
  expected = []
  bot = await startBot()
})

afterEach(async () => {
  await bot.close()
  expect(bot.slack.journal.violations.map(({ violation }) => violation)).toEqual(expected)
})

const write = (text: string, thread?: string) =>
  bot.slack.workspace.post({ channel: GENERAL, user: MARA, text, ...(thread !== undefined && { thread }) })
const askMessage = (ts: string, channel = GENERAL) =>
  bot.slack.shortcut({ user: YOU, callbackId: 'ask_message', message: { channel, ts } })
const leave = () => bot.slack.workspace.conversations.get(GENERAL)?.members.delete(bot.slack.workspace.bot.id)

describe('the shortcut of a message', () => {
  it('asks what the message says, and answers in its thread with who wanted to know', async () => {
    const { ts } = write(QUESTION)
    const answer = await replyTo(bot.slack, () => askMessage(ts))
    expect(answer).toMatchObject({ channel: GENERAL, thread: ts })
    expect(answer.viewer).toBeUndefined()
    expect(answer.text).toMatch(/^<@U0YOU> asked: what is CRI-O: “CRI-O is a container runtime/)
  })

  it('stays in the thread that the message stands in, and takes a command’s name for a question', async () => {
    const { ts } = write('a thread')
    const answer = await replyTo(bot.slack, () => askMessage(write('reports', ts).ts))
    expect(answer.thread).toBe(ts)
    expect(answer.text).toMatch(/^<@U0YOU> asked\. No report covers “reports”/)
  })

  it('reaches a thread of a channel that the bot is not in', async () => {
    const { ts } = write(QUESTION)
    leave()
    expected = ['not_in_channel']
    const answer = await replyTo(bot.slack, () => askMessage(ts))
    expect(answer).toMatchObject({ channel: GENERAL, thread: ts, text: expect.stringContaining('runtime') })
  })

  it('writes to the person, with the reason, where no way leads there', async () => {
    const { ts } = write(QUESTION)
    leave()
    expected = ['not_in_channel']
    bot.slack.faults.calls({ kind: 'status', status: 404 }, { method: 'response_url' })
    const answer = await replyTo(bot.slack, () => askMessage(ts))
    expect(answer.channel).toBe(DIRECT)
    expect(answer.text).toMatch(/^Slack did not let me write/)
  })

  it.each([
    ['has no text', '🎉', 'That message has no text that I could look up in the reports.'],
    [
      'is very long',
      'why '.repeat(2000),
      'That message is longer than the 4,000 characters I read. Please ask in a sentence or two.',
    ],
  ])('tells the person alone when the message %s', async (_, text, says) => {
    const told = await replyTo(bot.slack, () => askMessage(write(text).ts))
    expect(told).toMatchObject({ viewer: YOU, text: says })
  })
})

const openForm = async () => {
  await bot.slack.shortcut({ user: YOU, callbackId: 'ask_reports' })
  await bot.called('views.open')
  return bot.view()
}
const filled = (question: string, channel: string | null = null) => ({
  question: { question },
  place: { place: channel },
})

describe('the form to ask anything', () => {
  it('answers the person alone when no channel is chosen, once', async () => {
    const view = await openForm()
    const question = '  what is CRI-O '
    await replyTo(bot.slack, async () => {
      await bot.slack.submitModal({ user: YOU, view: view.id, values: filled(question) })
      await sendForm(bot.slack, view, { question: { question: { value: question } } })
    })
    await bot.stop()
    const answers = bot.slack.workspace.messages(DIRECT)
    expect(answers.map(({ text }) => text)).toEqual([expect.stringMatching(/^what is CRI-O: “CRI-O is a container/)])
    expect(shown(answers[0] ?? write(''))).toContain('Asked: what is CRI-O')
    expect(bot.slack.workspace.messages(GENERAL)).toEqual([])
  })

  it.each([
    ['that the bot is in', false],
    ['that it is not in', true],
  ])('answers in a channel %s, with who asked', async (_, left) => {
    const view = await openForm()
    if (left) leave()
    expected = left ? ['not_in_channel'] : []
    const sent = { user: YOU, view: view.id, values: filled('timeline etcd', GENERAL) }
    const answer = await replyTo(bot.slack, () => bot.slack.submitModal(sent))
    expect(answer).toMatchObject({
      channel: GENERAL,
      text: expect.stringMatching(/^<@U0YOU> asked\. "etcd"/),
    })
    expect(answer.viewer).toBeUndefined()
  })

  it('stays open, and says why, when there is no question', async () => {
    const view = await openForm()
    const sent = await bot.slack.submitModal({ user: YOU, view: view.id, values: filled('   ') })
    expect(sent).toEqual({ errors: { question: 'Please write a question.' } })
    expect(bot.slack.views).toHaveLength(1)
  })

  it('falls back to a direct message when it cannot be opened in time', async () => {
    bot.slack.faults.calls({ kind: 'error', error: 'expired_trigger_id' }, { method: 'views.open' })
    const told = await replyTo(bot.slack, () => bot.slack.shortcut({ user: YOU, callbackId: 'ask_reports' }))
    expect(told).toMatchObject({
      channel: DIRECT,
      text: 'The form could not be opened in time. Please try again, or write your question here.',
    })
  })
})
