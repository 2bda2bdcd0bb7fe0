import { webApi } from '@slack/bolt'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { withStatus } from '../../src/slack/with-status.js'

const log = pino({ enabled: false })
const direct = { kind: 'post', channel: 'D1', thread: '1.1', person: 'U1' } as const

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A client that writes down what status it was to set. */
const createClient = () => {
  const sent: unknown[] = []
  const client = new webApi.WebClient('xoxb-1', { slackApiUrl: 'http://127.0.0.1:1/' })
  client.assistant.threads.setStatus = async (status) => {
    sent.push(status)
    return { ok: true }
  }
  return { client, sent }
}
const later = (ms: number): Promise<string> => new Promise((resolve) => setTimeout(() => resolve('done'), ms))

describe('a status', () => {
  it.each([
    ['takes longer', direct, 1500, 1],
    ['is done before', direct, 500, 0],
    ['is in a channel', { ...direct, channel: 'C1' }, 1500, 0],
    ['goes to one person in a channel', { ...direct, kind: 'respond', url: '', replace: false } as const, 1500, 0],
  ])('when the work %s', async (_, place, ms, count) => {
    const { client, sent } = createClient()
    const result = withStatus(later(ms), place, client, { log, after: 1000 })
    await vi.advanceTimersByTimeAsync(5000)
    expect(await result).toBe('done')
    expect(sent).toHaveLength(count)
  })

  it('that Slack refuses does not keep the answer back', async () => {
    const { client } = createClient()
    client.assistant.threads.setStatus = () => Promise.reject(new Error('missing_scope'))
    const result = withStatus(later(1500), direct, client, { log, after: 1000 })
    await vi.advanceTimersByTimeAsync(5000)
    expect(await result).toBe('done')
  })
})
