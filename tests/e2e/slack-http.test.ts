import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createLoopback, type Loopback } from '../../src/loopback/loopback.js'
import { BOT_SCOPES } from '../../src/slack/scopes.js'
import { FORM_TYPE, type HttpRelay, JSON_TYPE, openHttpRelay, type SlackRequest } from '../support/http-relay.js'
import { MANIFEST } from '../support/manifest.js'
import {
  COMMAND,
  DIRECT,
  GENERAL,
  httpMode,
  later,
  replyTo,
  shown,
  watchViolations,
  YOU,
} from '../support/slack-people.js'
import { NotStartedError, type StartedKubecon, startKubecon } from '../support/start-kubecon.js'

const QUESTION = 'what is CRI-O'

let slack: Loopback
let bot: StartedKubecon
let port: number
let relay: HttpRelay
let violations: () => (string | undefined)[]

const portOf = async (started: StartedKubecon): Promise<number> => {
  const { address } = await started.untilLogged(({ msg }) => msg === 'listening for Slack')
  return (address as { port: number }).port
}

beforeAll(async () => {
  slack = await createLoopback({ scopes: BOT_SCOPES, manifest: MANIFEST })
  violations = watchViolations(slack)
  bot = await startKubecon(httpMode(slack))
  port = await portOf(bot)
  relay = await openHttpRelay(slack, port)
})

afterEach(() => expect(violations()).toEqual([]))

afterAll(async () => {
  const { code, err } = await bot.stop()
  await slack.close()
  expect(code).toBe(0)
  expect(err).not.toMatch(/CRI-O|xoxb-/)
  expect(err).not.toContain(slack.credentials.signingSecret)
})

const ask = (text: string) => slack.say({ channel: GENERAL, user: YOU, text: `@kubecon ${text}` })
const tell = (text: string) => slack.say({ channel: DIRECT, user: YOU, text })
const slash = (text: string) => slack.slash({ channel: GENERAL, user: YOU, command: COMMAND, text })
const press = ({ channel, ts }: { channel: string; ts: string }, actionId: string) =>
  slack.press({ channel, user: YOU, message: ts, actionId })

/** Does something and gives the request that it led to; the answer has come. */
const requestFor = async (act: () => Promise<unknown>): Promise<SlackRequest> => {
  await replyTo(slack, act)
  return relay.requests.at(-1) as SlackRequest
}

describe('over HTTP the bot', () => {
  it.each([
    ['a command', () => slash(QUESTION)],
    ['a mention', () => ask(QUESTION)],
    ['a direct message', () => tell(QUESTION)],
  ])('answers %s, and turns its pages', async (_, act) => {
    const first = await replyTo(slack, act)
    expect(shown(first)).toMatch(/austin-2017-\w+, lines? \d/)
    const second = await replyTo(slack, () => press(first, 'page:next'))
    expect(second.ts).toBe(first.ts)
    expect(second.text).not.toBe(first.text)
  })

  it('says where it is heard', () => {
    expect(bot.out).toMatch(/^Listening for Slack on port [1-9]\d*\. Ctrl-C ends\.\n$/)
  })

  it('proves to Slack that the address is its own', async () => {
    const body = JSON.stringify({ type: 'url_verification', token: 'x', challenge: 'say this' })
    const response = await relay.send({ contentType: JSON_TYPE, body })
    expect(await response.json()).toEqual({ challenge: 'say this' })
    expect((await relay.send({ contentType: JSON_TYPE, body }, { signed: false })).status).toBe(401)
  })
})

