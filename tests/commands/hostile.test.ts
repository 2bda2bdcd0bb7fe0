import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DigestControl } from '../../src/command/digest/control.js'
import type { Subscription } from '../../src/command/digest/types.js'
import type { Reply } from '../../src/command/reply.js'
import type { Bot } from '../../src/main.js'
import { escapeText } from '../../src/slack/escape.js'
import type { SlackMessage } from '../../src/slack/limits.js'
import { renderReply } from '../../src/slack/render-reply.js'
import { openStore, type Store } from '../../src/store/open-store.js'
import { brokenRules } from '../slack/check-message.js'
import { ROOT } from '../support/run-kubecon.js'
import { COMMANDS } from '../support/small-bot.js'

/** A Tuesday morning. */
const NOW = Date.parse('2026-12-01T09:00Z')
const VERBS = ['on', 'off', 'status', 'topics', 'topics add', 'topics remove', 'time', 'pause', 'resume', 'skip']
const VERB_LINES = [...VERBS, 'preview', 'now', ''].map((verb) => `digest ${verb}`)
const BEGINNINGS = ['', ...COMMANDS.keys(), ...VERB_LINES]

const HOSTILE = [
  '\u0000\u0001\u0007\u001B[31mred\u001B[0m\u007F\u0085\u2028\u2029',
  '\u202Etxet sdrawkcab\u202C \u2066isolate\u2069 \uFEFF\u200B\u200D',
  'العربية עברית ١٢:٠٠',
  'x'.repeat(4000),
  'mesh '.repeat(900),
  "'; DROP TABLE subscriptions; --",
  '" OR 1=1; UPDATE events SET done_at = NULL; /*',
  '<!channel> <!here> <!everyone> <!subteam^S012AB3CD>',
  '<@U012AB3CD> <@W1|all> <#C012AB3CD|general> <!date^1^{date}|x>',
  '&lt;!channel&gt; &amp;lt;!channel&amp;gt; &lt;@U012AB3CD&gt;',
  '<<!channel>!channel> <https://example.com|<!here>> <http://a|b|c>',
  '*bold* _it_ ~no~ `code` ```block``` > quote :tada: :slightly_smiling_face:',
  '{"type":"rich_text","elements":[{"type":"broadcast","range":"channel"}]}',
  '{"__proto__":{"polluted":true}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: nobody is to fill it in
  '${process.env.SLACK_BOT_TOKEN} {{7*7}} <%= 7 %> %s %n $1 $& $`',
  '__proto__',
  'constructor',
  'toString valueOf hasOwnProperty',
  'prototype.constructor',
  '../../etc/passwd',
  '👩‍👩‍👧‍👦🏳️‍🌈 🇩🇪 👍🏽',
  '\uD800 lone \uDC00 surrogates \uDBFF',
  `Z̸̢͕͔a̶l̷g̵o̴${'\u0301'.repeat(200)}`,
  '99999999999999999999999 -1 1e309 NaN Infinity 0x10',
  '99:99 Mon-Mon Atlantis/Nowhere about everything, , ,',
  '9999-99-99',
  '(a+)+$ [[[ ((( \\ \\u0000 ???',
  '12,5 Mon–Fri Europe/Berlin about __proto__, constructor',
] as const

let folder: string
let store: Store
let bot: Bot
const logged: string[] = []
const announced: string[] = []
let said = 0

const KEPT: Subscription = {
  id: 'T1:CKEPT',
  workspace: 'T1',
  channel: 'CKEPT',
  owner: 'U1',
  time: '09:00',
  weekdays: [1, 2, 3, 4, 5],
  zone: 'Europe/Berlin',
  topics: ['security'],
  skips: ['2026-12-24'],
  changedBy: 'U1',
  createdAt: NOW,
}

const digestOf = (channel: string): DigestControl => ({
  workspace: 'T1',
  channel,
  direct: false,
  now: NOW,
  store: store.digests,
  feedback: () => store.feedback.of('T1', channel),
  unanswered: async (from, until) =>
    (await store.questions.between('T1', channel, from, until)).map(({ question }) => question),
  personZone: async () => 'Europe/Berlin',
  canPost: async () => true,
  command: '/kubecon',
  invite: async () => '/invite @kubecon',
  announce: async (what) => void announced.push(what),
  sendNow: async () => 'sent',
})

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kubecon-hostile-'))
  store = await openStore({ dataDir: folder, now: () => NOW + said })
  // Nobody pulls the plug here, and a thousand lines would wait for the disk as often.
  await sql`PRAGMA synchronous = OFF`.execute(store.database)
  const { createBot }: typeof import('../../src/main.js') = await import(`${ROOT}dist/src/main.js`)
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) })
  bot = await createBot(`${ROOT}knowledge`, log, store)
  await store.digests.saveSubscription(KEPT)
})

afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

/** Says a line in a channel where a digest is on, and gives back everything that others would see. */
const say = async (text: string): Promise<{ reply: Reply; message: SlackMessage }> => {
  said++
  const channel = `C${said % 5}`
  if (said % 3 === 0) await store.digests.saveSubscription({ ...KEPT, id: `T1:${channel}`, channel })
  const line = { text, person: `U${said % 7}`, conversation: channel, workspace: 'T1', open: said % 2 === 0 }
  const reply = await bot.dispatch(line, digestOf(channel))
  return { reply, message: renderReply(reply, { ephemeral: said % 2 === 0, asked: text, share: true, rate: true }) }
}

/** Every object in a value. */
const objectsIn = (value: unknown): Record<string, unknown>[] =>
  typeof value === 'object' && value !== null
    ? [value as Record<string, unknown>, ...Object.values(value).flatMap(objectsIn)]
    : []

const CAN_APPEAR = /[<>]/
const LINK = /<https?:\/\/[^<>|]+(?:\|[^<>|]*)?>/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that Slack refuses
const UNPRINTABLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]|\p{Cs}/u

/** What a message could do besides being read: names somebody, links to where no report lies, or is refused. */
const harmOf = (message: SlackMessage): string[] => {
  const objects = objectsIn(message.blocks)
  const mentions = objects.filter(({ type }) =>
    ['user', 'usergroup', 'broadcast', 'channel', 'team', 'emoji', 'date'].includes(String(type)),
  )
  const marked = objects.flatMap(({ type, text }) => (type === 'mrkdwn' ? [String(text).replace(LINK, '')] : []))
  return [
    ...brokenRules(message),
    ...mentions.map(({ type }) => `an element of type ${String(type)}`),
    ...[message.text, ...marked].filter((one) => CAN_APPEAR.test(one)).map((one) => `acts in mrkdwn: ${one}`),
    ...(UNPRINTABLE.test(JSON.parse(JSON.stringify([message.text, objects.map(({ text }) => text)])).join(''))
      ? ['characters that Slack refuses']
      : []),
  ]
}

const check = async (line: string): Promise<void> => {
  const { reply, message } = await say(line)
  const apology = reply.kind === 'notice' && /Something failed/.test(reply.text)
  expect({ line, apology, harm: harmOf(message) }).toEqual({ line, apology: false, harm: [] })
}

describe('hostile words', () => {
  it.each(BEGINNINGS)('after «%s» get one harmless reply each', async (beginning) => {
    for (const words of HOSTILE) await check(`${beginning} ${words}`.trim())
  })

  it('put together at random get one harmless reply each', async () => {
    const words = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 60 }))
    const line = fc
      .tuple(fc.constantFrom(...BEGINNINGS), fc.array(words, { minLength: 1, maxLength: 3 }))
      .map(([beginning, all]) => [beginning, ...all].join(' ').slice(0, 4000))
    await fc.assert(fc.asyncProperty(line, check), { seed: 20261121, numRuns: 60 })
  })

  it('mention nobody in what the channel is told', () => {
    expect(announced.length).toBeGreaterThan(20)
    expect(announced.map(escapeText).filter((one) => CAN_APPEAR.test(one))).toEqual([])
  })

  it('leave the store whole, what it held before, and everything in it readable', async () => {
    const { rows } = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(store.database)
    expect(rows).toEqual([{ integrity_check: 'ok' }])
    expect(await store.digests.subscription('T1', 'CKEPT')).toEqual(KEPT)
    expect(store.problem()).toBeUndefined()
    const { file } = await store.backup(join(folder, 'copy'))
    const copy = await openStore({ dataDir: join(folder, 'other'), now: () => NOW })
    try {
      expect(await copy.import(file)).toBeGreaterThan(100)
      expect(await copy.digests.subscriptions()).toEqual(await store.digests.subscriptions())
    } finally {
      await copy.close()
    }
  })

  it('leave no prototype changed, and no word of them in the log', () => {
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(logged.join('')).not.toMatch(/DROP TABLE|<!channel>|etc\/passwd|xxxxx|polluted/)
    expect(logged.join('')).not.toContain('"level":50')
  })
})
