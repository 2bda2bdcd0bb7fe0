import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLoopback, type Loopback } from '../../src/loopback/loopback.js'
import { BOT_SCOPES } from '../../src/slack/scopes.js'
import { createBrokenBuild } from '../support/broken-build.js'
import { MANIFEST } from '../support/manifest.js'
import type { Run } from '../support/run-kubecon.js'
import { COMMAND, DIRECT, GENERAL, later, replyTo, socketMode, YOU } from '../support/slack-people.js'
import { NotStartedError, startKubecon } from '../support/start-kubecon.js'

let slack: Loopback
/** Rules that a test means the bot to break. */
let expected: string[]

beforeEach(async () => {
  slack = await createLoopback({ scopes: BOT_SCOPES, manifest: MANIFEST })
  expected = []
})

afterEach(async () => {
  await slack.close()
  expect(slack.journal.violations.map(({ violation }) => violation)).toEqual(expected)
})

/** How a start ended that was not to succeed. */
const failToStart = async (env: Readonly<Record<string, string>>): Promise<Run> => {
  try {
    await (await startKubecon(env)).stop()
  } catch (error) {
    if (error instanceof NotStartedError) return error.run
    throw error
  }
  throw new Error('The bot started.')
}

const ask = (text: string) => slack.say({ channel: GENERAL, user: YOU, text: `@kubecon ${text}` })
const tell = (text: string) => slack.say({ channel: DIRECT, user: YOU, text })
const slash = (text: string) => slack.slash({ channel: GENERAL, user: YOU, command: COMMAND, text })

describe('the bot does not start', () => {
  const bot = { SLACK_BOT_TOKEN: 'xoxb-s3cret' }
  const app = { SLACK_APP_TOKEN: 'xapp-s3cret' }
  const secret = { SLACK_SIGNING_SECRET: 's3cret-s3cret-s3cret' }
  it.each([
    ['without a bot token', app, /^SLACK_BOT_TOKEN: not set\. You find it at .*OAuth & Permissions/],
    ['with a signing secret alone', secret, /^SLACK_BOT_TOKEN: not set\./],
    ['with a bot token alone', bot, /^SLACK_APP_TOKEN: not set\. .*App-Level Tokens.* For HTTP .*SLACK_SIGNING_SECRET/],
    ['with an empty app token', { ...bot, SLACK_APP_TOKEN: ' ' }, /^SLACK_APP_TOKEN: not set\./],
    [
      'with an app token as bot token',
      { ...app, SLACK_BOT_TOKEN: 'xapp-s3cret' },
      /^SLACK_BOT_TOKEN: this is an app-level token \(xapp-\); take the one from .*Bot User OAuth Token/,
    ],
    [
      'with a user token as bot token',
      { ...app, SLACK_BOT_TOKEN: 'xoxp-s3cret' },
      /^SLACK_BOT_TOKEN: this is a user token \(xoxp-\)/,
    ],
    [
      'with a bot token as app token',
      { ...bot, SLACK_APP_TOKEN: 'xoxb-s3cret' },
      /^SLACK_APP_TOKEN: this is a bot token \(xoxb-\); take the one from .*App-Level Tokens/,
    ],
    [
      'with a token that expires',
      { ...app, SLACK_BOT_TOKEN: 'xoxe.xoxb-s3cret' },
      /^SLACK_BOT_TOKEN: this is a token that expires \(xoxe\); switch token rotation off/,
    ],
    [
      'with something else as token',
      { ...app, SLACK_BOT_TOKEN: 's3cret' },
      /^SLACK_BOT_TOKEN: this is not the right kind of value/,
    ],
    [
      'with a token in two pieces',
      { ...app, SLACK_BOT_TOKEN: 'xoxb-s3cret s3cret' },
      /^SLACK_BOT_TOKEN: this is a bot token \(xoxb-\)/,
    ],
    [
      'with a token as signing secret',
      { ...bot, SLACK_SIGNING_SECRET: 'xapp-s3cret-s3cret' },
      /^SLACK_SIGNING_SECRET: this is an app-level token \(xapp-\); take the one from .*App Credentials/,
    ],
    [
      'with an address that would send the token in the open',
      { ...bot, ...app, SLACK_API_URL: 'http://slack.example/api/' },
      /^SLACK_API_URL: an address with https:\/\//,
    ],
    [
      'with both tokens swapped, and says both',
      { SLACK_BOT_TOKEN: 'xapp-s3cret', SLACK_APP_TOKEN: 'xoxb-s3cret' },
      /^SLACK_BOT_TOKEN: this is an app-level token.*\nSLACK_APP_TOKEN: this is a bot token/,
    ],
    [
      'with several wrong variables, and says each once',
      { ...bot, SLACK_APP_TOKEN: 'xoxb-s3cret', PORT: 's3cret', LOG_LEVEL: 's3cret' },
      /^SLACK_APP_TOKEN: .*\nPORT: a port number from 0 to 65535\.\nLOG_LEVEL: trace.* or silent\.\n$/,
    ],
  ])('%s', async (_, env, sentence) => {
    const { code, out, err } = await failToStart({ SLACK_API_URL: slack.apiUrl, ...env })
    expect(err).toMatch(sentence)
    expect({ code, out }).toEqual({ code: 78, out: '' })
    // Neither a value nor a stack.
    expect(err).not.toMatch(/s3cret|\n {4}at /)
    expect(slack.journal.entries).toEqual([])
  })

  it.each([
    [
      'an unknown bot token',
      { SLACK_BOT_TOKEN: 'xoxb-s3cret' },
      /^SLACK_BOT_TOKEN: .* \(invalid_auth\)\. Take it again/,
    ],
    [
      'an unknown app token',
      { SLACK_APP_TOKEN: 'xapp-s3cret' },
      /^SLACK_APP_TOKEN: .* \(invalid_auth\)\. Take it again/,
    ],
  ])('with %s', async (_, env, sentence) => {
    expected = ['invalid_auth']
    const { code, out, err } = await failToStart({ ...socketMode(slack), ...env })
    expect(sayings(err)).toMatch(sentence)
    expect({ code, out }).toEqual({ code: 78, out: '' })
    expect(err).not.toMatch(/s3cret|xoxb-l|xapp-1/)
  })

  it.each([
    ['auth.test', 'token_revoked', 'SLACK_BOT_TOKEN'],
    ['apps.connections.open', 'not_allowed_token_type', 'SLACK_APP_TOKEN'],
    ['apps.connections.open', 'missing_scope', 'SLACK_APP_TOKEN'],
  ])('when Slack answers %s with %s', async (method, error, variable) => {
    slack.faults.calls({ kind: 'error', error }, { method })
    const { code, out, err } = await failToStart(socketMode(slack))
    expect(sayings(err)).toMatch(new RegExp(`^${variable}: .* \\(${error}\\)\\. Take it again from api\\.slack\\.com`))
    expect({ code, out }).toEqual({ code: 78, out: '' })
    expect(err).not.toMatch(/xoxb-l|xapp-1/)
    // What trying again cannot mend is not tried again.
    expect(slack.journal.entries.filter(({ name }) => name === method)).toHaveLength(1)
  })
})