describe('over HTTP the bot refuses', () => {
  it.each([
    ['a forged request', { secret: 'f'.repeat(32) }],
    ['a request without a signature', { signed: false }],
    ['an old request', { age: 6 * 60 }],
    ['a request whose body was changed', { signedBody: '{}' }],
  ])('%s', async (_, signing) => {
    const requests = [await requestFor(() => ask(QUESTION)), await requestFor(() => slash(QUESTION))]
    const answer = await replyTo(slack, () => tell(QUESTION))
    requests.push(await requestFor(() => press(answer, 'page:next')))
    // New ids, so that it is not as a replay that they come to nothing.
    const fresh = requests.map(({ body, ...rest }) => ({ ...rest, body: body.replace(/Ev\w+|trigger_id/g, '$&9') }))
    const reply = await replyTo(slack, async () => {
      for (const request of fresh) expect((await relay.send(request, signing)).status).toBe(401)
      await slash('ping')
    })
    expect(reply.text).toBe('pong')
  })

  it.each([
    ['a body that is no JSON', { contentType: JSON_TYPE, body: '{' }],
    ['a button that is no JSON', { contentType: FORM_TYPE, body: 'payload=%7B' }],
    ['an empty body', { contentType: JSON_TYPE, body: '' }],
    ['a body of another kind', { contentType: 'text/xml', body: '<a/>' }],
    ['a form that is no command', { contentType: FORM_TYPE, body: 'a=b' }],
  ])('%s, and carries on', async (_, request) => {
    const { status } = await relay.send(request)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect((await replyTo(slack, () => slash('ping'))).text).toBe('pong')
  })

  it('JSON null, and carries on', async () => {
    const request = { contentType: JSON_TYPE, body: 'null' }
    expect((await relay.send(request, { signed: false })).status).toBe(401)
    expect((await relay.send(request)).status).toBe(400)
    for (const text of ['ping', 'ping']) expect((await replyTo(slack, () => slash(text))).text).toBe('pong')
    expect(bot.isRunning).toBe(true)
  })

  it('other paths and methods', async () => {
    const base = `http://127.0.0.1:${port}`
    for (const path of ['/', '/slack/install', '/slack/events'])
      expect((await fetch(`${base}${path}`, { headers: { connection: 'close' } })).status).toBe(404)
  })
})

describe('over HTTP the bot answers once', () => {
  it.each([
    ['a mention', () => ask(QUESTION)],
    ['a command', () => slash(QUESTION)],
    ['a button', async () => press(slack.workspace.messages(DIRECT).at(-1) ?? never(), 'ask:0')],
  ])('%s that is replayed', async (what, act) => {
    if (what === 'a button') await replyTo(slack, () => tell('what is the capital of France'))
    const request = await requestFor(act)
    const reply = await replyTo(slack, async () => {
      expect((await relay.send(request)).status).toBe(200)
      await bot.untilLogged(({ msg, keys }) => msg === 'delivered again; answered once' && isAbout(request, keys))
      await slash('ping')
    })
    expect(reply.text).toBe('pong')
  })
})

describe('over HTTP', () => {
  it('an answer in work arrives before the bot ends', async () => {
    const other = await startKubecon(httpMode(slack))
    let free: () => void = () => undefined
    const until = new Promise<void>((resolve) => {
      free = resolve
    })
    const request = await requestFor(() => ask(QUESTION))
    slack.faults.calls({ kind: 'slow', until }, { method: 'chat.postMessage' })
    const isHeld = later(slack, ({ kind }) => kind === 'held')
    expect((await relay.send(request, {}, await portOf(other))).status).toBe(200)
    await slack.journal.until(isHeld)
    other.signal('SIGTERM')
    const answer = await replyTo(slack, async () => free())
    expect(answer.text).toContain('CRI-O')
    expect((await other.ended).code).toBe(0)
  })

  it('a port that is taken is named, with the variable that sets it', async () => {
    const error = await startKubecon({ ...httpMode(slack), PORT: String(port) }).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(NotStartedError)
    expect((error as NotStartedError).run).toMatchObject({ code: 2, out: '' })
    expect((error as NotStartedError).run.err).toContain(`PORT: the bot cannot listen on ${port}.`)
  })
})

const never = (): never => {
  throw new Error('there is no message')
}

/** Whether one of the bot's keys names what the request is about. */
const isAbout = ({ body }: SlackRequest, keys: unknown): boolean =>
  (keys as readonly string[]).some((key) => decodeURIComponent(body).includes(key.split(' ').at(-1) ?? key))
