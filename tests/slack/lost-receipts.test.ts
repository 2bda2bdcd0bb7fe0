import { webApi } from '@slack/bolt'
import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { trialSubscription } from '../../src/command/digest/show-digest.js'
import type { Message } from '../../src/loopback/workspace.js'
import { createDigestAccess } from '../../src/slack/digest/digest-access.js'
import { createOwnAccount } from '../../src/slack/own-account.js'
import { createPostMarked } from '../../src/slack/post-marked.js'
import { DIRECT, GENERAL, replyTo, YOU } from '../support/slack-people.js'
import { type BotOnLoopback, startBot } from './bot-on-loopback.js'

const QUESTION = 'what is CRI-O'

let bot: BotOnLoopback

afterEach(async () => {
  await bot.close()
  expect(bot.slack.journal.violations).toEqual([])
})

const post = 'chat.postMessage'
const refuse = (error: string) => bot.slack.faults.calls({ kind: 'error', error }, { method: post })
const loseReceipt = () => bot.slack.faults.calls({ kind: 'lost' }, { method: post })
const mention = () => bot.slack.say({ channel: GENERAL, user: YOU, text: `@kubecon ${QUESTION}` })
const slash = () => bot.slack.slash({ channel: GENERAL, user: YOU, command: '/kubecon', text: QUESTION })
/** What the bot posted for others to see too, or in its direct message. */
const posted = (): readonly Message[] =>
  [GENERAL, DIRECT]
    .flatMap((channel) => bot.slack.workspace.messages(channel))
    .filter(({ user, viewer }) => user === bot.slack.workspace.bot.id && viewer === undefined)

describe('what Slack took and gave no receipt for is there once:', () => {
  it('a reply in a thread', async () => {
    bot = await startBot()
    loseReceipt()
    await replyTo(bot.slack, mention)
    await bot.stop()
    expect(posted().map(({ channel }) => channel)).toEqual([GENERAL])
  })

  it('an answer that comes as a direct message instead', async () => {
    bot = await startBot()
    refuse('not_in_channel')
    loseReceipt()
    await replyTo(bot.slack, mention)
    await bot.stop()
    expect(posted().map(({ channel }) => channel)).toEqual([DIRECT])
  })

  it('an answer shared in the channel', async () => {
    bot = await startBot()
    const { channel, ts } = await replyTo(bot.slack, slash)
    loseReceipt()
    await bot.slack.press({ channel, user: YOU, message: ts, actionId: 'share:channel' })
    await bot.stop()
    expect(posted().map(({ channel: where }) => where)).toEqual([GENERAL])
  })

  it('the answer to a form', async () => {
    bot = await startBot()
    await bot.slack.shortcut({ user: YOU, callbackId: 'ask_reports' })
    await bot.called('views.open')
    loseReceipt()
    const values = { question: { question: QUESTION } }
    await replyTo(bot.slack, () => bot.slack.submitModal({ user: YOU, view: bot.view().id, values }))
    await bot.stop()
    expect(posted().map(({ channel }) => channel)).toEqual([DIRECT])
  })

  it('what is said of a digest', async () => {
    bot = await startBot()
    const once = new webApi.WebClient(bot.slack.credentials.botToken, {
      slackApiUrl: bot.slack.apiUrl,
      retryConfig: { retries: 0 },
    })
    const log = pino({ enabled: false })
    const digests = createDigestAccess(
      {
        once,
        patient: once,
        post: createPostMarked({ once, log, now: Date.now, pause: 1 }),
        account: createOwnAccount(once, log),
      },
      log,
    )
    loseReceipt()
    await digests.announce(GENERAL, YOU, 'turned the digest off.')
    await digests.announce(GENERAL, YOU, 'turned the digest off.')
    loseReceipt()
    await digests.poster.tellOwner(
      trialSubscription({ workspace: 'T1', channel: GENERAL, now: Date.now() }, YOU, 'UTC'),
      'It is paused.',
    )
    expect(posted().map(({ text }) => text)).toEqual([
      '<@U0YOU> turned the digest off.',
      '<@U0YOU> turned the digest off.',
      'It is paused. (<#C0GENERAL>)',
    ])
  })
})

it('what did not reach Slack is posted again', async () => {
  bot = await startBot()
  refuse('not_in_channel')
  bot.slack.faults.calls({ kind: 'dropped' }, { method: post })
  await replyTo(bot.slack, mention)
  await bot.stop()
  expect(posted().map(({ channel }) => channel)).toEqual([DIRECT])
})
