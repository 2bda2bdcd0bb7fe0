import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { notice } from '../../src/command/reply.js'
import { createLoopback, type Loopback } from '../../src/loopback/loopback.js'
import { BOT_SCOPES } from '../../src/slack/scopes.js'
import { createSlackEdge, type SlackEdge } from '../../src/slack/slack-edge.js'
import { openStore, type Store } from '../../src/store/open-store.js'
import { GENERAL, YOU } from '../support/slack-people.js'

const MENTIONS = 70
const POST = { method: 'chat.postMessage' }

let folder: string
let slack: Loopback
let store: Store
let edge: SlackEdge

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kubecon-troubles-'))
  // Patient about everything but a single delivery, so that each comes again soon and often.
  slack = await createLoopback({
    scopes: BOT_SCOPES,
    ackWithin: 500,
    redeliverAfter: Array.from({ length: 100 }, () => 100),
  })
  store = await openStore({ dataDir: folder, now: Date.now })
  const { botToken, appToken } = slack.credentials
  edge = createSlackEdge({
    config: { mode: 'socket', botToken, appToken, command: '/kubecon', apiUrl: slack.apiUrl },
    dispatch: async ({ text }) => notice(text),
    store: store.events,
    log: pino({ enabled: false }),
  })
  await edge.start()
})

afterEach(async () => {
  await edge.stop()
  await slack.close()
  await store.close()
  await rm(folder, { recursive: true })
})

/** A trouble for each mention, in turn; all of them overlap. */
const TROUBLES: readonly (() => void)[] = [
  () => slack.disconnect('refresh_requested'),
  () => slack.faults.calls({ kind: 'lost' }, POST),
  () => slack.faults.calls({ kind: 'dropped' }, POST),
  () => slack.faults.rateLimitEvents(),
  () => slack.faults.calls({ kind: 'status', status: 503 }, POST),
  () => slack.faults.calls({ kind: 'status', status: 500 }, { method: 'conversations.replies' }),
  () => slack.disconnect('warning'),
]

it('each of many mentions is answered once while everything goes wrong at the same time', {
  timeout: 60_000,
}, async () => {
  const asked = Array.from({ length: MENTIONS }, (_, i) => `question ${i}`)
  const answers = () =>
    slack.workspace
      .messages(GENERAL)
      .filter(({ user }) => user === slack.workspace.bot.id)
      .map(({ text }) => text)
  const all = new Promise<void>((resolve) => {
    slack.workspace.onChange(() => {
      if (new Set(answers()).size === MENTIONS) resolve()
    })
  })
  for (const [i, text] of asked.entries()) {
    slack.faults.duplicateEvents = i % 3 === 0
    TROUBLES[i % TROUBLES.length]?.()
    void slack.say({ channel: GENERAL, user: YOU, text: `@kubecon ${text}` })
    // Lets the connections end, and be made again, between mentions.
    await new Promise(setImmediate)
  }
  await all
  await edge.stop()
  expect(answers().sort()).toEqual([...asked].sort())
})
