import { describe, expect, it } from 'vitest'
import { readCommand, readMessage } from '../../src/slack/read-event.js'

const own = { eventId: 'Ev1', botUser: 'U0BOT' }
const mention = {
  type: 'app_mention',
  user: 'U1',
  text: '<@U0BOT> what is CRI-O',
  ts: '1.1',
  channel: 'C1',
  event_ts: '1.1',
}
const direct = { type: 'message', channel_type: 'im', user: 'U1', text: 'what is CRI-O', ts: '1.1', channel: 'D1' }

describe('readMessage', () => {
  it('reads a mention, without it, as a line of the thread that it starts', () => {
    expect(readMessage(mention, own)).toEqual({
      line: { text: 'what is CRI-O', person: 'U1', conversation: 'C1', thread: '1.1' },
      place: { kind: 'post', channel: 'C1', thread: '1.1', person: 'U1' },
      keys: ['message C1 1.1', 'event Ev1'],
    })
  })

  it('stays in the thread that the mention stands in', () => {
    const said = readMessage({ ...mention, ts: '2.2', thread_ts: '1.1' }, own)
    expect([said?.line.thread, said?.place, said?.keys[0]]).toEqual([
      '1.1',
      { kind: 'post', channel: 'C1', thread: '1.1', person: 'U1' },
      'message C1 2.2',
    ])
  })

  it('reads a direct message as one conversation, and answers in a thread', () => {
    expect(readMessage(direct, own)).toMatchObject({
      line: { text: 'what is CRI-O', person: 'U1', conversation: 'D1' },
      place: { kind: 'post', channel: 'D1', thread: '1.1' },
    })
    const inThread = readMessage({ ...direct, ts: '2.2', thread_ts: '1.1' }, own)
    expect(inThread?.line).toEqual({ text: 'what is CRI-O', person: 'U1', conversation: 'D1' })
    expect(inThread?.place).toMatchObject({ thread: '1.1' })
  })

  it.each([
    ['in front', '<@U0BOT> what is CRI-O', 'what is CRI-O'],
    ['with its name', '<@U0BOT|kubecon>: what is CRI-O', 'what is CRI-O'],
    ['behind', 'what is CRI-O <@U0BOT>', 'what is CRI-O'],
    ['twice', '<@U0BOT> <@U0BOT> help', 'help'],
    ['beside others', '<@U0BOT> what did <@U2> say', 'what did <@U2> say'],
    ['alone', '<@U0BOT>', ''],
  ])('takes the mention out: %s', (_, text, expected) => {
    expect(readMessage({ ...mention, text }, own)?.line.text).toBe(expected)
  })

  it.each([
    ['its own echo', { ...direct, user: 'U0BOT', bot_id: 'B0BOT' }],
    ['its own echo without a bot id', { ...direct, user: 'U0BOT' }],
    ['another bot', { ...mention, bot_id: 'B2' }],
    ['a bot message', { ...direct, subtype: 'bot_message', bot_id: 'B2', user: undefined }],
    ['Slackbot', { ...direct, user: 'USLACKBOT' }],
    ['an edit', { ...direct, subtype: 'message_changed', hidden: true, message: direct }],
    ['a deletion', { ...direct, subtype: 'message_deleted', hidden: true }],
    ['an edited mention', { ...mention, edited: { user: 'U1', ts: '1.2' } }],
    ['somebody joining', { ...direct, subtype: 'channel_join' }],
    [
      'a message in a channel; a mention in it comes as app_mention',
      { ...direct, channel_type: 'channel', text: '<@U0BOT> hi' },
    ],
    ['a message in a group', { ...direct, channel_type: 'mpim' }],
    ['a message of no channel type', { ...direct, channel_type: undefined }],
    ['another event', { ...direct, type: 'reaction_added' }],
    ['nothing', undefined],
    ['nonsense', { type: 'message', user: 1 }],
  ])('passes over %s', (_, event) => {
    expect(readMessage(event, own)).toBeUndefined()
  })

  it.each([
    ['files with words', { ...direct, subtype: 'file_share' }, 'what is CRI-O'],
    ['files alone', { ...direct, subtype: 'file_share', text: '' }, ''],
    ['only blocks', { ...direct, text: undefined, blocks: [{ type: 'rich_text' }] }, ''],
    ['a reply also sent to the channel', { ...direct, subtype: 'thread_broadcast' }, 'what is CRI-O'],
  ])('hears a person with %s', (_, event, text) => {
    expect(readMessage(event, own)?.line.text).toBe(text)
  })

  it('hands 40,000 characters on; the bot says what it reads', () => {
    expect(readMessage({ ...direct, text: 'a'.repeat(40_000) }, own)?.line.text).toHaveLength(40_000)
  })

  it('knows a mention that also arrives as a message by its time', () => {
    const twin = readMessage({ ...direct, channel: 'C1' }, { ...own, eventId: 'Ev2' })
    expect(twin?.keys).toContain(readMessage(mention, own)?.keys[0])
  })
})

describe('readCommand', () => {
  const body = {
    command: '/kubecon',
    text: 'what is CRI-O',
    user_id: 'U1',
    channel_id: 'C1',
    trigger_id: '1.2.a',
    response_url: 'http://x/1',
  }

  it('reads a command as a line whose reply is for the person alone', () => {
    expect(readCommand(body)).toEqual({
      line: { text: 'what is CRI-O', person: 'U1', conversation: 'C1' },
      place: { kind: 'respond', url: 'http://x/1', channel: 'C1', person: 'U1', replace: false },
      keys: ['trigger 1.2.a'],
      asked: 'what is CRI-O',
    })
  })

  it('reads a command without words', () => {
    expect(readCommand({ ...body, text: undefined })?.line.text).toBe('')
  })

  it('passes over what nobody could be answered on', () => {
    expect(readCommand({ ...body, response_url: undefined })).toBeUndefined()
  })
})
