import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Message } from '../../src/loopback/workspace.js'
import { GENERAL, repliesTo, replyTo, shown, YOU } from '../support/slack-people.js'
import { knowledgeOfFiles, SMALL_REPORTS } from '../support/small-reports.js'
import { type BotOnLoopback, postForged, startBot } from './bot-on-loopback.js'

const QUESTION = 'what is CRI-O'
const MARA = 'U0MARA'
const OLD = 'This button does not work any more. Please ask again.'

let bot: BotOnLoopback
/** Refusals of the peer that a test brings about. */
let expected: string[]

beforeEach(async () => {
  expected = []
  bot = await startBot()
})

afterEach(async () => {
  await bot.close()
  expect(bot.slack.journal.violations.map(({ violation }) => violation)).toEqual(expected)
})

const ask = (text = QUESTION) =>
  replyTo(bot.slack, () => bot.slack.say({ channel: GENERAL, user: YOU, text: `@kubecon ${text}` }))
const slash = (text = QUESTION) =>
  replyTo(bot.slack, () => bot.slack.slash({ channel: GENERAL, user: YOU, command: '/kubecon', text }))
const press = ({ channel, ts }: Message, actionId: string, user = YOU) =>
  bot.slack.press({ channel, user, message: ts, actionId })
const inView = () => JSON.stringify(bot.view().view)
const boldIn = (view: unknown): string[] =>
  typeof view !== 'object' || view === null
    ? []
    : 'style' in view && 'text' in view && JSON.stringify(view.style) === '{"bold":true}'
      ? [String(view.text)]
      : Object.values(view).flatMap(boldIn)

/** Five talks of which each says something else of Falcon: an answer of two pages. */
const FALCON = knowledgeOfFiles({
  'rome-2019-doe.md': `---
id: rome-2019-doe
title: Rome
author: Jane Doe
event: { name: KubeCon Rome 2019, city: Rome, country: IT, start: 2019-05-20, end: 2019-05-23 }
kind: notes
---

## Disks
Falcon keeps a copy of each disk in another building.

## Networks
Traffic goes through Falcon, which drops what nobody expects.

## Secrets
Two teams read their passwords with Falcon at start.

## Gateways
Falcon replaced five gateways, and the bill was halved.

## Upgrades
An upgrade of Falcon takes a minute without any downtime.
`,
})

