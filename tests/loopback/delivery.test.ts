import { describe, expect, it } from 'vitest'
import { createLoopback } from '../../src/loopback/loopback.js'
import { DIRECT, GENERAL, openLoopback, textsIn, violationsOf, YOU } from './loopback-suite.js'
import { openSocket } from './socket-client.js'

const COMMAND = { channel: GENERAL, user: YOU, command: '/kubecon', text: '' }
const HELLO = { channel: DIRECT, user: YOU, text: 'hello' }

describe('delivery', () => {
  it('counts an acknowledgement after the time as a violation, and tells the person of the failure', async () => {
    const loopback = await openLoopback({ ackWithin: 20 })
    const socket = await openSocket(loopback)
    await loopback.slash(COMMAND)
    expect(textsIn(loopback, GENERAL)).toEqual(['/kubecon failed (`operation_timeout`).'])
    socket.ack(await socket.next())
    await loopback.journal.until(({ kind }) => kind === 'ack')
    expect(violationsOf(loopback)).toEqual(['no_ack', 'late_ack'])
  })

  it('says so when there is nobody to deliver to', async () => {
    const loopback = await openLoopback({ ackWithin: 1 })
    await loopback.slash(COMMAND)
    expect(textsIn(loopback, GENERAL)).toEqual(['/kubecon failed (`dispatch_failed`).'])
    expect(violationsOf(loopback)).toEqual([])
  })

  it('waits for a connection as long as an acknowledgement may take', async () => {
    const loopback = await openLoopback()
    const said = loopback.say(HELLO)
    const socket = await openSocket(loopback)
    socket.ack(await socket.next())
    await said
    expect(violationsOf(loopback)).toEqual([])
  })

  it('delivers an event again that nobody acknowledged, under the same id', async () => {
    const loopback = await openLoopback({ ackWithin: 20, redeliverAfter: [0, 0] })
    const socket = await openSocket(loopback)
    await loopback.say(HELLO)
    const [first, second, third] = [await socket.next(), await socket.next(), await socket.next()]
    expect([first, second, third].map(({ retry_attempt }) => retry_attempt)).toEqual([undefined, 1, 2])
    expect(third.retry_reason).toBe('timeout')
    expect(new Set([first, second, third].map(({ payload }) => payload?.['event_id'])).size).toBe(1)
    expect(new Set([first, second, third].map(({ envelope_id }) => envelope_id)).size).toBe(3)
    await loopback.journal.untilCount(3, ({ kind }) => kind === 'timeout')
    expect(violationsOf(loopback)).toEqual(['no_ack', 'no_ack', 'no_ack'])
  })

  it('does not deliver a command again', async () => {
    const loopback = await openLoopback({ ackWithin: 20, redeliverAfter: [0] })
    await openSocket(loopback)
    await loopback.slash(COMMAND)
    await loopback.slash({ ...COMMAND, text: 'second' })
    expect(loopback.journal.entries.filter(({ kind }) => kind === 'envelope')).toHaveLength(2)
  })

  it('delivers an event twice at once when asked to', async () => {
    const loopback = await openLoopback()
    const socket = await openSocket(loopback)
    loopback.faults.duplicateEvents = true
    const said = loopback.say(HELLO)
    const [first, second] = [await socket.next(), await socket.next()]
    expect(first.payload?.['event_id']).toBe(second.payload?.['event_id'])
    socket.ack(first)
    socket.ack(second)
    await said
    expect(violationsOf(loopback)).toEqual([])
  })

  it.each([
    ['of an envelope that was never sent', { envelope_id: 'x', payload: {} }, 'unknown_envelope'],
    ['without an envelope', { payload: {} }, 'malformed_frame'],
    ['that is no object', [1], 'malformed_frame'],
  ])('notes an acknowledgement %s', async (_, frame, violation) => {
    const loopback = await openLoopback()
    const socket = await openSocket(loopback)
    socket.send(frame)
    await loopback.journal.until((entry) => entry.violation === violation)
    expect(violationsOf(loopback)).toEqual([violation])
  })

  it('notes an envelope acknowledged twice, and an answer where none is taken', async () => {
    const loopback = await openLoopback()
    const socket = await openSocket(loopback)
    const said = loopback.say(HELLO)
    const envelope = await socket.next()
    socket.ack(envelope, { text: 'hi' })
    socket.ack(envelope)
    await said
    await loopback.journal.untilCount(2, ({ kind }) => kind === 'ack')
    expect(violationsOf(loopback)).toEqual(['response_not_accepted', 'acked_twice'])
    expect(textsIn(loopback, DIRECT)).toEqual(['hello'])
  })

  it('refuses an answer in the acknowledgement that Slack would refuse', async () => {
    const loopback = await openLoopback()
    const socket = await openSocket(loopback)
    const sent = loopback.slash(COMMAND)
    socket.ack(await socket.next(), { blocks: [{ type: 'nonsense' }] })
    await sent
    expect(violationsOf(loopback)).toEqual(['invalid_blocks'])
    expect(textsIn(loopback, GENERAL)).toEqual(['/kubecon failed (`invalid_blocks`).'])
  })

  it('survives frames that are no JSON, binary, or too long', async () => {
    const loopback = await openLoopback()
    const socket = await openSocket(loopback)
    socket.sendRaw('{"envelope_id":')
    socket.sendRaw(Buffer.from([1, 2, 3]))
    socket.sendRaw('x'.repeat(1_000_001))
    expect(await socket.closed).toMatchObject([1009, expect.anything()])
    await loopback.journal.until(({ kind, name }) => kind === 'connection' && name === 'close')
    expect(violationsOf(loopback)).toEqual(['malformed_frame', 'binary_frame', 'malformed_frame'])
    const next = await openSocket(loopback)
    expect(next.hello).toMatchObject({ type: 'hello', num_connections: 1 })
  })

  it('takes turns among connections', async () => {
    const loopback = await openLoopback()
    const [one, two] = [await openSocket(loopback), await openSocket(loopback)]
    expect(two.hello.num_connections).toBe(2)
    for (const socket of [one, two, one]) {
      const said = loopback.say(HELLO)
      socket.ack(await socket.next())
      await said
    }
    expect(violationsOf(loopback)).toEqual([])
  })

  it('sends nothing more over a connection that it asked to leave', async () => {
    const loopback = await openLoopback()
    const old = await openSocket(loopback)
    loopback.disconnect('refresh_requested')
    expect(await old.next()).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' })
    const fresh = await openSocket(loopback)
    const said = loopback.say(HELLO)
    fresh.ack(await fresh.next())
    await said
    expect(violationsOf(loopback)).toEqual([])
  })

  it('asks an eleventh connection to leave', async () => {
    const loopback = await openLoopback()
    for (let i = 0; i < 10; i++) await openSocket(loopback)
    const eleventh = await openSocket(loopback)
    expect(eleventh.hello).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' })
    expect(violationsOf(loopback)).toEqual(['too_many_websockets'])
  })

  it('opens again at the same place, for an app that comes back', async () => {
    const first = await createLoopback()
    await openSocket(first)
    await first.close()
    const { credentials } = first
    const again = await openLoopback({ port: Number(new URL(first.url).port), credentials })
    expect(again.url).toBe(first.url)
    expect((await openSocket(again)).hello.type).toBe('hello')
  })

  it('says so when the port is taken', async () => {
    const { url } = await openLoopback()
    await expect(createLoopback({ port: Number(new URL(url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})
