import { webApi } from '@slack/bolt'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLoopback, type Loopback } from '../../src/loopback/loopback.js'
import { replyMark, wasReplied } from '../../src/slack/reply-mark.js'
import { BOT_SCOPES } from '../../src/slack/scopes.js'
import { GENERAL, YOU } from '../support/slack-people.js'

let slack: Loopback

beforeEach(async () => {
  slack = await createLoopback({ scopes: BOT_SCOPES })
})

afterEach(() => slack.close())

describe('a reply', () => {
  it('is found in a thread of hundreds of messages, and only by what it answers', async () => {
    const client = new webApi.WebClient(slack.credentials.botToken, { slackApiUrl: slack.apiUrl })
    const post = (text: string, thread?: string) =>
      slack.workspace.post({ channel: GENERAL, user: YOU, text, ...(thread !== undefined && { thread }) })
    const { ts: thread } = post('the first')
    for (let i = 0; i < 250; i++) post(`message ${i}`, thread)
    const { ts } = post('@kubecon what is CRI-O', thread)
    const said = (keys: readonly string[]) => ({
      line: { text: 'what is CRI-O', person: YOU, conversation: GENERAL, thread },
      place: { kind: 'post', channel: GENERAL, thread, person: YOU } as const,
      keys,
    })
    const keys = [`message ${GENERAL} ${ts}`, 'event Ev1']
    const isReplied = (keys: readonly string[]) => wasReplied(said(keys), client, pino({ enabled: false }))
    expect(await isReplied(keys)).toBe(false)
    await client.chat.postMessage({ channel: GENERAL, thread_ts: thread, text: 'CRI-O', metadata: replyMark(keys) })
    expect(await isReplied(keys)).toBe(true)
    expect(await isReplied([`message ${GENERAL} ${ts}1`])).toBe(false)
  })
})
