import { describe, expect, it } from 'vitest'
import type { Loopback } from '../../src/loopback/loopback.js'
import { callMethod, DIRECT, GENERAL, nextMessage, openLoopback, prepareApp, textsIn, YOU } from './loopback-suite.js'

const post = async ({ url }: Loopback, path: string, body: unknown): Promise<[number, string]> => {
  const response = await fetch(`${url}/page/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return [response.status, await response.text()]
}

const BUTTONS = {
  type: 'actions',
  block_id: 'row',
  elements: [{ type: 'button', action_id: 'more', value: '1', text: { type: 'plain_text', text: 'Show more' } }],
} as const

const PRESS = { conversation: GENERAL, actionId: 'more', blockId: 'row', value: '1' }

interface PageEvent {
  readonly event: string
  readonly data: Record<string, unknown>
}

/** What an open page is told, one by one; of what went over the wire only when that is asked for. */
const listen = async ({ url }: Loopback, wanted?: 'wire'): Promise<() => Promise<PageEvent>> => {
  const response = await fetch(`${url}/page/events`)
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const next = async (): Promise<PageEvent> => {
    while (!text.includes('\n\n')) text += (await reader?.read())?.value ?? ''
    const [first = ''] = text.split('\n\n', 1)
    text = text.slice(first.length + 2)
    const [, event = '', data = '{}'] = /^event: (\w+)\ndata: (.*)$/.exec(first) ?? []
    return (event === 'wire') === (wanted === 'wire') ? { event, data: JSON.parse(data) } : next()
  }
  return next
}

describe('the web chat page', () => {
  it('learns who is there and what was said', async () => {
    const loopback = await openLoopback({ command: '/reports' })
    loopback.workspace.post({ channel: GENERAL, user: YOU, text: 'hello' })
    loopback.workspace.post({ channel: GENERAL, user: 'U0KUBECON', text: 'for Mara', viewer: 'U0MARA' })
    const response = await fetch(`${loopback.url}/page/state`)
    const state = (await response.json()) as { messages: Record<string, unknown> }
    expect(state).toMatchObject({
      you: { id: YOU, name: 'You' },
      bot: { id: 'U0KUBECON', name: 'KubeCon reports', handle: 'kubecon' },
      command: '/reports',
      conversations: [
        { id: GENERAL, name: 'general', kind: 'channel' },
        { id: 'C0KUBECON', name: 'kubecon-talk', kind: 'channel' },
        { id: DIRECT, name: 'KubeCon reports', kind: 'dm' },
      ],
    })
    expect(state.messages[GENERAL]).toEqual([
      {
        ts: expect.stringMatching(/^\d{10}\.\d{6}$/),
        conversation: GENERAL,
        user: { id: YOU, name: 'You', isBot: false },
        text: 'hello',
        ephemeral: false,
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      },
    ])
  })

  it('sees messages come, change and go, and whether the bot is there', async () => {
    const loopback = await openLoopback()
    const next = await listen(loopback)
    expect(await next()).toEqual({ event: 'status', data: { connected: false } })
    await prepareApp(loopback).open()
    expect(await next()).toEqual({ event: 'status', data: { connected: true } })

    await post(loopback, 'say', { conversation: GENERAL, text: 'hello' })
    const { event, data } = await next()
    expect([event, data['text']]).toEqual(['message', 'hello'])
    await post(loopback, 'say', { conversation: GENERAL, thread: data['ts'], text: 'reply' })
    expect(await next()).toMatchObject({ event: 'message', data: { text: 'reply', thread: data['ts'] } })
    expect(await next()).toMatchObject({ event: 'change', data: { ts: data['ts'], replyCount: 1 } })
    const message = loopback.workspace.find(GENERAL, String(data['ts']))
    if (message) loopback.workspace.remove(message)
    expect(await next()).toMatchObject({ event: 'remove', data: { ts: data['ts'] } })
  })

  it('speaks, commands and presses', async () => {
    const loopback = await openLoopback()
    const { app, open } = prepareApp(loopback)
    app.command('/kubecon', ({ ack, command }) => ack({ text: command.text, blocks: [BUTTONS] }))
    app.action('more', async ({ ack, respond }) => {
      await ack()
      await respond({ text: 'more', replace_original: true })
    })
    app.message(async ({ say }) => void (await say('heard')))
    await open()
    expect(await post(loopback, 'say', { conversation: DIRECT, text: 'hello' })).toEqual([204, ''])
    await loopback.journal.until(({ name }) => name === 'chat.postMessage')
    expect(textsIn(loopback, DIRECT)).toEqual(['hello', 'heard'])

    const shown = nextMessage(loopback)
    expect(await post(loopback, 'slash', { conversation: GENERAL, text: 'find x' })).toEqual([204, ''])
    const button = { conversation: GENERAL, message: (await shown).ts, actionId: 'more', blockId: 'row', value: '1' }
    expect(await post(loopback, 'press', button)).toEqual([204, ''])
    await loopback.journal.until(({ kind }) => kind === 'respond')
    expect(textsIn(loopback, GENERAL)).toEqual(['more'])
    expect(loopback.journal.violations).toEqual([])
  })

  it.each([
    ['what is no JSON', 'say', '{', 400, 'That is not JSON.'],
    ['nothing said', 'say', { conversation: GENERAL, text: ' ' }, 400, 'Write something first.'],
    ['no text', 'say', { conversation: GENERAL }, 400, 'There is no text.'],
    ['no conversation', 'slash', { text: 'x' }, 400, 'Which conversation?'],
    ['a novel', 'say', { conversation: GENERAL, text: 'x'.repeat(40_001) }, 400, /at most 40,000 characters/],
    ['an unknown conversation', 'say', { conversation: 'C0X', text: 'x' }, 404, 'There is no such conversation.'],
    ['an unknown thread', 'say', { conversation: GENERAL, text: 'x', thread: '1' }, 404, 'There is no such thread.'],
    ['an unknown message', 'press', { ...PRESS, message: '1' }, 404, 'There is no such message.'],
    ['far too much', 'say', 'x'.repeat(100_001), 413, /Too large/],
  ])('is told what is wrong with %s', async (_, path, body, status, words) => {
    const loopback = await openLoopback()
    const [given, text] = await post(loopback, path, body)
    expect(given).toBe(status)
    expect(text).toMatch(words)
    expect(loopback.workspace.messages(GENERAL)).toEqual([])
  })

  it('cannot press the button of a message that somebody else sees', async () => {
    const loopback = await openLoopback()
    const draft = { channel: GENERAL, user: 'U0KUBECON', text: 'x', blocks: [{ ...BUTTONS }], viewer: 'U0MARA' }
    const { ts } = loopback.workspace.post(draft)
    expect(await post(loopback, 'press', { ...PRESS, message: ts })).toMatchObject([404, /no such message/])
  })

  it('takes JSON only, so that a form on another page cannot speak for anybody', async () => {
    const { url } = await openLoopback()
    const response = await fetch(`${url}/page/say`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'text/plain' },
    })
    expect(response.status).toBe(415)
  })

  it('is served with rules that keep it to this server', async () => {
    const { url } = await openLoopback()
    const response = await fetch(url)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await response.text()).toMatch(/local preview, not Slack/i)
  })
})

describe('the protocol, on the page', () => {
  it('has what went over the wire before it opened, and what goes over it then', async () => {
    const loopback = await openLoopback()
    await callMethod(loopback, 'api.test', {})
    const next = await listen(loopback, 'wire')
    expect(await next()).toMatchObject({ event: 'wire', data: { kind: 'call', name: 'api.test', status: 200 } })
    await callMethod(loopback, 'chat.postMessage', { channel: 'C0NONE', text: 'x' })
    expect(await next()).toMatchObject({
      data: { name: 'chat.postMessage', sent: { text: 'x' }, violation: 'channel_not_found' },
    })
  })
})
