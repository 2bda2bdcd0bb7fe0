import { createServer, type Server } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLoopback, type Loopback } from '../../src/loopback/loopback.js'
import { doctor } from '../../src/slack/doctor.js'
import { BOT_SCOPES } from '../../src/slack/scopes.js'
import { MANIFEST } from '../support/manifest.js'
import { runKubecon } from '../support/run-kubecon.js'
import { createSink } from '../support/streams.js'

let slack: Loopback

beforeEach(async () => {
  slack = await createLoopback({ scopes: BOT_SCOPES, manifest: MANIFEST })
})

afterEach(() => slack.close())

const settings = (more: Record<string, string> = {}): Record<string, string> => ({
  SLACK_BOT_TOKEN: slack.credentials.botToken,
  SLACK_APP_TOKEN: slack.credentials.appToken,
  SLACK_API_URL: slack.apiUrl,
  ...more,
})

/** What the doctor says of an environment; it must never say a token. */
const examine = async (env: Record<string, string>, answerWithin = 5000) => {
  const { stream, text } = createSink()
  const code = await doctor({ env, output: stream, answerWithin })
  const said = text()
  for (const [name, value] of Object.entries(env))
    if (/TOKEN|SECRET/.test(name) && value !== '') expect(said).not.toContain(value)
  return { code, said, lines: said.split('\n') }
}

const starting = (lines: readonly string[], start: string): string =>
  lines.find((line) => line.startsWith(start)) ?? `no line starts with ${JSON.stringify(start)}`

