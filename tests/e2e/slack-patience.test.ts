import { createServer } from 'node:net'
import { describe, it, type TestContext } from 'vitest'
import { createLoopback, type Loopback, type LoopbackOptions } from '../../src/loopback/loopback.js'
import { BOT_SCOPES } from '../../src/slack/scopes.js'
import { MANIFEST } from '../support/manifest.js'
import { COMMAND, GENERAL, later, replyTo, socketMode, YOU } from '../support/slack-people.js'
import { NotStartedError, startKubecon } from '../support/start-kubecon.js'

const open = async (test: TestContext, options?: LoopbackOptions): Promise<Loopback> => {
  const slack = await createLoopback({ scopes: BOT_SCOPES, manifest: MANIFEST, ...options })
  test.onTestFinished(slack.close)
  return slack
}

// What takes the bot half a minute to find out, side by side.
describe.concurrent('the bot', () => {
  it('notices that its sockets are frozen, and answers what it missed', async (test) => {
    const { expect } = test
    const slack = await open(test, { redeliverAfter: Array.from({ length: 20 }, () => 0) })
    const bot = await startKubecon(socketMode(slack))
    test.onTestFinished(() => void bot.stop())
    const opened = slack.journal.untilCount(
      2,
      later(slack, ({ kind, name }) => kind === 'connection' && name === 'open'),
    )
    slack.faults.freezeSockets()
    const said = slack.say({ channel: GENERAL, user: YOU, text: '@kubecon what is CRI-O' })
    const answer = await replyTo(slack, () => said)
    expect(answer).toMatchObject({ thread: (await said).ts, text: expect.stringContaining('CRI-O') })
    await opened
    const next = await replyTo(slack, () =>
      slack.slash({ channel: GENERAL, user: YOU, command: COMMAND, text: 'ping' }),
    )
    expect(next.text).toBe('pong')
    expect((await bot.stop()).code).toBe(0)
    expect(slack.journal.violations).toEqual([])
  }, 60_000)

  it.for([
    ['refuses connections', () => refusing()],
    ['has an error on every call', (test: TestContext) => failing(test, 'auth.test')],
    ['gives no socket', (test: TestContext) => failing(test, 'apps.connections.open')],
  ] as const)('says so and ends when at the start Slack %s', { timeout: 90_000 }, async ([, prepare], test) => {
    const { expect } = test
    const { env, host } = await prepare(test)
    const error = await startKubecon(env).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(NotStartedError)
    const { code, out, err } = (error as NotStartedError).run
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(new RegExp(`^Slack did not let the bot in at ${host} \\(.+\\)\\. Check the network`, 'm'))
    expect(err).not.toMatch(/xoxb-|xapp-|\n {4}at /)
  })
})

const failing = async (test: TestContext, method: string) => {
  const slack = await open(test)
  slack.faults.calls({ kind: 'status', status: 500 }, { method, times: Number.POSITIVE_INFINITY })
  return { env: socketMode(slack), host: new URL(slack.url).host }
}

/** An address at which nobody listens. */
const refusing = async () => {
  const server = createServer()
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })
  await new Promise((resolve) => server.close(resolve))
  const host = `127.0.0.1:${port}`
  return {
    host,
    env: { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: `http://${host}/api/` },
  }
}
