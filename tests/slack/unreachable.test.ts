import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { webApi } from '@slack/bolt'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { notice } from '../../src/command/reply.js'
import { createSaidAnswerer } from '../../src/slack/answer-said.js'
import { createHeard } from '../../src/slack/heard.js'
import { createPostMarked } from '../../src/slack/post-marked.js'
import type { Addressed } from '../../src/slack/read-event.js'
import { createSeenEvents } from '../../src/slack/seen-events.js'
import { withDefaults } from '../../src/slack/surroundings.js'
import { createWork } from '../../src/slack/work.js'
import { openStore, type Store } from '../../src/store/open-store.js'
import { type Call, createTinySlack, type TinySlack } from './tiny-slack.js'

const SAID: Addressed = {
  line: { text: 'ping', person: 'U1', conversation: 'C1', thread: '1.1' },
  place: { kind: 'post', channel: 'C1', thread: '1.1', person: 'U1' },
  keys: ['message C1 1.1', 'event Ev1'],
}
const LEASE = 60_000

let folder: string
let store: Store
let slack: TinySlack
let time: number

beforeEach(async () => {
  time = 1_800_000_000_000
  folder = await mkdtemp(join(tmpdir(), 'kubecon-unreachable-'))
  store = await openStore({ dataDir: folder, now: () => time })
  slack = await createTinySlack()
})

afterEach(async () => {
  await slack.close()
  await store.close()
  await rm(folder, { recursive: true })
})

const startAnswering = () => {
  const client = new webApi.WebClient('xoxb-1', {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  })
  const log = pino({ enabled: false })
  const now = () => time
  const answerer = createSaidAnswerer({
    dispatch: async () => notice('pong'),
    heard: createHeard({ store: store.events, seen: createSeenEvents({ now }), log }),
    post: createPostMarked({ once: client, log, now, pause: 1 }),
    work: createWork(),
    around: withDefaults(undefined),
    statusAfter: 1000,
    log,
    now,
  })
  return { answer: () => answerer.answer(SAID, client), recover: () => answerer.recover(client) }
}

const answersWhile = (isAway: () => boolean) => (call: Call) => {
  if (isAway()) return { status: 503, body: {} }
  return call.method === 'conversations.replies' ? { body: { ok: true, messages: [] } } : undefined
}

const posts = () => slack.calls.filter(({ method }) => method === 'chat.postMessage').length

it('an answer that cannot reach Slack comes when Slack is there again, once', async () => {
  let isAway = true
  slack.answer = answersWhile(() => isAway)
  const { answer, recover } = startAnswering()
  await answer()
  const before = posts()
  isAway = false
  await recover()
  expect(posts()).toBe(before)
  time += LEASE
  await recover()
  expect(posts()).toBe(before + 1)
  time += LEASE
  await recover()
  expect(posts()).toBe(before + 1)
})

it('an answer that Slack does not want is not tried again later', async () => {
  slack.answer = ({ method }) =>
    method === 'chat.postMessage' ? { body: { ok: false, error: 'account_inactive' } } : undefined
  const { answer, recover } = startAnswering()
  await answer()
  const before = posts()
  time += LEASE
  await recover()
  expect(posts()).toBe(before)
})
