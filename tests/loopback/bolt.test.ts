import type { types } from '@slack/bolt'
import { describe, expect, it } from 'vitest'
import { DIRECT, GENERAL, openLoopback, prepareApp, textsIn, violationsOf, YOU } from './loopback-suite.js'

describe('a Bolt app on the loopback Slack', () => {
  it('acknowledges a slash command and answers it for the person alone', async () => {
    const loopback = await openLoopback()
    const { app, open } = prepareApp(loopback)
    app.command('/kubecon', async ({ command, ack, respond }) => {
      await ack()
      await respond(`You asked: ${command.text}`)
    })
    await open()
    await loopback.slash({ channel: GENERAL, user: YOU, command: '/kubecon', text: 'what is CRI-O' })
    await loopback.journal.until(({ kind }) => kind === 'respond')
    const [message] = loopback.workspace.messages(GENERAL)
    expect(message).toMatchObject({ text: 'You asked: what is CRI-O', viewer: YOU, user: 'U0KUBECON' })
    expect(loopback.journal.entries.find(({ kind }) => kind === 'ack')).toMatchObject({
      name: 'slash_commands',
      sent: {},
    })
    expect(violationsOf(loopback)).toEqual([])
  })

  it('shows an answer that comes with the acknowledgement', async () => {
    const loopback = await openLoopback()
    const { app, open } = prepareApp(loopback)
    app.command('/kubecon', ({ ack }) => ack({ response_type: 'in_channel', text: 'for all' }))
    await open()
    await loopback.slash({ channel: GENERAL, user: YOU, command: '/kubecon', text: '' })
    expect(loopback.workspace.messages(GENERAL)).toMatchObject([{ text: 'for all' }])
    expect(loopback.workspace.messages(GENERAL)[0]?.viewer).toBeUndefined()
    expect(violationsOf(loopback)).toEqual([])
  })

  it('hears a mention and answers in its thread', async () => {
    const loopback = await openLoopback({ scopes: ['app_mentions:read', 'chat:write'] })
    const { app, open } = prepareApp(loopback)
    app.event('app_mention', async ({ event, say }) => {
      await say({ text: `heard: ${event.text}`, thread_ts: event.ts })
    })
    await open()
    const asked = await loopback.say({ channel: GENERAL, user: YOU, text: '@kubecon is A < B & C?' })
    await loopback.journal.until(({ name }) => name === 'chat.postMessage')
    const [question, answer] = loopback.workspace.messages(GENERAL)
    expect(question).toMatchObject({ text: '<@U0KUBECON> is A &lt; B &amp; C?', replyCount: 1 })
    expect(answer).toMatchObject({ thread: asked.ts, text: 'heard: <@U0KUBECON> is A &lt; B &amp; C?' })
    expect(violationsOf(loopback)).toEqual([])
  })

  it('is not told of a message in a channel that does not name it, unless it may read along', async () => {
    const deaf = await openLoopback({ scopes: ['app_mentions:read', 'chat:write'] })
    await prepareApp(deaf).open()
    await deaf.say({ channel: GENERAL, user: YOU, text: 'hello all' })
    expect(deaf.journal.entries.filter(({ kind }) => kind === 'envelope')).toEqual([])

    const reading = await openLoopback({ scopes: ['app_mentions:read', 'channels:history'] })
    await prepareApp(reading).open()
    await reading.say({ channel: GENERAL, user: YOU, text: 'hello <@U0KUBECON>' })
    const types = reading.journal.entries.filter(({ kind }) => kind === 'envelope').map(({ given }) => eventType(given))
    expect(types).toEqual(['app_mention', 'message'])
  })

  it('hears a direct message, answers it, and hears its own answer without answering that', async () => {
    const loopback = await openLoopback()
    const { app, open } = prepareApp(loopback)
    let heard = 0
    app.message(async ({ say }) => {
      heard += 1
      await say('hello to you')
    })
    await open()
    await loopback.say({ channel: DIRECT, user: YOU, text: 'hello' })
    await loopback.journal.untilCount(2, ({ kind, name }) => kind === 'ack' && name === 'events_api')
    expect(textsIn(loopback, DIRECT)).toEqual(['hello', 'hello to you'])
    expect(heard).toBe(1)
    expect(violationsOf(loopback)).toEqual([])
  })

  it('acts on a button, and replaces the message it stands in', async () => {
    const loopback = await openLoopback()
    const { app, open } = prepareApp(loopback)
    app.command('/kubecon', async ({ ack, respond }) => {
      await ack()
      await respond({ text: 'one', blocks: [buttons('more', '2')] })
    })
    app.action('more', async ({ ack, action, respond, body }) => {
      await ack()
      expect(body).toMatchObject({ container: { is_ephemeral: true, channel_id: GENERAL } })
      await respond({ text: action.type === 'button' ? `page ${action.value}` : '', replace_original: true })
    })
    await open()
    await loopback.slash({ channel: GENERAL, user: YOU, command: '/kubecon', text: 'x' })
    await loopback.journal.until(({ kind }) => kind === 'respond')
    const [message] = loopback.workspace.messages(GENERAL)
    await loopback.press({ channel: GENERAL, user: YOU, message: message?.ts ?? '', actionId: 'more' })
    await loopback.journal.untilCount(2, ({ kind }) => kind === 'respond')
    expect(textsIn(loopback, GENERAL)).toEqual(['page 2'])
    expect(violationsOf(loopback)).toEqual([])
  })

  it('edits what it posted, and deletes it', async () => {
    const loopback = await openLoopback()
    const { app, open } = prepareApp(loopback)
    await open()
    const { ts = '' } = await app.client.chat.postMessage({
      channel: GENERAL,
      text: 'first',
      blocks: [buttons('a', '1')],
    })
    await app.client.chat.update({ channel: GENERAL, ts, text: 'not its blocks' })
    expect(loopback.workspace.messages(GENERAL)).toMatchObject([
      { text: 'not its blocks', blocks: [{ type: 'actions' }] },
    ])
    await app.client.chat.update({ channel: GENERAL, ts, text: 'second', blocks: [] })
    expect(loopback.workspace.messages(GENERAL)).toMatchObject([{ text: 'second', blocks: [] }])
    await app.client.chat.delete({ channel: GENERAL, ts })
    expect(loopback.workspace.messages(GENERAL)).toEqual([])
    expect(violationsOf(loopback)).toEqual([])
  })

  it('reads conversations, people and what was said', async () => {
    const loopback = await openLoopback()
    const { client } = prepareApp(loopback).app
    const asked = await loopback.workspace.post({ channel: GENERAL, user: YOU, text: 'question' })
    await client.chat.postMessage({ channel: GENERAL, text: 'answer', thread_ts: asked.ts })
    const replies = await client.conversations.replies({ channel: GENERAL, ts: asked.ts })
    expect(replies.messages?.map(({ text }) => text)).toEqual(['question', 'answer'])
    const history = await client.conversations.history({ channel: GENERAL })
    expect(history.messages).toMatchObject([{ text: 'question', reply_count: 1 }])
    expect((await client.conversations.info({ channel: GENERAL })).channel).toMatchObject({ name: 'general' })
    expect((await client.conversations.list({})).channels).toHaveLength(2)
    expect((await client.conversations.open({ users: YOU })).channel).toMatchObject({ id: DIRECT })
    expect((await client.users.info({ user: YOU })).user).toMatchObject({ name: 'you', is_bot: false })
    await client.reactions.add({ channel: GENERAL, timestamp: asked.ts, name: 'eyes' })
    expect(loopback.workspace.find(GENERAL, asked.ts)?.reactions).toEqual([{ name: 'eyes', user: 'U0KUBECON' }])
    expect(violationsOf(loopback)).toEqual([])
  })

  it('has no command without the scope for commands', async () => {
    const loopback = await openLoopback({ scopes: ['chat:write'] })
    await loopback.slash({ channel: GENERAL, user: YOU, command: '/kubecon', text: '' })
    expect(loopback.workspace.messages(GENERAL)).toMatchObject([
      { text: '/kubecon is not a valid command.', user: 'USLACKBOT', viewer: YOU },
    ])
  })

  it('opens a modal once per trigger, and publishes a home', async () => {
    const loopback = await openLoopback()
    const { app, open } = prepareApp(loopback)
    const failed = new Promise((resolve) => {
      app.command('/kubecon', async ({ ack, client, command: { trigger_id } }) => {
        await ack()
        await client.views.open({ trigger_id, view: MODAL })
        await client.views.open({ trigger_id, view: MODAL }).catch(resolve)
      })
    })
    await open()
    await loopback.slash({ channel: GENERAL, user: YOU, command: '/kubecon', text: '' })
    expect(await failed).toMatchObject({ data: { error: 'exchanged_trigger_id' } })
    await app.client.views.publish({ user_id: YOU, view: { type: 'home', blocks: [] } })
    expect(loopback.views).toMatchObject([
      { kind: 'modal', user: YOU },
      { kind: 'home', user: YOU },
    ])
    expect(violationsOf(loopback)).toEqual(['exchanged_trigger_id'])
  })
})

const MODAL: types.ModalView = {
  type: 'modal',
  title: { type: 'plain_text', text: 'Hi' },
  blocks: [{ type: 'divider' }],
}

const buttons = (actionId: string, value: string) => ({
  type: 'actions' as const,
  elements: [
    { type: 'button' as const, action_id: actionId, value, text: { type: 'plain_text' as const, text: 'Show more' } },
  ],
})

const eventType = (given: unknown): unknown => (given as { payload: { event: { type: string } } }).payload.event.type
