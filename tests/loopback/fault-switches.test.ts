import { describe, expect, it } from 'vitest'
import type { Loopback } from '../../src/loopback/loopback.js'
import { callMethod, DIRECT, GENERAL, openLoopback, YOU } from './loopback-suite.js'
import { openSocket } from './socket-client.js'

const post = async ({ url }: Loopback, path: string, body: unknown): Promise<number> => {
  const headers = { 'content-type': 'application/json', connection: 'close' }
  return (await fetch(`${url}/page/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).status
}

const MESSAGE = { channel: GENERAL, text: 'x' }

describe('the switches of the page', () => {
  it('429: refuse every call of the bot until they are off, and say when to try again', async () => {
    const loopback = await openLoopback()
    expect(await post(loopback, 'fault', { name: 'rate_limited', on: true })).toBe(204)
    for (const text of ['one', 'two'])
      expect(await callMethod(loopback, 'chat.postMessage', { ...MESSAGE, text })).toMatchObject({
        error: 'ratelimited',
      })
    expect(await post(loopback, 'fault', { name: 'rate_limited', on: false })).toBe(204)
    expect(await callMethod(loopback, 'chat.postMessage', MESSAGE)).toMatchObject({ ok: true })
    expect(loopback.journal.entries.map(({ status, retryAfter }) => [status, retryAfter])).toEqual([
      [429, 2],
      [429, 2],
      [200, undefined],
    ])
  })

  it('leave the connecting alone, without which there is no bot to look at', async () => {
    const loopback = await openLoopback()
    await post(loopback, 'fault', { name: 'rate_limited', on: true })
    expect(await callMethod(loopback, 'auth.test', {})).toMatchObject({ ok: true })
    expect((await openSocket(loopback)).hello.type).toBe('hello')
  })

  it('slow: hold the answer back', async () => {
    const loopback = await openLoopback()
    await post(loopback, 'fault', { name: 'slow', on: true })
    const answer = callMethod(loopback, 'chat.postMessage', MESSAGE).catch(() => 'never')
    await loopback.journal.until(({ kind, name }) => kind === 'held' && name === 'chat.postMessage')
    expect(loopback.workspace.messages(GENERAL)).toEqual([])
    await loopback.close()
    expect(await answer).toBe('never')
  })

  it('twice: deliver each event two times', async () => {
    const loopback = await openLoopback()
    const socket = await openSocket(loopback)
    await post(loopback, 'fault', { name: 'duplicate', on: true })
    const saying = loopback.say({ channel: DIRECT, user: YOU, text: 'x' })
    const envelopes = [await socket.next(), await socket.next()]
    for (const envelope of envelopes) socket.ack(envelope)
    await saying
    const [first, second] = envelopes.map(({ payload }) => payload?.['event_id'])
    expect(first).toBe(second)
  })

  it('disconnect: ask the bot to connect anew', async () => {
    const loopback = await openLoopback()
    const socket = await openSocket(loopback)
    expect(await post(loopback, 'disconnect', {})).toBe(204)
    expect(await socket.next()).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' })
  })

  it('are known by name', async () => {
    expect(await post(await openLoopback(), 'fault', { name: 'meteor', on: true })).toBe(400)
  })
})
