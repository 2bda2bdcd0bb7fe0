import { webApi } from '@slack/bolt'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDigestAccess } from '../../src/slack/digest/digest-access.js'
import { createOwnAccount } from '../../src/slack/own-account.js'
import { createPostMarked } from '../../src/slack/post-marked.js'
import { createTinySlack, type TinySlack } from './tiny-slack.js'

let slack: TinySlack

beforeEach(async () => {
  slack = await createTinySlack()
})

afterEach(() => slack.close())

const open = () => {
  const client = new webApi.WebClient('xoxb-1', { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } })
  const log = pino({ enabled: false })
  const post = createPostMarked({ once: client, log, now: Date.now })
  return createDigestAccess({ once: client, patient: client, post, account: createOwnAccount(client, log) }, log)
}
const canPost = (channel: string): Promise<boolean> => open().canPost(channel)

describe('a digest in a direct message', () => {
  it('can be posted where the bot may read', async () => {
    expect(await canPost('D1')).toBe(true)
  })

  it('cannot be posted between two people', async () => {
    slack.answer = () => ({ body: { ok: false, error: 'channel_not_found' } })
    expect(await canPost('D2')).toBe(false)
  })

  it('is not refused because Slack is in trouble', async () => {
    slack.answer = () => ({ body: { ok: false, error: 'internal_error' } })
    expect(await canPost('D1')).toBe(true)
  })
})

describe('an invitation', () => {
  it('has the name that the bot has in Slack, as soon as Slack tells it', async () => {
    const { invite } = open()
    slack.answer = () => ({ body: { ok: false, error: 'internal_error' } })
    expect(await invite()).toBe('/invite and my name')
    slack.answer = () => ({ body: { ok: true, user: 'trip_reports', team_id: 'T1' } })
    expect(await invite()).toBe('/invite @trip_reports')
  })
})
