import { describe, expect, it } from 'vitest'
import { callMethod, DIRECT, GENERAL, openLoopback, prepareApp, textsIn, violationsOf, YOU } from './loopback-suite.js'

const HELLO = { channel: DIRECT, user: YOU, text: 'hello' }

describe('faults that a Bolt app meets', () => {
  it.each(['warning', 'refresh_requested', 'link_disabled', 'too_many_websockets'] as const)(
    'comes back after a disconnect (%s)',
    async (reason) => {
      const loopback = await openLoopback()
      const { app, open } = prepareApp(loopback, { pingTimeout: 50 })
      const heard = new Promise((resolve) => app.message(async ({ message }) => resolve(message)))
      await open()
      loopback.disconnect(reason)
      await loopback.journal.untilCount(2, ({ kind, name }) => kind === 'connection' && name === 'open')
      await loopback.say(HELLO)
      expect(await heard).toMatchObject({ text: 'hello' })
      expect(violationsOf(loopback)).toEqual([])
    },
  )

  it('replaces a socket that is frozen, and gets there what it missed', async () => {
    const loopback = await openLoopback({ ackWithin: 2000, redeliverAfter: [0, 0, 0, 0, 0] })
    const { app, open } = prepareApp(loopback, { pingTimeout: 200 })
    const heard = new Promise((resolve) => app.message(async ({ message }) => resolve(message)))
    await open()
    const wake = loopback.faults.freezeSockets()
    await loopback.say(HELLO)
    expect(await heard).toMatchObject({ text: 'hello' })
    wake()
    expect(violationsOf(loopback)).toEqual([])
  })

  it('is noted when it acknowledges a command too late', async () => {
    const loopback = await openLoopback({ ackWithin: 30 })
    const { app, open } = prepareApp(loopback)
    const over = loopback.journal.until(({ kind }) => kind === 'timeout')
    app.command('/kubecon', async ({ ack, respond }) => {
      await over
      await ack()
      await respond('sorry, I was busy')
    })
    await open()
    await loopback.slash({ channel: GENERAL, user: YOU, command: '/kubecon', text: '' })
    await loopback.journal.until(({ kind }) => kind === 'respond')
    expect(textsIn(loopback, GENERAL)).toEqual(['/kubecon failed (`operation_timeout`).', 'sorry, I was busy'])
    expect(violationsOf(loopback)).toEqual(['no_ack', 'late_ack'])
  })

  it('hears an event twice that is delivered twice: Bolt itself does not notice', async () => {
    const loopback = await openLoopback()
    const { app, open } = prepareApp(loopback)
    const ids: string[] = []
    const heardTwice = new Promise<void>((resolve) => {
      app.message(async ({ body }) => {
        ids.push(body.event_id)
        if (ids.length === 2) resolve()
      })
    })
    await open()
    loopback.faults.duplicateEvents = true
    await loopback.say(HELLO)
    await heardTwice
    expect(ids[0]).toBe(ids[1])
  })

  it.each([
    ['an envelope of an unknown type', 'carrier_pigeon', {}],
    ['an interaction that is none', 'interactive', { type: 'nonsense' }],
    ['an event that is none', 'events_api', { event: {} }],
  ])('does not mind %s', async (_, type, payload) => {
    const loopback = await openLoopback({ ackWithin: 20 })
    const { app, open } = prepareApp(loopback)
    const heard = new Promise((resolve) => app.message(async ({ message }) => resolve(message)))
    await open()
    await loopback.envelope(type, payload)
    await loopback.say(HELLO)
    expect(await heard).toMatchObject({ text: 'hello' })
  })

  it.each([
    ['no text', { type: 'message', channel_type: 'im', user: YOU, channel: DIRECT, ts: '1.2' }],
    [
      'files only',
      { type: 'message', subtype: 'file_share', channel_type: 'im', user: YOU, channel: DIRECT, files: [] },
    ],
    ['another bot', { type: 'message', bot_id: 'B1', channel_type: 'im', channel: DIRECT, text: 'x', ts: '1.2' }],
    ['a deletion', { type: 'message', subtype: 'message_deleted', channel: DIRECT, deleted_ts: '1.2', hidden: true }],
  ])('acknowledges an event of any shape: %s', async (_, event) => {
    const loopback = await openLoopback()
    await prepareApp(loopback).open()
    await loopback.event({ ...event, event_ts: '1.2' })
    expect(violationsOf(loopback)).toEqual([])
  })

  it('tries again after the time it was told to wait', async () => {
    const loopback = await openLoopback()
    const { client } = prepareApp(loopback, { retries: 1 }).app
    loopback.faults.calls({ kind: 'rate_limited', retryAfter: 0 }, { method: 'chat.postMessage' })
    await client.chat.postMessage({ channel: GENERAL, text: 'x' })
    expect(textsIn(loopback, GENERAL)).toEqual(['x'])
    expect(loopback.journal.entries.map(({ status }) => status)).toEqual([429, 200])
    expect(violationsOf(loopback)).toEqual([])
  })

  it('notes a call before that time', async () => {
    let time = 1_800_000_000_000
    const loopback = await openLoopback({ now: () => time })
    const post = () => callMethod(loopback, 'chat.postMessage', { channel: GENERAL, text: 'x' })
    loopback.faults.calls({ kind: 'rate_limited', retryAfter: 1 }, { method: 'chat.postMessage' })
    expect(await post()).toEqual({ ok: false, error: 'ratelimited' })
    time += 999
    await post()
    expect(violationsOf(loopback)).toEqual(['called_before_retry_after'])
    time += 1
    await post()
    expect(violationsOf(loopback)).toHaveLength(1)
  })

  it.each([
    [{ kind: 'status', status: 500 } as const, { code: 'slack_webapi_http_error' }],
    [{ kind: 'error', error: 'fatal_error' } as const, { data: { error: 'fatal_error' } }],
    [{ kind: 'dropped' } as const, { code: 'slack_webapi_request_error' }],
  ])('fails a call once: %o', async (fault, error) => {
    const loopback = await openLoopback()
    const { client } = prepareApp(loopback).app
    loopback.faults.calls(fault)
    const post = () => client.chat.postMessage({ channel: GENERAL, text: 'x' })
    await expect(post()).rejects.toMatchObject(error)
    await post()
    expect(textsIn(loopback, GENERAL)).toEqual(['x'])
    expect(violationsOf(loopback)).toEqual([])
  })

  it('holds a call back until it may go on', async () => {
    const loopback = await openLoopback()
    const { client } = prepareApp(loopback).app
    let goOn: () => void = () => undefined
    loopback.faults.calls({ kind: 'slow', until: new Promise<void>((resolve) => (goOn = resolve)) })
    const slow = client.chat.postMessage({ channel: GENERAL, text: 'slow' })
    await loopback.journal.until(({ kind }) => kind === 'held')
    await client.chat.postMessage({ channel: GENERAL, text: 'fast' })
    goOn()
    await slow
    expect(textsIn(loopback, GENERAL)).toEqual(['fast', 'slow'])
  })

  it('kills a response_url', async () => {
    const loopback = await openLoopback()
    const { app, open } = prepareApp(loopback)
    loopback.faults.calls({ kind: 'status', status: 404 }, { method: 'response_url' })
    const failed = new Promise((resolve) => {
      app.command('/kubecon', async ({ ack, respond }) => {
        await ack()
        await respond('x').catch(resolve)
      })
    })
    await open()
    await loopback.slash({ channel: GENERAL, user: YOU, command: '/kubecon', text: '' })
    expect(await failed).toMatchObject({ message: expect.stringContaining('404') })
    expect(textsIn(loopback, GENERAL)).toEqual([])
  })

  it('refuses sockets for a while', async () => {
    const loopback = await openLoopback()
    const { open } = prepareApp(loopback, { pingTimeout: 20 })
    loopback.faults.calls({ kind: 'status', status: 503 }, { method: 'socket' })
    await open().catch(() => undefined)
    await loopback.journal.until(({ kind, name }) => kind === 'connection' && name === 'open')
    expect(loopback.connected).toBe(1)
  })

  it('sends app_rate_limited, whose missing event trips the client', async () => {
    const loopback = await openLoopback()
    const { open, socket } = prepareApp(loopback)
    await open()
    const tripped = nextUnhandledRejection()
    loopback.faults.rateLimitEvents()
    expect(await tripped).toBeInstanceOf(TypeError)
    expect(socket.websocket?.isActive()).toBe(true)
  })
})

/** The next promise that rejects with nobody listening; Vitest, which would end the run, does not hear of it. */
const nextUnhandledRejection = async (): Promise<unknown> => {
  const listeners = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  try {
    return await new Promise((resolve) => process.once('unhandledRejection', resolve))
  } finally {
    for (const listener of listeners) process.on('unhandledRejection', listener)
  }
}

describe('tokens', () => {
  it.each([
    ['an unknown bot token', { botToken: 'xoxb-wrong' }, 'invalid_auth'],
    ['the app token as bot token', 'app as bot', 'not_allowed_token_type'],
    ['an unknown app token', { appToken: 'xapp-wrong' }, 'invalid_auth'],
  ] as const)('refuses %s', async (_, given, error) => {
    const loopback = await openLoopback()
    const options = given === 'app as bot' ? { botToken: loopback.credentials.appToken } : given
    const { open } = prepareApp(loopback, options)
    await expect(open()).rejects.toMatchObject({ data: { error } })
    expect(violationsOf(loopback)).toEqual([error])
  })
})
