import { describe, expect, it } from 'vitest'
import { readPress } from '../../src/slack/read-press.js'

const press = (action: { action_id: string; value?: string; selected_option?: object | null }, more: object = {}) => ({
  type: 'block_actions',
  user: { id: 'U1' },
  channel: { id: 'C1' },
  container: { type: 'message', message_ts: '2.2', channel_id: 'C1', is_ephemeral: false },
  message: { ts: '2.2', thread_ts: '1.1' },
  trigger_id: '1.2.a',
  response_url: 'http://x/1',
  actions: [{ type: 'button', block_id: 'b', ...action }],
  ...more,
})
const ephemeral = { container: { message_ts: '2.2', channel_id: 'C1', is_ephemeral: true }, message: undefined }
const next = { action_id: 'page:next', value: '3 ask what is CRI-O' }
const term = { action_id: 'ask:0', value: 'ask Calico' }

describe('readPress', () => {
  it('turns the page in place of the message', () => {
    expect(readPress(press(next))).toMatchObject({
      page: { line: 'ask what is CRI-O', from: 3 },
      place: { kind: 'update', channel: 'C1', message: '2.2', thread: '1.1', person: 'U1' },
      beside: { kind: 'post', channel: 'C1', thread: '1.1' },
      keys: ['trigger 1.2.a'],
    })
  })

  it('turns the page of a message for one person through its own address', () => {
    expect(readPress(press(next, ephemeral))).toMatchObject({
      place: { kind: 'respond', url: 'http://x/1', replace: true },
      beside: { kind: 'respond', url: 'http://x/1', replace: false },
      ephemeral: true,
    })
  })

  it('answers a suggestion where it stands, and says what was asked', () => {
    expect(readPress(press(term))).toMatchObject({
      line: { text: 'ask Calico', person: 'U1', conversation: 'C1', thread: '1.1' },
      place: { kind: 'post', channel: 'C1', thread: '1.1' },
      asked: 'Calico',
    })
    expect(readPress(press(term, ephemeral))).toMatchObject({
      line: { text: 'ask Calico', person: 'U1', conversation: 'C1' },
      place: { kind: 'respond', url: 'http://x/1', replace: false },
    })
    expect(readPress(press(term, { message: { ts: '2.2' } }))?.place).toMatchObject({ thread: '2.2' })
    expect(readPress(press(term, { channel: { id: 'D1' } }))?.line).not.toHaveProperty('thread')
  })

  it('asks what was chosen in a menu', () => {
    const menu = { action_id: 'ask:about', selected_option: { value: 'ask Calico', text: {} } }
    expect(readPress(press(menu))).toMatchObject({ line: { text: 'ask Calico' }, asked: 'Calico' })
    const none = { action_id: 'ask:about', selected_option: null }
    expect(readPress(press(none))).toMatchObject({ line: { text: '' } })
  })

  it.each([
    ['a button we never had', { action_id: 'feedback:up', value: 'x' }],
    ['a page of nonsense', { action_id: 'page:next', value: 'x' }],
    ['a page of another command', { action_id: 'page:next', value: '3 status' }],
    ['a button without a value', { action_id: 'ask:0' }],
  ])('has nothing to do for %s, and still a person to tell', (_, action) => {
    const read = readPress(press(action))
    expect(read).toMatchObject({ line: { text: '' }, place: { kind: 'post' } })
    expect(read).not.toHaveProperty('page')
  })

  it.each([
    ['a press in a modal', press(term, { channel: undefined, container: { type: 'view' }, message: undefined })],
    ['no action', press(term, { actions: [] })],
    ['nonsense', 'x'],
  ])('passes over %s', (_, body) => {
    expect(readPress(body)).toBeUndefined()
  })
})
