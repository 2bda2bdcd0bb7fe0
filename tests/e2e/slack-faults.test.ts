import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createLoopback, type Loopback } from '../../src/loopback/loopback.js'
import { BOT_SCOPES } from '../../src/slack/scopes.js'
import { MANIFEST } from '../support/manifest.js'
import {
  COMMAND,
  DIRECT,
  GENERAL,
  later,
  repliesTo,
  replyTo,
  socketMode,
  watchViolations,
  YOU,
} from '../support/slack-people.js'
import { type StartedKubecon, startKubecon } from '../support/start-kubecon.js'

const QUESTION = 'what is CRI-O'

let slack: Loopback
let bot: StartedKubecon
let violations: () => (string | undefined)[]

beforeAll(async () => {
  slack = await createLoopback({ scopes: BOT_SCOPES, manifest: MANIFEST })
  violations = watchViolations(slack)
  bot = await startKubecon(socketMode(slack))
})

afterEach(() => expect(violations()).toEqual([]))

afterAll(async () => {
  const { code, err } = await bot.stop()
  await slack.close()
  expect(code).toBe(0)
  expect(err).not.toMatch(/CRI-O|xoxb-|xapp-/)
  for (const line of err.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('msg')
})

const ask = (text: string) => slack.say({ channel: GENERAL, user: YOU, text: `@kubecon ${text}` })
const tell = (text: string) => slack.say({ channel: DIRECT, user: YOU, text })
const slash = (text: string) => slack.slash({ channel: GENERAL, user: YOU, command: COMMAND, text })

/** Uses of a method in the order in which they were answered, by HTTP status; of those after now. */
const watchCalls = (method: string) => {
  const isCall = later(slack, ({ name }) => name === method)
  return () =>
    slack.journal.entries.filter((entry) => isCall(entry) && entry.kind !== 'held').map(({ status }) => status)
}

describe('when a call fails, the bot', () => {
  it.each([
    ['waits as long as Slack asks (429)', { kind: 'rate_limited', retryAfter: 1 }, 429],
    ['tries again after HTTP 500', { kind: 'status', status: 500 }, 500],
    ['tries again after a broken connection', { kind: 'dropped' }, 0],
  ] as const)('%s: an answer in a thread', async (_, fault, status) => {
    const calls = watchCalls('chat.postMessage')
    slack.faults.calls(fault, { method: 'chat.postMessage' })
    const [answer, next] = await repliesTo(slack, 2, async () => {
      const { ts: thread } = await ask(QUESTION)
      await slack.say({ channel: GENERAL, user: YOU, text: '@kubecon ping', thread })
    })
    expect(answer?.text).toContain('CRI-O')
    // Not answered a second time, and in order.
    expect(next?.text).toBe('pong')
    expect(calls().slice(0, 2)).toEqual([status, 200])
  })

  it.each([
    ['waits as long as Slack asks (429)', { kind: 'rate_limited', retryAfter: 1 }, 429],
    ['tries again after HTTP 500', { kind: 'status', status: 500 }, 500],
    ['tries again after a broken connection', { kind: 'dropped' }, 0],
  ] as const)('%s: an answer to a command', async (_, fault, status) => {
    const calls = watchCalls('response_url')
    slack.faults.calls(fault, { method: 'response_url' })
    const answer = await replyTo(slack, () => slash(QUESTION))
    expect(answer).toMatchObject({ viewer: YOU, text: expect.stringContaining('CRI-O') })
    expect(calls()[0]).toBe(status)
  })

  it.each([
    ['is dead', { kind: 'status', status: 404 }, 1],
    ['is out of order', { kind: 'status', status: 500 }, 3],
  ] as const)('answers the person by other means where the response_url %s', async (_, fault, times) => {
    const calls = watchCalls('chat.postEphemeral')
    slack.faults.calls(fault, { method: 'response_url', times })
    const answer = await replyTo(slack, () => slash(QUESTION))
    expect(answer).toMatchObject({ channel: GENERAL, viewer: YOU, text: expect.stringContaining('CRI-O') })
    await slack.journal.until(({ name }) => name === 'chat.postEphemeral')
    expect(calls()).toEqual([200])
  })

  it.each([
    ['response_url', 'chat.postEphemeral', { kind: 'status', status: 404 }, () => slash(QUESTION)],
    ['chat.postMessage', undefined, { kind: 'error', error: 'not_in_channel' }, () => ask(QUESTION)],
  ] as const)('writes to the person where there is no other way (%s)', async (first, second, fault, act) => {
    slack.faults.calls(fault, { method: first })
    if (second !== undefined) slack.faults.calls({ kind: 'error', error: 'user_not_in_channel' }, { method: second })
    const answer = await replyTo(slack, act)
    expect(answer).toMatchObject({ channel: DIRECT, text: expect.stringContaining('CRI-O') })
    expect(answer.viewer).toBeUndefined()
  })

  it('leaves the blocks out where Slack refuses them', async () => {
    slack.faults.calls({ kind: 'error', error: 'invalid_blocks' }, { method: 'chat.postMessage' })
    const answer = await replyTo(slack, () => tell(QUESTION))
    expect(answer.text).toContain('CRI-O')
    expect(answer.blocks).toBeUndefined()
  })

  it('lets others not wait for an answer that does not get through', async () => {
    let free: () => void = () => undefined
    const until = new Promise<void>((resolve) => {
      free = resolve
    })
    slack.faults.calls({ kind: 'slow', until }, { method: 'chat.postMessage' })
    const isHeld = later(slack, ({ kind }) => kind === 'held')
    const slow = ask(QUESTION)
    await slack.journal.until(isHeld)
    expect((await replyTo(slack, () => ask('ping'))).text).toBe('pong')
    const answer = await replyTo(slack, async () => free())
    expect(answer).toMatchObject({ thread: (await slow).ts, text: expect.stringContaining('CRI-O') })
  })
})

describe('when the bot itself is slow', () => {
  it('answers once what is delivered again because the acknowledgement came late', async () => {
    const isAgain = later(slack, ({ given }) => frameOf(given)?.retry_attempt === 1)
    const [answer, next] = await repliesTo(slack, 2, async () => {
      bot.signal('SIGSTOP')
      // Resolves when the time to acknowledge is over.
      const again = await tell(QUESTION)
        .then(() => slack.journal.until(isAgain))
        .finally(() => bot.signal('SIGCONT'))
      await slack.journal.until(({ kind, id }) => kind === 'ack' && id === again.id)
      await tell('ping')
    })
    expect(answer?.text).toContain('CRI-O')
    expect(next?.text).toBe('pong')
    await bot.untilLogged(({ msg }) => msg === 'delivered again; answered once')
    // The machine stood still, which Slack holds against the app; nothing else.
    expect(violations()).toEqual(['no_ack', 'late_ack'])
  })
})

const frameOf = (given: unknown) => given as { retry_attempt?: number } | undefined
