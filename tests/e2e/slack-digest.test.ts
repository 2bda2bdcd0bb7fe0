import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLoopback, type Loopback } from '../../src/loopback/loopback.js'
import type { Message } from '../../src/loopback/workspace.js'
import { BOT_SCOPES } from '../../src/slack/scopes.js'
import { MANIFEST } from '../support/manifest.js'
import {
  COMMAND,
  DIRECT,
  GENERAL,
  repliesTo,
  replyTo,
  shown,
  socketMode,
  watchViolations,
  YOU,
} from '../support/slack-people.js'
import { type StartedKubecon, startKubecon } from '../support/start-kubecon.js'

let slack: Loopback
let bot: StartedKubecon
let dataDir: string
let violations: () => (string | undefined)[]

// The command need not be named as the bot is.
const start = () => startKubecon({ ...socketMode(slack), DATA_DIR: dataDir, SLACK_COMMAND: '/reports' })

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kubecon-digest-'))
  slack = await createLoopback({ scopes: BOT_SCOPES, manifest: MANIFEST })
  violations = watchViolations(slack)
  bot = await start()
})

afterAll(async () => {
  await bot.stop()
  await slack.close()
  await rm(dataDir, { recursive: true, force: true })
  expect(violations()).toEqual([])
})

const slash = (text: string, channel = GENERAL) => slack.slash({ channel, user: YOU, command: COMMAND, text })

const digestIn = (channel: string) =>
  slack.workspace.messages(channel).find(({ metadata }) => metadata?.['event_type'] === 'kubecon_digest')

/** What the quotations of a message say. */
const quotesOf = (message: Message | undefined): string[] =>
  [...JSON.stringify(message?.blocks).matchAll(/"rich_text_quote","elements":(\[.*?\])\}/g)].map(([, elements = '']) =>
    JSON.parse(elements)
      .map(({ text }: { text: string }) => text)
      .join(''),
  )

describe('the digest in Slack', () => {
  it('is turned on in chat, announced once with who did it, and confirmed with the next three runs', async () => {
    const [announced, confirmed] = await repliesTo(slack, 2, () => slash('digest on 09:00 Mon-Fri Europe/Berlin'))
    expect(announced).toMatchObject({ channel: GENERAL })
    expect(announced?.viewer).toBeUndefined()
    expect(announced?.text).toMatch(/^<@U0YOU> turned the digest on: .*09:00/)
    expect(confirmed).toMatchObject({ viewer: YOU })
    expect(shown(confirmed as never)).toMatch(/Europe\/Berlin.*09:00.*09:00.*09:00/)
  })

  it('shows a preview to whoever asks, and posts nothing', async () => {
    const preview = await replyTo(slack, () =>
      slack.say({ channel: GENERAL, user: YOU, text: '@kubecon digest preview' }),
    )
    expect(preview).toMatchObject({ channel: GENERAL, viewer: YOU })
    expect(shown(preview)).toContain('Preview: KubeCon reports')
  })

  it('posts one message with citations, buttons and its slot, as the preview said', async () => {
    const preview = await replyTo(slack, () => slash('digest preview'))
    const [digest, confirmed] = await repliesTo(slack, 2, () => slash('digest now'))
    expect(digest).toMatchObject({ channel: GENERAL, metadata: { event_type: 'kubecon_digest' } })
    expect(digest?.viewer).toBeUndefined()
    expect(digest?.text).toMatch(/^KubeCon digest, \w{3} \d+ \w+: \d passages/)
    const quotes = quotesOf(digest)
    expect(quotes.length).toBeGreaterThanOrEqual(2)
    for (const quote of quotes) expect(shown(preview)).toContain(JSON.stringify(quote).slice(1, -1))
    expect(shown(digest as never)).toMatch(/Why: .*Next: /)
    expect(shown(confirmed as never)).toContain('The digest is posted.')
  })

  it('shows the whole section of a passage, and takes what people think of it', async () => {
    const digest = digestIn(GENERAL)
    const press = (actionId: string) =>
      slack.press({ channel: GENERAL, user: YOU, message: digest?.ts ?? '', actionId })
    await press('read-more:0')
    await slack.journal.until(({ kind, name }) => kind === 'call' && name === 'views.open')
    expect(JSON.stringify(slack.views[0]?.view)).toContain(JSON.stringify(quotesOf(digest)[0]).slice(2, 40))
    const noted = await replyTo(slack, () => press('less-like:1'))
    expect(noted).toMatchObject({ viewer: YOU, text: 'Noted: less like this in the digests here.' })
  })

  it('knows after a restart what it posted and what was set', async () => {
    await bot.stop()
    bot = await start()
    const status = await replyTo(slack, () => slash('digest'))
    expect(shown(status)).toMatch(/Europe\/Berlin/)
    expect(shown(status)).toMatch(/[2-4] passages in this round/)
    const before = digestIn(GENERAL)
    const [again] = await repliesTo(slack, 2, () => slash('digest now'))
    const first = quotesOf(before)
    for (const quote of quotesOf(again)) expect(first).not.toContain(quote)
  })

  it('does not promise a digest to a channel that the bot is not in', async () => {
    slack.workspace.conversations.get('C0KUBECON')?.members.delete(slack.workspace.bot.id)
    const refused = await replyTo(slack, () => slash('digest on 09:00 Europe/Berlin', 'C0KUBECON'))
    expect(refused).toMatchObject({ viewer: YOU })
    expect(shown(refused)).toContain('Type /invite @kubecon, then again: /reports digest on 09:00 Europe/Berlin')
    expect(shown(await replyTo(slack, () => slash('digest', 'C0KUBECON')))).toContain('There is no digest')
  })

  it('comes to a direct message too, without an announcement', async () => {
    const [confirmed] = await repliesTo(slack, 1, () =>
      slack.say({ channel: DIRECT, user: YOU, text: 'digest on 8am weekdays Asia/Tokyo' }),
    )
    expect(shown(confirmed as never)).toMatch(/08:00.*Asia\/Tokyo/)
  })

  it('understands a follow-up after a restart', async () => {
    await replyTo(slack, () => slack.say({ channel: DIRECT, user: YOU, text: 'what is CRI-O' }))
    await bot.stop()
    bot = await start()
    const more = await replyTo(slack, () => slack.say({ channel: DIRECT, user: YOU, text: 'more' }))
    expect(shown(more)).toMatch(/passages? \d+(–\d+)? of \d+/)
  })
})
