import { webApi } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPostOnce } from '../../src/slack/post-once.js'
import { type Call, createTinySlack, type TinySlack } from './tiny-slack.js'

const MESSAGE = { channel: 'C1', thread_ts: '1.1', text: 'CRI-O uses runC.' }
const FAILED = { status: 500, body: {} }

let slack: TinySlack
let posts: number

beforeEach(async () => {
  slack = await createTinySlack()
  posts = 0
})

afterEach(() => slack.close())

/** Slack's answers to one post after the other; after these, every post is taken. */
const answers = (...given: readonly ReturnType<TinySlack['answer']>[]): void => {
  slack.answer = ({ method }: Call) => (method === 'chat.postMessage' ? given[posts++] : undefined)
}

const poster = () => {
  const once = new webApi.WebClient('xoxb-1', {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  })
  return createPostOnce({ once, pause: 1 })
}

const post = (isThere: () => Promise<boolean>): Promise<unknown> => poster()(isThere)(MESSAGE)

describe('a message', () => {
  it.each([
    ['HTTP 500', FAILED],
    ['an error of its own', { body: { ok: false, error: 'internal_error' } }],
  ])('that Slack took and then answered with %s is not posted again', async (_, answer) => {
    answers(answer)
    await post(async () => true)
    expect(posts).toBe(1)
  })

  it('that is not there is posted again', async () => {
    answers(FAILED, FAILED)
    await post(async () => false)
    expect(posts).toBe(3)
  })

  it('that is there late is looked for after every failure', async () => {
    answers(FAILED, FAILED, FAILED)
    let looked = 0
    await post(async () => ++looked === 2)
    expect(posts).toBe(2)
  })

  it('that cannot be looked for is not posted again before it can', async () => {
    answers(FAILED)
    let looked = 0
    await post(async () => {
      if (++looked < 4) throw new Error('fetch failed')
      return true
    })
    expect({ posts, looked }).toEqual({ posts: 1, looked: 4 })
  })

  it('waits out a rate limit without looking, for then it was not taken', async () => {
    answers({ status: 429, headers: { 'retry-after': '0' }, body: { ok: false, error: 'ratelimited' } })
    await post(() => Promise.reject(new Error('looked')))
    expect(posts).toBe(2)
  })

  it('waits its turn, however many are to be posted in a channel that takes one at a time', async () => {
    let arrived = 0
    slack.answer = ({ method }: Call) =>
      method === 'chat.postMessage' && arrived++ % 10 > 0
        ? { status: 429, headers: { 'retry-after': '0' }, body: { ok: false, error: 'ratelimited' } }
        : undefined
    const postOnce = poster()(async () => false)
    const texts = Array.from({ length: 10 }, (_, i) => `answer ${i}`)
    const other = { ...MESSAGE, channel: 'C2', text: 'elsewhere' }
    const posted = await Promise.all([...texts.map((text) => postOnce({ ...MESSAGE, text })), postOnce(other)])
    expect(posted).toHaveLength(11)
    expect(posted.every((answer) => typeof answer === 'object')).toBe(true)
  })

  it('that Slack refuses is not tried again', async () => {
    answers({ body: { ok: false, error: 'not_in_channel' } })
    await expect(post(async () => false)).rejects.toThrow('not_in_channel')
    expect(posts).toBe(1)
  })

  it('is given up after six tries', async () => {
    answers(...Array.from({ length: 9 }, () => FAILED))
    await expect(post(async () => false)).rejects.toThrow('500')
    expect(posts).toBe(6)
  })
})