describe('In context', () => {
  it('opens the whole section with what was quoted marked, for whoever presses', async () => {
    const answer = await ask()
    await press(answer, 'context:open', MARA)
    await bot.called('views.open')
    expect(bot.view()).toMatchObject({ kind: 'modal', user: MARA })
    expect(inView()).toContain('Running containers with CRI-O')
    expect(inView()).toContain('CRI-O uses runC to start a container.')
    expect(boldIn(bot.view().view)).toEqual([
      'CRI-O is a container runtime for Kubernetes alone.',
      'CRI-O uses runC to start a container.',
    ])
    expect(inView()).toContain('<https://example.org/austin|the report>')
  })

  it('leads to the sections around it and back, in the same modal', async () => {
    await press(await ask(), 'context:open')
    await bot.called('views.open')
    const { id } = bot.view()
    const marked = boldIn(bot.view().view)
    await bot.slack.pressInView({ user: YOU, view: id, actionId: 'section:next' })
    await bot.called('views.update')
    expect(inView()).toContain('Secrets in Vault')
    expect(boldIn(bot.view().view)).toEqual([])
    expect(inView()).not.toContain('section:next')
    await bot.slack.pressInView({ user: YOU, view: id, actionId: 'section:previous' })
    await bot.called('views.update', 2)
    expect(bot.view().id).toBe(id)
    expect(boldIn(bot.view().view)).toEqual(marked)
  })

  it('leads to the other passages of the answer', async () => {
    await press(await ask('how many people came to KubeCon'), 'context:open')
    await bot.called('views.open')
    const other = /section:passage-\d/.exec(inView())?.[0] ?? ''
    const before = inView()
    await bot.slack.pressInView({ user: YOU, view: bot.view().id, actionId: other })
    await bot.called('views.update')
    expect(boldIn(bot.view().view)).not.toEqual([])
    expect(inView()).not.toBe(before)
  })

  it('numbers the passages of a later page as they were shown', async () => {
    bot.know(FALCON)
    await bot.restart()
    const answer = await slash('falcon')
    const page = await replyTo(bot.slack, () => press(answer, 'page:next'))
    expect(shown(page)).toContain('4. “')
    await press(page, 'context:open')
    await bot.called('views.open')
    expect(inView()).toContain('Passage 5')
    expect(inView()).not.toMatch(/Passage [1-3]/)
    // From the section of passage 5, the way back is to passage 4.
    await bot.slack.pressInView({ user: YOU, view: bot.view().id, actionId: 'section:passage-2' })
    await bot.called('views.update')
    expect(inView()).toContain('Passage 4')
  })

  it('comes as a message for the person alone when the modal cannot be opened in time', async () => {
    const answer = await ask()
    bot.slack.faults.calls({ kind: 'error', error: 'expired_trigger_id' }, { method: 'views.open' })
    const section = await replyTo(bot.slack, () => press(answer, 'context:open'))
    expect(section).toMatchObject({ channel: GENERAL, viewer: YOU, thread: answer.thread })
    expect(shown(section)).toContain('CRI-O uses runC to start a container.')
    expect(section.text).toMatch(/^Running containers with CRI-O — austin-2017-nosek, lines \d+–\d+$/)
  })

  it('works when the message is a month old: after a restart', async () => {
    const answer = await ask()
    await bot.restart()
    await press(answer, 'context:open')
    await bot.called('views.open')
    expect(inView()).toContain('CRI-O uses runC to start a container.')
  })

  it('says so when the reports have changed under an open modal, and under the answer', async () => {
    const answer = await ask()
    await press(answer, 'context:open')
    await bot.called('views.open')
    const { 'austin-2017-nosek.md': _, ...others } = SMALL_REPORTS
    bot.know(knowledgeOfFiles(others))
    await bot.slack.pressInView({ user: YOU, view: bot.view().id, actionId: 'section:next' })
    await bot.called('views.update')
    expect(inView()).toContain('the reports may have changed')
    const told = await replyTo(bot.slack, () => press(answer, 'context:open'))
    expect(told).toMatchObject({ viewer: YOU, text: expect.stringMatching(/^The reports have changed since/) })
  })
})

describe('Timeline', () => {
  it('shows what each report says on what the question is about', async () => {
    const answer = await ask('who looks after etcd')
    const timeline = await replyTo(bot.slack, () => press(answer, 'ask:timeline:0'))
    expect(timeline.thread).toBe(answer.thread)
    expect(timeline.text).toMatch(/^"etcd" from event to event/)
  })
})

