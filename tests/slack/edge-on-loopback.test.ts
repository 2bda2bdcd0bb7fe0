import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLoopback, type Loopback } from '../../src/loopback/loopback.js'
import { BOT_SCOPES } from '../../src/slack/scopes.js'
import { createSlackEdge, type SlackEdge } from '../../src/slack/slack-edge.js'
import { MANIFEST } from '../support/manifest.js'
import { anAnswer, anExcerpt } from './replies.js'

const user = 'U0YOU'
const CHANNEL = 'C0GENERAL'

let slack: Loopback
let edge: SlackEdge

beforeEach(async () => {
  slack = await createLoopback({ scopes: BOT_SCOPES, manifest: MANIFEST })
  const { botToken, appToken } = slack.credentials
  edge = createSlackEdge({
    config: { mode: 'socket', botToken, appToken, command: '/kubecon', apiUrl: slack.apiUrl },
    dispatch: async ({ text }) =>
      anAnswer({
        status: 'weak',
        question: text.replace(/^ask /, ''),
        from: text === 'more' ? 3 : 0,
        excerpts: [anExcerpt(), anExcerpt({ citation: { url: 'https://example.org/a?b=1&c' } }), anExcerpt()],
        related: ['Calico'],
      }),
    log: pino({ enabled: false }),
  })
  await edge.start()
})

afterEach(async () => {
  await edge.stop()
  await slack.close()
  // The peer refuses, and writes down, whatever Slack would refuse.
  expect(slack.journal.violations).toEqual([])
})

const replies = () =>
  ['D0YOU', CHANNEL]
    .flatMap((id) => slack.workspace.messages(id))
    .filter((message) => message.user === slack.credentials.botUserId)

/** Waits until the bot has sent so many messages, edits included. */
const sent = (count: number) =>
  slack.journal.untilCount(
    count,
    ({ kind, name, status }) => status === 200 && (kind === 'respond' || (kind === 'call' && name.startsWith('chat.'))),
  )

const askEverywhere = async (): Promise<void> => {
  await slack.say({ channel: CHANNEL, user, text: '@kubecon what is CRI-O' })
  await slack.say({ channel: 'D0YOU', user, text: 'what is CRI-O' })
  await slack.slash({ channel: CHANNEL, user, command: '/kubecon', text: 'what is CRI-O' })
  await sent(3)
}

describe('the Slack edge on a Slack that keeps the rules', () => {
  it('answers a mention in the thread, a direct message, and a command for the person alone', async () => {
    await askEverywhere()
    expect(replies().map(({ channel, thread, viewer }) => [channel, thread !== undefined, viewer])).toEqual([
      ['D0YOU', true, undefined],
      [CHANNEL, true, undefined],
      [CHANNEL, false, user],
    ])
  })

  it('turns pages in place, and answers suggestions', async () => {
    await askEverywhere()
    for (const { channel, ts } of replies()) await slack.press({ channel, user, message: ts, actionId: 'page:next' })
    await sent(6)
    expect(replies()).toHaveLength(3)
    for (const { text } of replies()) expect(text).toContain('Passages 4–6 of 7.')
    for (const { channel, ts } of replies()) await slack.press({ channel, user, message: ts, actionId: 'ask:0' })
    await sent(9)
    expect(replies().filter(({ text }) => text.includes('“Calico”'))).toHaveLength(3)
  })

  it('misses nothing when both connections are renewed at once, or Slack says it is too much', async () => {
    slack.disconnect('refresh_requested')
    await slack.say({ channel: CHANNEL, user, text: '@kubecon what is CRI-O' })
    await sent(1)
    slack.faults.rateLimitEvents()
    await slack.say({ channel: CHANNEL, user, text: '@kubecon what is rkt' })
    await sent(2)
    expect(replies()).toHaveLength(2)
  })

  it('answers once what comes twice', async () => {
    slack.faults.duplicateEvents = true
    await slack.say({ channel: CHANNEL, user, text: '@kubecon what is CRI-O' })
    await sent(1)
    await edge.stop()
    expect(replies()).toHaveLength(1)
  })
})
