import { describe, expect, it } from 'vitest'
import { callMethod, GENERAL, openLoopback, violationsOf, YOU } from './loopback-suite.js'

const POST = { channel: GENERAL, text: 'x' }
const MARA = 'U0MARA'
const MODAL = JSON.stringify({
  type: 'modal',
  title: { type: 'plain_text', text: 'Title' },
  blocks: [{ type: 'divider' }],
})

describe('the Web API refuses', () => {
  it.each([
    ['no token', 'auth.test', {}, 'not_authed', ''],
    ['an unknown token', 'auth.test', {}, 'invalid_auth', 'xoxb-guess'],
    ['a method that is none', 'chat.shout', {}, 'unknown_method'],
    ['a method named like a property of objects', 'constructor', {}, 'unknown_method'],
    ['a bot token where an app token belongs', 'apps.connections.open', {}, 'not_allowed_token_type'],
    ['an unknown channel', 'chat.postMessage', { ...POST, channel: 'C0NOWHERE' }, 'channel_not_found'],
    ['no channel', 'chat.postMessage', { text: 'x' }, 'invalid_arguments'],
    ['a message without anything', 'chat.postMessage', { channel: GENERAL }, 'no_text'],
    ['a message of no blocks', 'chat.postMessage', { channel: GENERAL, blocks: '[]' }, 'no_text'],
    ['a text that would be cut', 'chat.postMessage', { ...POST, text: 'x'.repeat(40_001) }, 'msg_too_long'],
    ['blocks that are no JSON', 'chat.postMessage', { ...POST, blocks: '[' }, 'invalid_blocks_format'],
    ['blocks that are no list', 'chat.postMessage', { ...POST, blocks: '{}' }, 'invalid_blocks_format'],
    ['a block that is none', 'chat.postMessage', { ...POST, blocks: '[1]' }, 'invalid_blocks'],
    ['a thread that is none', 'chat.postMessage', { ...POST, thread_ts: '1.2' }, 'thread_not_found'],
    ['a direct message to a bot', 'chat.postMessage', { ...POST, channel: 'U0OTHERBOT' }, 'cannot_dm_bot'],
    ['an ephemeral message for nobody', 'chat.postEphemeral', POST, 'invalid_arguments'],
    ['an ephemeral message for a stranger', 'chat.postEphemeral', { ...POST, user: 'U0X' }, 'user_not_in_channel'],
    ['an edit of nothing', 'chat.update', { ...POST, ts: '1.2' }, 'message_not_found'],
    ['an unknown person', 'users.info', { user: 'U0X' }, 'user_not_found'],
    ['a thread that was never started', 'conversations.replies', { channel: GENERAL, ts: '1.2' }, 'thread_not_found'],
    ['a reaction to nothing', 'reactions.add', { channel: GENERAL, timestamp: '1.2', name: 'x' }, 'message_not_found'],
    ['a modal without a trigger', 'views.open', { view: MODAL, trigger_id: '1.2.x' }, 'invalid_trigger'],
    ['a view that is none', 'views.publish', { user_id: YOU, view: '{}' }, 'invalid_arguments'],
  ])('%s', async (_, method, args, error, token?: string) => {
    const loopback = await openLoopback()
    expect(await callMethod(loopback, method, args, token)).toMatchObject({ ok: false, error })
    expect(violationsOf(loopback)).toEqual([error])
    expect(loopback.workspace.messages(GENERAL)).toEqual([])
  })

  it('what the app has no scope for, and says which', async () => {
    const loopback = await openLoopback({ scopes: ['commands', 'im:history'] })
    expect(await callMethod(loopback, 'chat.postMessage', POST)).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'chat:write',
      provided: 'commands,im:history',
    })
    expect(violationsOf(loopback)).toEqual(['missing_scope'])
  })

  it.each(['chat.postMessage', 'chat.postEphemeral', 'conversations.history'])(
    '%s where the app is no member',
    async (method) => {
      const loopback = await openLoopback()
      loopback.workspace.conversations.get(GENERAL)?.members.delete(loopback.workspace.bot.id)
      expect(await callMethod(loopback, method, { ...POST, user: YOU })).toMatchObject({ error: 'not_in_channel' })
      expect(violationsOf(loopback)).toEqual(['not_in_channel'])
    },
  )

  it('an edit of what somebody else wrote, or of an ephemeral message', async () => {
    const loopback = await openLoopback()
    const { workspace } = loopback
    const { ts } = workspace.post({ channel: GENERAL, user: YOU, text: 'mine' })
    expect(await callMethod(loopback, 'chat.update', { ...POST, ts })).toMatchObject({ error: 'cant_update_message' })
    expect(await callMethod(loopback, 'chat.delete', { ...POST, ts })).toMatchObject({ error: 'cant_delete_message' })
    const { message_ts } = await callMethod(loopback, 'chat.postEphemeral', { ...POST, user: YOU })
    const edit = { ...POST, ts: String(message_ts) }
    expect(await callMethod(loopback, 'chat.update', edit)).toMatchObject({ error: 'message_not_found' })
  })

  it('an edit over 4,000 characters, though a new message may have them', async () => {
    const loopback = await openLoopback()
    const long = { channel: GENERAL, text: 'x'.repeat(4001) }
    const { ts } = await callMethod(loopback, 'chat.postMessage', long)
    expect(await callMethod(loopback, 'chat.update', { ...long, ts: String(ts) })).toMatchObject({
      error: 'msg_too_long',
    })
  })

  it('blocks, naming each slip and its place', async () => {
    const loopback = await openLoopback()
    const blocks = JSON.stringify([
      { type: 'header', text: { type: 'plain_text', text: '' } },
      { type: 'divider', x: 1 },
    ])
    expect(await callMethod(loopback, 'chat.postMessage', { ...POST, blocks })).toMatchObject({
      error: 'invalid_blocks',
      response_metadata: {
        messages: [
          '[ERROR] invalid additional property: x [json-pointer:/blocks/1]',
          '[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]',
        ],
      },
    })
  })

  it('the same reaction twice', async () => {
    const loopback = await openLoopback()
    const { ts: timestamp } = loopback.workspace.post({ channel: GENERAL, user: YOU, text: 'x' })
    const reaction = { channel: GENERAL, timestamp, name: 'eyes' }
    expect(await callMethod(loopback, 'reactions.add', reaction)).toEqual({ ok: true })
    expect(await callMethod(loopback, 'reactions.add', reaction)).toMatchObject({ error: 'already_reacted' })
  })
})

