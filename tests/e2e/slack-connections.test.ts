import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLoopback, type Loopback } from '../../src/loopback/loopback.js'
import { BOT_SCOPES } from '../../src/slack/scopes.js'
import { MANIFEST } from '../support/manifest.js'
import { COMMAND, GENERAL, later, replyTo, socketMode, YOU } from '../support/slack-people.js'
import { type StartedKubecon, startKubecon } from '../support/start-kubecon.js'

// A bot of its own for each test: connections that end soon count as failures, and the next ones wait longer.
let slack: Loopback
let bot: StartedKubecon

beforeEach(async () => {
  slack = await createLoopback({ scopes: BOT_SCOPES, manifest: MANIFEST })
  bot = await startKubecon(socketMode(slack))
})

afterEach(async () => {
  const { code, err } = await bot.stop()
  await slack.close()
  expect(slack.journal.violations).toEqual([])
  expect(code).toBe(0)
  expect(err).not.toMatch(/CRI-O|xoxb-|xapp-/)
})

const ask = (text: string) => slack.say({ channel: GENERAL, user: YOU, text: `@kubecon ${text}` })
const slash = (text: string) => slack.slash({ channel: GENERAL, user: YOU, command: COMMAND, text })
const isOpened = () => later(slack, ({ kind, name }) => kind === 'connection' && name === 'open')

describe('when a connection ends, the bot', { timeout: 60_000 }, () => {
  it('comes back and misses nothing meanwhile, whatever the reason', async () => {
    for (const reason of ['warning', 'refresh_requested', 'link_disabled', 'too_many_websockets'] as const) {
      const opened = slack.journal.untilCount(2, isOpened())
      slack.disconnect(reason)
      expect((await replyTo(slack, () => ask('what is CRI-O'))).text).toContain('CRI-O')
      expect((await replyTo(slack, () => slash('ping'))).text).toBe('pong')
      await opened
    }
    expect(slack.connected).toBe(2)
  })

  it('tries again, whatever goes wrong', async () => {
    const opened = slack.journal.untilCount(2, isOpened())
    slack.faults.calls({ kind: 'status', status: 503 }, { method: 'apps.connections.open' })
    slack.faults.calls({ kind: 'dropped' }, { method: 'apps.connections.open' })
    slack.faults.calls({ kind: 'error', error: 'internal_error' }, { method: 'apps.connections.open' })
    slack.faults.calls({ kind: 'error', error: 'invalid_auth' }, { method: 'apps.connections.open' })
    slack.faults.calls({ kind: 'status', status: 503 }, { method: 'socket' })
    slack.faults.calls({ kind: 'dropped' }, { method: 'socket' })
    slack.disconnect('refresh_requested')
    await opened
    expect((await replyTo(slack, () => ask('what is CRI-O'))).text).toContain('CRI-O')
    expect(slack.connected).toBe(2)
  })

  it('is back soon after Slack is', async () => {
    const { url, credentials } = slack
    await slack.close()
    expect(slack.journal.violations).toEqual([])
    await bot.untilLogged(({ failures }) => Number(failures) >= 2)
    slack = await createLoopback({
      scopes: BOT_SCOPES,
      manifest: MANIFEST,
      credentials,
      port: Number(new URL(url).port),
    })
    await slack.journal.untilCount(2, ({ kind, name }) => kind === 'connection' && name === 'open')
    expect((await replyTo(slack, () => ask('what is CRI-O'))).text).toContain('CRI-O')
    expect((await replyTo(slack, () => slash('ping'))).text).toBe('pong')
  })
})
