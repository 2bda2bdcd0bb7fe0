import { describe, expect, it } from 'vitest'
import type { Loopback } from '../../src/loopback/loopback.js'
import { GENERAL, openLoopback, textsIn, violationsOf, YOU } from './loopback-suite.js'
import { type Frame, openSocket } from './socket-client.js'

/** A response_url, as it comes with a slash command. */
const responseUrlOf = async (loopback: Loopback): Promise<string> => {
  const socket = await openSocket(loopback)
  const sent = loopback.slash({ channel: GENERAL, user: YOU, command: '/kubecon', text: '' })
  const envelope: Frame = await socket.next()
  socket.ack(envelope)
  await sent
  return String(envelope.payload?.['response_url'])
}

const post = async (url: string, body: unknown): Promise<[number, unknown]> => {
  const response = await fetch(url, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) })
  return [response.status, await response.json()]
}

describe('response_url', () => {
  it('is good for five uses', async () => {
    const loopback = await openLoopback()
    const url = await responseUrlOf(loopback)
    for (const text of ['1', '2', '3', '4', '5']) expect(await post(url, { text })).toEqual([200, { ok: true }])
    expect(await post(url, { text: '6' })).toEqual([404, { ok: false, error: 'used_url' }])
    expect(textsIn(loopback, GENERAL)).toEqual(['1', '2', '3', '4', '5'])
    expect(violationsOf(loopback)).toEqual(['used_url'])
  })

  it('is good for thirty minutes', async () => {
    let time = 1_800_000_000_000
    const loopback = await openLoopback({ now: () => time })
    const url = await responseUrlOf(loopback)
    time += 30 * 60_000
    expect(await post(url, { text: 'just so' })).toEqual([200, { ok: true }])
    time += 1
    expect(await post(url, { text: 'too late' })).toEqual([404, { ok: false, error: 'expired_url' }])
    expect(violationsOf(loopback)).toEqual(['expired_url'])
  })

  it('is for the person alone, unless it says otherwise', async () => {
    const loopback = await openLoopback()
    const url = await responseUrlOf(loopback)
    await post(url, { text: 'alone' })
    await post(url, { text: 'for all', response_type: 'in_channel' })
    expect(loopback.workspace.messages(GENERAL).map(({ text, viewer }) => [text, viewer])).toEqual([
      ['alone', YOU],
      ['for all', undefined],
    ])
  })

  it.each([
    ['what is no JSON', '{', 'invalid_payload'],
    ['what is no object', '[]', 'invalid_payload'],
    ['nothing', {}, 'no_text'],
    ['broken blocks', { blocks: [{ type: 'x' }] }, 'invalid_blocks'],
    ['an unknown kind of response', { text: 'x', response_type: 'loud' }, 'invalid_response_type'],
  ])('refuses %s', async (_, body, error) => {
    const loopback = await openLoopback()
    const url = await responseUrlOf(loopback)
    expect(await post(url, body)).toMatchObject([400, { ok: false, error }])
    expect(violationsOf(loopback)).toEqual([error])
    expect(textsIn(loopback, GENERAL)).toEqual([])
  })

  it('that was never given out leads nowhere', async () => {
    const loopback = await openLoopback()
    expect(await post(`${loopback.url}/respond/guess`, { text: 'x' })).toMatchObject([404, { error: 'unknown_url' }])
  })
})