describe('the Web API', () => {
  it('opens a direct message for a person named as channel', async () => {
    const loopback = await openLoopback()
    const { channel } = await callMethod(loopback, 'chat.postMessage', { ...POST, channel: MARA })
    expect(loopback.workspace.messages(String(channel))).toMatchObject([{ text: 'x', channel: 'D0MARA' }])
  })

  it('puts a reply to a reply into the thread of both', async () => {
    const loopback = await openLoopback()
    const { ts } = await callMethod(loopback, 'chat.postMessage', POST)
    const { ts: reply } = await callMethod(loopback, 'chat.postMessage', { ...POST, thread_ts: String(ts) })
    await callMethod(loopback, 'chat.postMessage', { ...POST, thread_ts: String(reply) })
    expect(loopback.workspace.messages(GENERAL).map(({ thread }) => thread)).toEqual([undefined, ts, ts])
    expect(loopback.workspace.find(GENERAL, String(ts))?.replyCount).toBe(2)
  })

  it('tells the scopes in a header', async () => {
    const loopback = await openLoopback({ scopes: ['chat:write', 'commands'] })
    const headers = { authorization: `Bearer ${loopback.credentials.botToken}` }
    const response = await fetch(`${loopback.apiUrl}auth.test`, { method: 'POST', headers })
    expect(response.headers.get('x-oauth-scopes')).toBe('chat:write,commands')
  })
})
