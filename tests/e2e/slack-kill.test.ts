import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FAULT_POINTS } from '../../src/digest/digest-world.js'
import { createLoopback, type Loopback } from '../../src/loopback/loopback.js'
import { BOT_SCOPES } from '../../src/slack/scopes.js'
import { MANIFEST } from '../support/manifest.js'
import { COMMAND, DIRECT, GENERAL, replyTo, socketMode, YOU } from '../support/slack-people.js'
import { startKubecon } from '../support/start-kubecon.js'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

let slack: Loopback
let dataDir: string
/** How far the bots' clock is ahead of ours. */
let later = 0

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kubecon-kill-'))
  slack = await createLoopback({ scopes: BOT_SCOPES, manifest: MANIFEST, now: () => Date.now() + later })
})

afterAll(async () => {
  await slack.close()
  await rm(dataDir, { recursive: true, force: true })
})

const start = (killAt = '') =>
  startKubecon(
    { ...socketMode(slack), DATA_DIR: dataDir, LATER: String(later), KILL_AT: killAt },
    { entry: ['tests/support/later-bot.mjs'] },
  )

/** Kills a bot at a step that it reaches because of what `act` does. */
const killedAt = async (point: string, act: () => Promise<unknown> = async () => undefined): Promise<void> => {
  const bot = await start(point)
  await act()
  await bot.untilLogged(({ msg }) => msg === 'reached')
  bot.signal('SIGKILL')
  await bot.ended
}

const ownMessages = (channel: string) =>
  slack.workspace.messages(channel).filter(({ user }) => user === slack.workspace.bot.id)

describe('a bot that is killed', () => {
  it.each(['kept', 'delivered'])(
    'after a question was %s: the next one sees to it that it is answered once',
    async (point) => {
      const before = ownMessages(DIRECT).length
      let asked = ''
      await killedAt(point, async () => {
        asked = (await slack.say({ channel: DIRECT, user: YOU, text: 'what is CRI-O' })).ts
      })
      expect(ownMessages(DIRECT)).toHaveLength(before + (point === 'delivered' ? 1 : 0))
      later += 2 * MINUTE
      const next = await start()
      if (point === 'kept') await next.untilLogged(({ msg }) => msg === 'answered')
      // Told after what was left, so its answer comes last.
      await replyTo(slack, () => slack.say({ channel: DIRECT, user: YOU, text: 'ping' }))
      await next.stop()
      const replies = ownMessages(DIRECT).slice(before)
      expect(replies.map(({ text }) => text.slice(0, 13))).toEqual(['what is CRI-O', 'pong'])
      expect(replies[0]?.thread).toBe(asked)
    },
  )

  it.each(FAULT_POINTS)('with a digest %s: it is there once', async (point) => {
    if (ownMessages(GENERAL).length === 0) {
      const first = await start()
      await replyTo(slack, () =>
        slack.slash({ channel: GENERAL, user: YOU, command: COMMAND, text: 'digest on 00:00 every day UTC' }),
      )
      await first.untilLogged(({ msg }) => msg === 'answered')
      await first.stop()
    }
    // A minute after midnight: the digest of the day is due.
    const now = Date.now() + later
    later += Math.floor(now / DAY + 1) * DAY + MINUTE - now
    const day = new Date(Date.now() + later).toISOString().slice(0, 10)
    await killedAt(point)
    later += 6 * MINUTE
    const next = await start()
    if (point !== 'confirmed') await next.untilLogged(({ msg }) => typeof msg === 'string' && OUTCOME.test(msg))
    await next.stop()
    const digests = ownMessages(GENERAL).filter(({ metadata }) => slotOf(metadata) === day)
    expect(digests).toHaveLength(1)
  })
})

const OUTCOME = /^(?:digest posted|the digest was posted before a crash; it is confirmed now)$/

const slotOf = (metadata: object | undefined): string | undefined =>
  (metadata as { event_payload?: { slot?: string } } | undefined)?.event_payload?.slot