describe('the bot starts all the same', () => {
  it('when Slack is out of order for a moment', async () => {
    slack.faults.calls({ kind: 'status', status: 500 }, { method: 'auth.test' })
    slack.faults.calls({ kind: 'dropped' }, { method: 'auth.test' })
    slack.faults.calls({ kind: 'rate_limited', retryAfter: 1 }, { method: 'apps.connections.open' })
    slack.faults.calls({ kind: 'status', status: 503 }, { method: 'apps.connections.open' })
    slack.faults.calls({ kind: 'status', status: 503 }, { method: 'socket' })
    slack.faults.calls({ kind: 'dropped' }, { method: 'socket' })
    const bot = await startKubecon(socketMode(slack))
    expect(bot.out).toBe('Connected to Slack in Socket Mode. Ctrl-C ends.\n')
    expect((await replyTo(slack, () => slash('ping'))).text).toBe('pong')
    expect((await bot.stop()).code).toBe(0)
  })
})

describe('when it is told to end, the bot', () => {
  const hold = () => {
    let free: () => void = () => undefined
    const until = new Promise<void>((resolve) => {
      free = resolve
    })
    slack.faults.calls({ kind: 'slow', until }, { method: 'chat.postMessage' })
    const held = slack.journal.until(later(slack, ({ kind }) => kind === 'held'))
    return { held, free: async () => free() }
  }
  const isClosed = ({ kind, name }: { kind: string; name: string }) => kind === 'connection' && name === 'close'

  it.each(['SIGTERM', 'SIGINT'] as const)('brings the answers in work to their end first (%s)', async (signal) => {
    const bot = await startKubecon(socketMode(slack))
    const { held, free } = hold()
    const { ts: thread } = await ask('what is CRI-O')
    // Waits behind the first, in the same thread.
    await slack.say({ channel: GENERAL, user: YOU, text: '@kubecon ping', thread })
    await held
    bot.signal(signal)
    await slack.journal.untilCount(2, isClosed)
    const answer = await replyTo(slack, free)
    expect(answer).toMatchObject({ thread, text: expect.stringContaining('CRI-O') })
    expect(await bot.ended).toMatchObject({ code: 0 })
    expect(slack.workspace.messages(GENERAL).at(-1)).toMatchObject({ thread, text: 'pong' })
  })

  it('does not wait when it is told twice', async () => {
    const bot = await startKubecon(socketMode(slack))
    const { held, free } = hold()
    await ask('what is CRI-O')
    await held
    bot.signal('SIGTERM')
    await slack.journal.untilCount(2, isClosed)
    bot.signal('SIGTERM')
    expect((await bot.ended).code).toBe(1)
    await free()
  })
})

describe('a command that throws', () => {
  it('is told to the person with a name under which the log has it, and the bot carries on', async () => {
    const { root, remove } = await createBrokenBuild()
    try {
      const bot = await startKubecon(socketMode(slack), { root })
      for (const say of [slash, ask, tell]) {
        const { text } = await replyTo(slack, () => say('boom'))
        const [, ref] = /^Something failed on my side \(ref ([0-9a-f]{6})\)\. Please try again\.$/.exec(text) ?? []
        const line = await bot.untilLogged((one) => one['ref'] === ref)
        expect(line).toMatchObject({ level: 50, msg: 'could not reply', err: { message: 'out of order' } })
        expect((await replyTo(slack, () => say('ping'))).text).toBe('pong')
      }
      expect((await bot.stop()).code).toBe(0)
    } finally {
      await remove()
    }
  })
})

/** What is on standard error beside the log. */
const sayings = (err: string): string =>
  err
    .split('\n')
    .filter((line) => !line.startsWith('{'))
    .join('\n')
