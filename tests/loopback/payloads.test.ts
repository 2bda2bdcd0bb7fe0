import { describe, expect, it } from 'vitest'
import { deliver, eventIn } from './delivered.js'
import { callMethod, DIRECT, GENERAL, openLoopback, YOU } from './loopback-suite.js'
import { createSchemaCheck, installed, readSchemas, SCHEMA_FILES } from './slack-schemas.js'
import { openSocket } from './socket-client.js'

const checkEvent = createSchemaCheck('schemas/events.json')
const checkPayload = createSchemaCheck('schemas/payloads.json')
const checkAnswer = createSchemaCheck('schemas/answers.json')

const BUTTONS = {
  type: 'actions',
  block_id: 'row',
  elements: [{ type: 'button', action_id: 'more', value: '1', text: { type: 'plain_text', text: 'Show more' } }],
}

describe('what the loopback Slack sends fits the types that Slack publishes', () => {
  it('a slash command', async () => {
    const loopback = await openLoopback()
    const command = { channel: GENERAL, user: YOU, command: '/kubecon', text: 'x' }
    const payload = await deliver(loopback, () => loopback.slash(command))
    expect(checkPayload('SlashCommandPayload', payload)).toEqual([])
    expect(payload).toMatchObject({ command: '/kubecon', text: 'x', channel_name: 'general', user_name: 'you' })
  })

  it('a mention', async () => {
    const loopback = await openLoopback({ scopes: ['app_mentions:read'] })
    const mention = { channel: GENERAL, user: YOU, text: '@kubecon x' }
    const payload = await deliver(loopback, () => loopback.say(mention))
    expect(checkPayload('EventEnvelope', payload)).toEqual([])
    expect(checkEvent('AppMentionEvent', eventIn(payload))).toEqual([])
    expect(payload).toMatchObject({ authorizations: [{ team_id: 'T0LOOPBACK', user_id: 'U0KUBECON', is_bot: true }] })
  })

  it.each([
    ['a direct message', false],
    ['a direct message in a thread', true],
  ])('%s', async (_, inThread) => {
    const loopback = await openLoopback()
    const { ts } = loopback.workspace.post({ channel: DIRECT, user: YOU, text: 'first' })
    const message = { channel: DIRECT, user: YOU, text: 'x', ...(inThread && { thread: ts }) }
    const payload = await deliver(loopback, () => loopback.say(message))
    expect(checkEvent('GenericMessageEvent', eventIn(payload))).toEqual([])
    expect(eventIn(payload)['thread_ts']).toBe(inThread ? ts : undefined)
  })

  it('what the app itself posts, and edits', async () => {
    const loopback = await openLoopback()
    const { workspace } = loopback
    const socket = await openSocket(loopback)
    const message = workspace.post({ channel: DIRECT, user: workspace.bot.id, text: 'x' })
    const posted = await socket.next()
    expect(checkEvent('GenericMessageEvent', eventIn(posted.payload ?? {}))).toEqual([])
    workspace.edit(message, { text: 'y' })
    const edited = await socket.next()
    expect(checkEvent('MessageChangedEvent', eventIn(edited.payload ?? {}))).toEqual([])
  })

  it.each([
    ['everybody sees', {}],
    ['only one person sees', { viewer: YOU }],
    ['stands in a thread', { thread: '1.2' }],
  ])('the press of a button in a message that %s', async (_, more) => {
    const loopback = await openLoopback({ scopes: [] })
    const { workspace } = loopback
    const draft = { channel: GENERAL, user: workspace.bot.id, text: 'x', blocks: [BUTTONS], ...more }
    const { ts } = workspace.post(draft)
    const press = { channel: GENERAL, user: YOU, message: ts, actionId: 'more' }
    const payload = await deliver(loopback, () => loopback.press(press))
    expect(checkPayload('ButtonPress', payload)).toEqual([])
    expect('message' in payload).toBe(!('viewer' in more))
  })

  it.each([
    ['auth.test', {}, 'AuthTestResponse'],
    ['chat.postMessage', { channel: GENERAL, text: 'x', blocks: JSON.stringify([BUTTONS]) }, 'ChatPostMessageResponse'],
    ['chat.postEphemeral', { channel: GENERAL, user: YOU, text: 'x' }, 'ChatPostEphemeralResponse'],
    ['conversations.history', { channel: GENERAL }, 'ConversationsHistoryResponse'],
    ['conversations.info', { channel: GENERAL }, 'ConversationsInfoResponse'],
    ['conversations.info', { channel: DIRECT }, 'ConversationsInfoResponse'],
    ['conversations.list', { types: 'public_channel,im' }, 'ConversationsListResponse'],
    ['conversations.open', { users: YOU, return_im: 'true' }, 'ConversationsOpenResponse'],
    ['users.info', { user: YOU }, 'UsersInfoResponse'],
    ['views.publish', { user_id: YOU, view: '{"type":"home","blocks":[]}' }, 'ViewsPublishResponse'],
  ])('the answer of %s', async (method, args, type) => {
    const loopback = await openLoopback()
    loopback.workspace.post({ channel: GENERAL, user: YOU, text: 'before' })
    const answer = await callMethod(loopback, method, args)
    expect(answer).toMatchObject({ ok: true })
    expect(checkAnswer(type, answer)).toEqual([])
  })

  it('the answers about one message', async () => {
    const loopback = await openLoopback()
    const { ts } = await callMethod(loopback, 'chat.postMessage', { channel: GENERAL, text: 'x' })
    const message = { channel: GENERAL, ts: String(ts) }
    const replies = await callMethod(loopback, 'conversations.replies', message)
    expect(checkAnswer('ConversationsRepliesResponse', replies)).toEqual([])
    const update = await callMethod(loopback, 'chat.update', { ...message, text: 'y' })
    expect(checkAnswer('ChatUpdateResponse', update)).toEqual([])
  })

  it('the answer of apps.connections.open', async () => {
    const loopback = await openLoopback()
    const answer = await callMethod(loopback, 'apps.connections.open', {}, loopback.credentials.appToken)
    expect(checkAnswer('AppsConnectionsOpenResponse', answer)).toEqual([])
  })

  it('and would be told if it did not', () => {
    expect(checkPayload('SlashCommandPayload', { text: 1 })).toContain('/text must be string')
    expect(checkEvent('AppMentionEvent', { type: 'message' })).not.toEqual([])
    expect(checkAnswer('AuthTestResponse', { ok: 'yes' })).toEqual(['/ok must be boolean'])
    expect(checkAnswer('Nonsense', {})).toEqual(['there is no schema of Nonsense'])
  })
})

describe('the schemas', () => {
  it.each(SCHEMA_FILES)('in %s come from the installed %s', (file, name) => {
    // After an update of Slack's packages: node scripts/generate-slack-schemas.mjs
    expect(readSchemas(file).$comment).toBe(installed(name))
    expect(Object.keys(readSchemas(file).definitions).length).toBeGreaterThan(50)
  })
})
