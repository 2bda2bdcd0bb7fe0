import { createHmac } from 'node:crypto'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Line } from '../../src/command/line.js'
import { notice } from '../../src/command/reply.js'
import { createSlackEdge, type SlackEdge } from '../../src/slack/slack-edge.js'
import { createTinySlack, eventBody, mentionEvent, pressBody, slashBody, type TinySlack } from './tiny-slack.js'

const SECRET = '0123456789abcdef0123456789abcdef'

let slack: TinySlack
let edge: SlackEdge
let url: string
let lines: Line[]

beforeEach(async () => {
  slack = await createTinySlack()
  lines = []
  let port = 0
  const readPort = (line: string): void => {
    port = JSON.parse(line).address?.port ?? port
  }
  const log = pino({ base: null }, { write: readPort })
  edge = createSlackEdge({
    config: {
      mode: 'http',
      botToken: 'xoxb-1',
      signingSecret: SECRET,
      port: 0,
      command: '/kubecon',
      apiUrl: slack.apiUrl,
    },
    dispatch: async (line) => {
      lines.push(line)
      return notice('done')
    },
    log,
  })
  await edge.start()
  url = `http://127.0.0.1:${port}/slack/events`
})

afterEach(async () => {
  await edge.stop()
  await slack.close()
})

const JSON_TYPE = 'application/json'
const FORM_TYPE = 'application/x-www-form-urlencoded'
const form = (fields: object): string => new URLSearchParams(Object.entries(fields)).toString()

const send = (body: string, type: string, { secret = SECRET, age = 0, signed = true } = {}): Promise<number> => {
  const time = Math.floor(Date.now() / 1000) - age
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex')}`
  const headers = signed ? { 'x-slack-signature': signature, 'x-slack-request-timestamp': String(time) } : undefined
  return fetch(url, { method: 'POST', body, headers: { 'content-type': type, ...headers } }).then(
    ({ status }) => status,
  )
}

describe('the Slack edge over HTTP', () => {
  it('answers a mention, a command and a button', async () => {
    expect(await send(JSON.stringify(eventBody(mentionEvent('hi'))), JSON_TYPE)).toBe(200)
    await slack.wait('chat.postMessage')
    expect(await send(form(slashBody('hi', slack)), FORM_TYPE)).toBe(200)
    await slack.wait('respond')
    const press = JSON.stringify(pressBody({ action_id: 'ask:0', value: 'ask Calico' }, slack))
    expect(await send(form({ payload: press }), FORM_TYPE)).toBe(200)
    await slack.wait('chat.postMessage', 2)
    expect(lines.map(({ text }) => text)).toEqual(['hi', 'hi', 'ask Calico'])
  })

  it('answers a replayed request once', async () => {
    const body = form(slashBody('hi', slack))
    expect([await send(body, FORM_TYPE), await send(body, FORM_TYPE)]).toEqual([200, 200])
    await slack.wait('respond')
    expect(lines).toHaveLength(1)
  })

  it.each([
    ['forged', { secret: SECRET.replace('0', '1') }],
    ['stale', { age: 6 * 60 }],
    ['unsigned', { signed: false }],
  ])('refuses a %s request', async (_, how) => {
    expect(await send(form(slashBody('hi', slack)), FORM_TYPE, how)).toBe(401)
    expect(lines).toEqual([])
  })

  it.each([
    ['no JSON', '{', JSON_TYPE, 400],
    ['a button of no JSON', form({ payload: '{' }), FORM_TYPE, 400],
    ['null', 'null', JSON_TYPE, 400],
    ['a list', '[]', JSON_TYPE, 400],
    ['a list of events', JSON.stringify([eventBody(mentionEvent('hi'))]), JSON_TYPE, 400],
    ['a number', '7', JSON_TYPE, 400],
    ['a text', '"x"', JSON_TYPE, 400],
    ['a button that is null', form({ payload: 'null' }), FORM_TYPE, 400],
    ['a body of more than four megabytes', `"${'x'.repeat(4_200_000)}"`, JSON_TYPE, 413],
  ])('refuses %s and goes on', async (_, body, type, status) => {
    expect(await send(body, type)).toBe(status)
    expect(await send(form(slashBody('hi', slack)), FORM_TYPE)).toBe(200)
  })

  it('tells strangers nothing of what is in their body', async () => {
    for (const body of ['null', '[]', '{}']) expect(await send(body, JSON_TYPE, { signed: false })).toBe(401)
  })

  it('cannot start on a port that is taken, and says which variable to change', async () => {
    const second = createSlackEdge({
      config: {
        mode: 'http',
        botToken: 'xoxb-1',
        signingSecret: SECRET,
        port: Number(new URL(url).port),
        command: '/k',
        apiUrl: slack.apiUrl,
      },
      dispatch: async () => notice('x'),
      log: pino({ enabled: false }),
    })
    await expect(second.start()).rejects.toThrow(/^PORT: the bot cannot listen on \d+/)
  })
})