describe('Share in channel', () => {
  it('posts for all with who asked, once, and takes the private answer away', async () => {
    const answer = await slash()
    expect(answer.viewer).toBe(YOU)
    await Promise.all([press(answer, 'share:channel'), press(answer, 'share:channel')])
    await bot.stop()
    const messages = bot.slack.workspace.messages(GENERAL)
    expect(messages.filter(({ viewer }) => viewer === undefined)).toHaveLength(1)
    const [shared] = messages.filter(({ viewer }) => viewer === undefined)
    expect(shared?.text).toMatch(/^<@U0YOU> asked: what is CRI-O: /)
    expect(shared?.blocks?.[0]).toMatchObject({ elements: [{ elements: [{ type: 'user', user_id: YOU }, {}] }] })
    expect(JSON.stringify(shared?.blocks)).not.toContain('share:channel')
    expect(messages.filter(({ viewer }) => viewer === YOU).map(({ text }) => text)).toEqual([
      'This answer is in the channel already.',
    ])
  })

  it('says that it is shared', async () => {
    const answer = await slash()
    const [, left] = await repliesTo(bot.slack, 2, () => press(answer, 'share:channel'))
    expect(left).toMatchObject({ ts: answer.ts, text: 'Shared in this channel.', viewer: YOU })
  })

  it('says from which passage on a later page is shared', async () => {
    bot.know(FALCON)
    await bot.restart()
    const answer = await slash('falcon')
    const page = await replyTo(bot.slack, () => press(answer, 'page:next'))
    const [shared, left] = await repliesTo(bot.slack, 2, () => press(page, 'share:channel'))
    expect(shown(shared as Message)).toContain('asked: falcon, from passage 4 on')
    expect(shown(shared as Message)).toContain('4. “')
    expect(left?.text).toBe('Shared in this channel, from passage 4 on.')
  })

  it('reaches a channel that the bot is not in, where its pages can still be turned', async () => {
    const answer = await slash('how many people came to KubeCon')
    bot.slack.workspace.conversations.get(GENERAL)?.members.delete(bot.slack.workspace.bot.id)
    expected = ['not_in_channel']
    const [shared] = await repliesTo(bot.slack, 2, () => press(answer, 'share:channel'))
    expect(shared).toMatchObject({ channel: GENERAL, text: expect.stringMatching(/^<@U0YOU> asked: how many/) })
    expect(shared?.viewer).toBeUndefined()
    // What came through an address of Slack's can be changed through one only.
    bot.slack.faults.calls({ kind: 'error', error: 'cant_update_message' }, { method: 'chat.update' })
    const page = postForged(bot, GENERAL, 'page:next', '0 ask how many people came to KubeCon')
    const turned = await replyTo(bot.slack, () => press(page, 'page:next'))
    expect(turned).toMatchObject({ ts: page.ts, text: expect.stringMatching(/^how many people came to KubeCon: “/) })
  })

  it('says why it could not, and can be pressed again', async () => {
    const answer = await slash()
    for (const method of ['chat.postMessage', 'response_url'])
      bot.slack.faults.calls({ kind: 'error', error: 'is_archived' }, { method })
    const told = await replyTo(bot.slack, () => press(answer, 'share:channel'))
    expect(told).toMatchObject({ viewer: YOU, text: expect.stringMatching(/^The answer was not shared\. .* archived/) })
    const shared = await replyTo(bot.slack, () => press(answer, 'share:channel'))
    expect(shared.text).toMatch(/^<@U0YOU> asked/)
  })

  it('is not offered where all see the answer, and not in a direct message', async () => {
    expect(shown(await ask())).not.toContain('share:channel')
    const direct = { channel: 'D0YOU', user: YOU, command: '/kubecon', text: QUESTION }
    expect(shown(await replyTo(bot.slack, () => bot.slack.slash(direct)))).not.toContain('share:channel')
  })
})

describe('a button that is forged, stale or from elsewhere', () => {
  const lines = (action: string, value: string): [string, string] => [action, value]
  it.each([
    lines('context:open', 'nonsense'),
    lines('context:open', '0 more'),
    lines('context:open', '0 status'),
    lines('share:channel', '0 ask what is CRI-O'),
    lines('rate:up', '-1 ask what is CRI-O'),
    lines('rate:sideways', '0 ask what is CRI-O'),
    lines('rate:down', ''.padEnd(2000, 'x')),
    lines('unheard:of', 'x'),
  ])('%s with “%s” changes nothing and says so', async (actionId, value) => {
    const forged = postForged(bot, GENERAL, actionId, value)
    const told = await replyTo(bot.slack, () => press(forged, actionId))
    expect(told.text).toBe(OLD)
    expect(bot.feedback.given()).toEqual([])
    expect(bot.slack.views).toEqual([])
    expect(bot.slack.workspace.find(GENERAL, forged.ts)?.text).toBe('old')
  })

  it('of another workspace changes nothing and says so', async () => {
    const answer = await ask()
    const told = await replyTo(bot.slack, () =>
      bot.slack.envelope('interactive', {
        type: 'block_actions',
        user: { id: YOU },
        team: { id: 'T0OTHER' },
        channel: { id: GENERAL },
        container: { type: 'message', message_ts: answer.ts, channel_id: GENERAL },
        message: { ts: answer.ts, thread_ts: answer.thread },
        trigger_id: '1.2.other',
        actions: [{ type: 'button', action_id: 'rate:up', block_id: 'rating', value: `0 ask ${QUESTION}` }],
      }),
    )
    expect(told.text).toBe('This button works for people of my own workspace only, so nothing was changed.')
    expect(bot.feedback.given()).toEqual([])
  })
})