describe('doctor', () => {
  it('finds everything well, and leaves no connection behind', async () => {
    const { code, said } = await examine(settings())
    expect(said).toBe(
      [
        'ok    settings: Socket Mode, command /kubecon',
        'ok    bot token: @kubecon in the workspace "Slack on loopback"',
        `ok    scopes: ${BOT_SCOPES.join(', ')}`,
        'ok    Socket Mode: a connection was opened, Slack said hello, and it was closed again',
        '',
        'All is well. "npm start" connects the bot; "/invite" brings it into a channel.',
        '',
      ].join('\n'),
    )
    expect(code).toBe(0)
    await slack.journal.until(({ kind, name }) => kind === 'connection' && name === 'close')
    expect(slack.connected).toBe(0)
    expect(slack.journal.violations).toEqual([])
  })

  it('says where to begin when no token is set', async () => {
    const { code, said } = await examine({ SLACK_BOT_TOKEN: '', SLACK_API_URL: slack.apiUrl })
    expect(said).toContain('No Slack tokens are set')
    expect(said).toContain('https://api.slack.com/apps › Create New App › From a manifest')
    expect(said).toContain('SLACK_BOT_TOKEN and SLACK_APP_TOKEN into .env')
    expect(code).toBe(2)
  })

  it('says of every setting that is wrong or missing where the right one is, and calls nobody', async () => {
    const { code, lines } = await examine({ SLACK_BOT_TOKEN: 'xoxp-somebody', SLACK_API_URL: slack.apiUrl })
    expect(lines[0]).toMatch(/^fix {3}settings: SLACK_BOT_TOKEN: this is a user token \(xoxp-\); take the one from api/)
    expect(lines[1]).toMatch(/^fix {3}settings: SLACK_APP_TOKEN: not set\. You find it at api\.slack\.com\/apps › /)
    expect(lines.at(-2)).toMatch(/^2 problems/)
    expect(code).toBe(2)
    expect(slack.journal.entries).toEqual([])
  })

  it('names the scopes that are missing and what to click', async () => {
    await slack.close()
    slack = await createLoopback({ scopes: BOT_SCOPES.filter((scope) => !/^app|^assistant|^im/.test(scope)) })
    const { code, lines } = await examine(settings())
    expect(starting(lines, 'ok    bot token')).toContain('@kubecon')
    expect(starting(lines, 'fix   scopes')).toMatch(
      /: app_mentions:read, assistant:write, im:history, im:write missing\. Click: api\.slack\.com\/apps › your app › OAuth & Permissions › .* Reinstall/,
    )
    expect(starting(lines, 'ok    Socket Mode')).toContain('hello')
    expect(lines.at(-2)).toBe('1 problem. Then try again: npm run doctor')
    expect(code).toBe(2)
  })

  it.each([
    ['SLACK_BOT_TOKEN', 'xoxb-unknown', 'bot token', 'OAuth & Permissions', 'ok    Socket Mode'],
    ['SLACK_APP_TOKEN', 'xapp-unknown', 'Socket Mode', 'App-Level Tokens, scope connections:write', 'ok    bot token'],
  ])('says that Slack does not know %s, and still looks at the other', async (name, value, check, where, other) => {
    const { code, lines } = await examine(settings({ [name]: value }))
    const said = starting(lines, `fix   ${check}`)
    expect(said).toContain(`${name}: Slack does not know this token (invalid_auth). Take it again from`)
    expect(said).toContain(where)
    expect(starting(lines, other)).toContain(other)
    expect(code).toBe(2)
  })

  it('does not say a token either when what Slack answers quotes it', async () => {
    const { botToken, appToken } = slack.credentials
    slack.faults.calls({ kind: 'error', error: botToken }, { method: 'auth.test' })
    slack.faults.calls({ kind: 'error', error: appToken }, { method: 'apps.connections.open' })
    const { code, lines } = await examine(settings())
    expect(starting(lines, 'fix   bot token')).toContain('An API error occurred: …')
    expect(starting(lines, 'fix   Socket Mode')).toContain('(…)')
    expect(code).toBe(2)
  })

  it.each([
    ['the app has no Socket Mode', { kind: 'error', error: 'access_limited' }, 'Socket Mode › Enable Socket Mode'],
    ['an app-level token lacks its scope', { kind: 'error', error: 'missing_scope' }, 'scope connections:write'],
    ['Slack has trouble', { kind: 'status', status: 503 }, 'statusCode = 503'],
    ['Slack has had enough', { kind: 'rate_limited', retryAfter: 30 }, '30 seconds'],
  ] as const)('says what to do when %s', async (_, fault, advice) => {
    slack.faults.calls(fault, { method: 'apps.connections.open' })
    const { code, lines } = await examine(settings())
    expect(starting(lines, 'fix   Socket Mode')).toContain(advice)
    expect(starting(lines, 'ok    bot token')).toContain('@kubecon')
    expect(code).toBe(2)
  })

  it.each([{ kind: 'status', status: 403 }, { kind: 'dropped' }] as const)(
    'tells a WebSocket that is kept away ($kind) from a Slack that is',
    async (fault) => {
      slack.faults.calls(fault, { method: 'socket' })
      const { code, lines } = await examine(settings())
      expect(starting(lines, 'fix   Socket Mode')).toMatch(
        /Web API can be reached, its WebSocket cannot \(it was closed .+\)\. .*port 443/,
      )
      expect(code).toBe(2)
    },
  )

  it('says that nobody answers at the address', async () => {
    await slack.close()
    const { code, lines } = await examine(settings())
    const { host } = new URL(slack.url)
    for (const check of ['bot token', 'Socket Mode'])
      expect(starting(lines, `fix   ${check}`)).toContain(
        `Slack did not let the bot in at ${host} (connect ECONNREFUSED ${host}). Check the network`,
      )
    expect(starting(lines, 'note  scopes')).toContain('not looked at')
    expect(code).toBe(2)
  })

  describe('before a Slack that takes calls and never answers', () => {
    let server: Server

    beforeEach(async () => {
      server = createServer(() => undefined)
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    })

    afterEach(() => server.close())

    it('gives up in time', async () => {
      const { port } = server.address() as { port: number }
      const { code, lines } = await examine(settings({ SLACK_API_URL: `http://127.0.0.1:${port}/api/` }), 100)
      for (const check of ['bot token', 'Socket Mode'])
        expect(starting(lines, `fix   ${check}`)).toContain('Slack did not let the bot in')
      expect(code).toBe(2)
    })
  })

  it('says what cannot be looked at in HTTP mode', async () => {
    const { botToken, signingSecret } = slack.credentials
    const { code, lines } = await examine({
      SLACK_BOT_TOKEN: botToken,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: slack.apiUrl,
      PORT: '8080',
    })
    expect(starting(lines, 'ok    settings')).toContain('HTTP, command /kubecon')
    expect(starting(lines, 'ok    scopes')).toContain('im:history')
    expect(starting(lines, 'note  HTTP')).toMatch(
      /port 8080 .* Event Subscriptions, .* https:\/\/your-host\/slack\/events/,
    )
    expect(lines.at(-2)).toMatch(/^Nothing is wrong that can be seen from here\./)
    expect(code).toBe(0)
  })
})

describe('kubecon doctor', () => {
  it('ends by itself with exit code 0 when all is well, 2 otherwise', async () => {
    const well = await runKubecon(['doctor'], { env: settings() })
    expect(well).toMatchObject({ code: 0, err: '' })
    expect(well.out).toContain('All is well.')
    const ill = await runKubecon(['doctor'], { env: settings({ SLACK_APP_TOKEN: 'xapp-unknown' }) })
    expect(ill).toMatchObject({ code: 2, err: '' })
    expect(ill.out).toContain('fix   Socket Mode')
  })
})
