import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventPayload } from '../../src/loopback/event-payload.js'
import type { JsonObject } from '../../src/loopback/json.js'
import { BOT_SCOPES } from '../../src/slack/scopes.js'
import { type EmulatedSlack, openEmulatedSlack } from '../support/emulated-slack.js'
import { FORM_TYPE, JSON_TYPE, sendSigned } from '../support/http-relay.js'
import { type StartedKubecon, startKubecon } from '../support/start-kubecon.js'

const QUESTION = 'what is CRI-O'

interface Said {
  readonly ts?: string
  readonly user?: string
  readonly text?: string
  readonly thread_ts?: string
  readonly blocks?: readonly object[]
}

let slack: EmulatedSlack
let bot: StartedKubecon
let port: number

beforeAll(async () => {
  slack = await openEmulatedSlack([...BOT_SCOPES, 'channels:history', 'channels:join', 'im:history'])
  const { botToken, signingSecret } = slack.credentials
  const env = { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: slack.apiUrl, PORT: '0' }
  bot = await startKubecon(env)
  const { address } = await bot.untilLogged(({ msg }) => msg === 'listening for Slack')
  port = (address as { port: number }).port
})

afterAll(async () => {
  const { code } = await bot.stop()
  await slack.close()
  expect(code).toBe(0)
})

const send = async (contentType: string, body: string): Promise<void> => {
  const { status } = await sendSigned({ contentType, body }, { secret: slack.credentials.signingSecret }, port)
  expect(status).toBe(200)
}

/** Mara writes something, of which the bot is told, as this peer tells nobody. */
const say = async (channel: string, text: string, more: JsonObject = {}): Promise<string> => {
  const { ts = '' } = await slack.mara.chat.postMessage({ channel, text, ...more })
  const isMention = channel === slack.ids.general
  const event = {
    type: isMention ? 'app_mention' : 'message',
    ...(!isMention && { channel_type: 'im' }),
    user: slack.ids.mara,
    text,
    ts,
    channel,
    event_ts: ts,
    ...more,
  }
  await send(JSON_TYPE, JSON.stringify(eventPayload(event, slack.credentials, Date.now())))
  return ts
}

/** What the peer has kept of a thread, once there are so many messages. */
const thread = async (channel: string, ts: string, count = 2): Promise<readonly Said[]> => {
  const read = async () => (await slack.mara.conversations.replies({ channel, ts })).messages ?? []
  await expect.poll(async () => (await read()).length, { timeout: 15_000 }).toBe(count)
  return read()
}

const mention = (text: string, more?: JsonObject) =>
  say(slack.ids.general, `<@${slack.credentials.botUserId}> ${text}`, more)

describe('with the Web API of somebody else', () => {
  it('starts: the token is accepted, and says who the bot is', async () => {
    expect(await slack.bot.auth.test()).toMatchObject({ ok: true, user_id: slack.credentials.botUserId })
    expect(bot.isRunning).toBe(true)
  })

  it('answers a mention in its thread, with its quotations', async () => {
    const ts = await mention(QUESTION)
    const [, answer] = await thread(slack.ids.general, ts)
    expect(answer).toMatchObject({ thread_ts: ts, user: slack.credentials.botUserId })
    expect(answer?.text).toContain('CRI-O')
    expect(JSON.stringify(answer?.blocks)).toMatch(/austin-2017-\w+, lines? \d/)
  })

  it('goes on in the thread', async () => {
    const ts = await mention(QUESTION)
    await thread(slack.ids.general, ts)
    await mention('who presented it?', { thread_ts: ts })
    const said = await thread(slack.ids.general, ts, 4)
    expect(JSON.stringify(said.at(-1)?.blocks)).toContain('Mrunal Patel')
  })

  it('answers a direct message', async () => {
    const ts = await say(slack.ids.direct, 'who presented the Vault session')
    const [, answer] = await thread(slack.ids.direct, ts)
    expect(JSON.stringify(answer?.blocks)).toContain('Armon Dadgar')
  })

  it('turns the page of its message in place', async () => {
    const { mara, general } = slack.ids
    const ts = await mention(QUESTION)
    const [, first] = await thread(general, ts)
    const { teamId, appId } = slack.credentials
    const buttons = first?.blocks?.flatMap((block) => ('elements' in block ? block.elements : [])) as JsonObject[]
    const button = buttons.find(({ action_id }) => action_id === 'page:next')
    expect(button).toBeDefined()
    const payload = {
      type: 'block_actions',
      user: { id: mara, username: 'mara', name: 'mara', team_id: teamId },
      api_app_id: appId,
      token: 'x',
      container: { type: 'message', message_ts: first?.ts, channel_id: general, is_ephemeral: false, thread_ts: ts },
      trigger_id: `1.2.${ts}`,
      team: { id: teamId, domain: 'emulated' },
      enterprise: null,
      is_enterprise_install: false,
      channel: { id: general, name: 'reports' },
      message: { type: 'message', ...first },
      state: { values: {} },
      // A peer without these: what the bot can do without it must do.
      response_url: `${slack.apiUrl}nowhere`,
      actions: [{ ...button, block_id: 'row', action_ts: ts }],
    }
    await send(FORM_TYPE, new URLSearchParams({ payload: JSON.stringify(payload) }).toString())
    const shown = async () => (await thread(general, ts)).at(1)
    await expect.poll(async () => (await shown())?.text, { timeout: 15_000 }).not.toBe(first?.text)
    expect((await shown())?.ts).toBe(first?.ts)
  })

  it('logs what it did, and nothing as wrong', () => {
    const levels = [...bot.err.matchAll(/^{"level":(\d+)/gm)].map(([, level]) => Number(level))
    expect(levels.length).toBeGreaterThan(0)
    expect(Math.max(...levels)).toBeLessThan(40)
  })
})
