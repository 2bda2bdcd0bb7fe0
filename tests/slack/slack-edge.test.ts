import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Line } from '../../src/command/line.js'
import { notice, type Reply } from '../../src/command/reply.js'
import { createSlackEdge, type SlackEdge } from '../../src/slack/slack-edge.js'
import { anAnswer } from './replies.js'
import { createTinySlack, eventBody, HELLO, mentionEvent, pressBody, slashBody, type TinySlack } from './tiny-slack.js'

const BOT = 'xoxb-1-secret'
const APP = 'xapp-1-secret'

let slack: TinySlack
let edge: SlackEdge | undefined
let lines: Line[]
let logged: string[]
let dispatch: (line: Line) => Promise<Reply>

const start = async (): Promise<void> => {
  const log = pino({ level: 'info', base: null }, { write: (line: string) => void logged.push(line) })
  edge = createSlackEdge({
    config: { mode: 'socket', botToken: BOT, appToken: APP, command: '/kubecon', apiUrl: slack.apiUrl },
    dispatch: (line) => {
      lines.push(line)
      return dispatch(line)
    },
    log,
  })
  await edge.start()
}

beforeEach(async () => {
  slack = await createTinySlack()
  lines = []
  logged = []
  dispatch = async () => anAnswer()
})

afterEach(async () => {
  await edge?.stop()
  edge = undefined
  await slack.close()
  // Whatever happened, no text and no token is in the log.
  expect(logged.join('')).not.toMatch(/what is CRI-O|runC|secret/)
})

describe('the Slack edge', () => {
  it('answers a mention in its thread, and acknowledges first', async () => {
    // An answer that waits for the acknowledgement never comes if the acknowledgement waits for the answer.
    dispatch = async () => {
      await slack.until(() => slack.acks.some(({ envelope_id }) => envelope_id === id))
      return anAnswer()
    }
    await start()
    const id = slack.send('events_api', eventBody(mentionEvent('what is CRI-O')))
    const [post] = await slack.wait('chat.postMessage')
    expect(post?.body).toMatchObject({ channel: 'C1', thread_ts: '1.1', unfurl_links: 'false', unfurl_media: 'false' })
    expect(post?.body['text']).toMatch(/^what is CRI-O: “CRI-O uses runC/)
    expect(lines).toEqual([
      { text: 'what is CRI-O', person: 'U1', conversation: 'C1', thread: '1.1', workspace: 'T1', open: true },
    ])
  })

  it('answers a slash command for the person alone, with the question restated', async () => {
    await start()
    const id = slack.send('slash_commands', slashBody('what is CRI-O', slack))
    const [answer] = await slack.wait('respond')
    expect(slack.acks).toContainEqual({ envelope_id: id, payload: {} })
    expect(answer?.body).toMatchObject({ response_type: 'ephemeral', replace_original: false })
    expect(JSON.stringify(answer?.body['blocks'])).toContain('You asked: what is CRI-O')
  })

  it('answers what is delivered twice once: the same event, a mention as message too, a replayed command', async () => {
    await start()
    const mention = mentionEvent('what is CRI-O')
    slack.send('events_api', eventBody(mention))
    slack.send('events_api', eventBody(mention), { retry_attempt: 1, retry_reason: 'timeout' })
    slack.send('events_api', eventBody(mention, 'Ev2'))
    slack.send('events_api', eventBody({ ...mention, type: 'message', channel_type: 'channel' }, 'Ev3'))
    slack.send('slash_commands', slashBody('what is CRI-O', slack))
    slack.send('slash_commands', slashBody('what is CRI-O', slack))
    await slack.until(() => slack.acks.length === 6)
    await edge?.stop()
    expect(
      slack.calls
        .filter(({ method }) => /^chat|respond/.test(method))
        .map(({ method }) => method)
        .sort(),
    ).toEqual(['chat.postMessage', 'respond'])
  })

  it('uses each token where it belongs, and asks who it is at the start only', async () => {
    await start()
    const asked = () => slack.calls.filter(({ method }) => method === 'auth.test').length
    const before = asked()
    slack.send('events_api', eventBody(mentionEvent('one', '1.1')))
    slack.send('events_api', eventBody(mentionEvent('two', '1.2'), 'Ev2'))
    await slack.wait('chat.postMessage', 2)
    const tokens = new Set(slack.calls.map(({ method, token }) => `${method} ${token}`))
    expect([...tokens].sort()).toEqual([`apps.connections.open ${APP}`, `auth.test ${BOT}`, `chat.postMessage ${BOT}`])
    expect(asked()).toBe(before)
  })

  it('ignores its own echo and other bots', async () => {
    await start()
    slack.send('events_api', eventBody(mentionEvent('hi', '1.1', { user: 'U0BOT', bot_id: 'B0BOT' })))
    slack.send('events_api', eventBody(mentionEvent('hi', '1.2', { bot_id: 'B2' }), 'Ev2'))
    await slack.until(() => slack.acks.length === 2)
    await edge?.stop()
    expect(lines).toEqual([])
  })

  it('says so when answering fails', async () => {
    dispatch = () => Promise.reject(new Error('broken'))
    await start()
    slack.send('slash_commands', slashBody('what is CRI-O', slack))
    const [sorry] = await slack.wait('respond')
    expect(sorry?.body['text']).toMatch(/^Something failed on my side \(ref [0-9a-f]{6}\)/)
  })

  it('sends the plain form where Slack refuses the blocks', async () => {
    slack.answer = ({ body }) => (body['blocks'] ? { body: { ok: false, error: 'invalid_blocks' } } : undefined)
    await start()
    slack.send('events_api', eventBody(mentionEvent('what is CRI-O')))
    const posts = await slack.wait('chat.postMessage', 2)
    expect(posts[1]?.body).toMatchObject({ channel: 'C1', thread_ts: '1.1', text: posts[0]?.body['text'] })
    expect(posts[1]?.body).not.toHaveProperty('blocks')
  })

  it.each([
    ['with an error', { status: 400, body: { ok: false, error: 'invalid_blocks' } }],
    ['in a success', { status: 200, body: { ok: false, error: 'msg_blocks_too_long' } }],
  ])('sends the plain form where a response_url refuses the blocks %s', async (_, refusal) => {
    slack.answer = ({ body }) => (body['blocks'] ? refusal : undefined)
    await start()
    slack.send('slash_commands', slashBody('what is CRI-O', slack))
    const answers = await slack.wait('respond', 2)
    expect(answers[1]?.body).toMatchObject({ response_type: 'ephemeral', text: answers[0]?.body['text'] })
    expect(answers[1]?.body).not.toHaveProperty('blocks')
  })

  it('writes to the person where it may not post', async () => {
    slack.answer = ({ method, body }) =>
      method === 'chat.postMessage' && body['channel'] === 'C1'
        ? { body: { ok: false, error: 'not_in_channel' } }
        : undefined
    await start()
    slack.send('events_api', eventBody(mentionEvent('what is CRI-O')))
    const posts = await slack.wait('chat.postMessage', 2)
    expect(posts.map(({ body }) => body['channel'])).toEqual(['C1', 'U1'])
  })

  it('finds another way when the response_url is dead', async () => {
    slack.answer = ({ method }) => (method === 'respond' ? { status: 404 } : undefined)
    await start()
    slack.send('slash_commands', slashBody('what is CRI-O', slack))
    const [post] = await slack.wait('chat.postEphemeral')
    expect(post?.body).toMatchObject({ channel: 'C1', user: 'U1' })
  })

  it.each([
    ['a rate limit', { status: 429, headers: { 'retry-after': '1' } }],
    ['a failure of Slack', { status: 500 }],
  ])(
    'tries again after %s',
    async (_, failure) => {
      let failures = 0
      slack.answer = ({ method }) => (/^chat|respond/.test(method) && failures++ < 1 ? failure : undefined)
      await start()
      slack.send('events_api', eventBody(mentionEvent('what is CRI-O')))
      await slack.wait('chat.postMessage', 2)
      slack.send('slash_commands', slashBody('what is CRI-O', slack))
      await slack.wait('respond', 1)
      await edge?.stop()
      expect(logged.filter((line) => line.includes('"answered"'))).toHaveLength(2)
    },
    30_000,
  )

  it.each(['respond', 'chat.postEphemeral'])(
    'waits as often as Slack asks before the answer to a command (%s)',
    async (slow) => {
      let asked = 0
      slack.answer = ({ method }) => {
        if (method === slow && asked++ < 8) return { status: 429, headers: { 'retry-after': '0' } }
        return method === 'respond' && slow !== 'respond' ? { status: 404 } : undefined
      }
      await start()
      slack.send('slash_commands', slashBody('what is CRI-O', slack))
      const answers = await slack.wait(slow, 9)
      await edge?.stop()
      expect(answers.at(-1)?.body).toMatchObject({ text: expect.stringContaining('CRI-O uses runC') })
      expect(answers).toHaveLength(9)
      expect(logged.filter((line) => line.includes('"answered"'))).toHaveLength(1)
      expect(logged.join('')).not.toContain('"level":50')
    },
  )

  it('turns the page in place of the message', async () => {
    dispatch = async ({ text }) => anAnswer(text === 'more' ? { from: 1 } : {})
    await start()
    slack.send('interactive', pressBody({ action_id: 'page:next', value: '1 ask what is CRI-O' }, slack))
    const [update] = await slack.wait('chat.update')
    expect(update?.body).toMatchObject({ channel: 'C1', ts: '2.2' })
    expect(JSON.stringify(update?.body['blocks'])).toContain('passage 2 of 7')
    slack.send(
      'interactive',
      pressBody({ action_id: 'page:next', value: '1 ask what is CRI-O' }, slack, { ephemeral: true, trigger: 'p2' }),
    )
    const [answer] = await slack.wait('respond')
    expect(answer?.body).toMatchObject({ replace_original: true })
  })

  it('leaves the message as it is when there is no such page, and says why beside it', async () => {
    dispatch = async () => notice('That was all.')
    await start()
    slack.send('interactive', pressBody({ action_id: 'page:next', value: '3 ask what is CRI-O' }, slack))
    const [post] = await slack.wait('chat.postMessage')
    expect(post?.body).toMatchObject({ thread_ts: '1.1', text: 'That was all.' })
  })

  it('answers a suggestion in the thread, and tells of a button that does not work any more', async () => {
    await start()
    slack.send('interactive', pressBody({ action_id: 'ask:0', value: 'ask Calico' }, slack))
    slack.send('interactive', pressBody({ action_id: 'nonsense', value: 'x' }, slack, { trigger: 'p2' }))
    const posts = await slack.wait('chat.postMessage', 2)
    expect(JSON.stringify(posts[0]?.body['blocks'])).toContain('Asked: Calico')
    expect(posts[1]?.body['text']).toMatch(/^This button does not work any more/)
    expect(lines.map(({ text }) => text)).toEqual(['ask Calico'])
  })

  it('answers in order within a thread', async () => {
    dispatch = async ({ text }) => {
      if (text === 'slow') await setTimeout(100)
      return notice(text)
    }
    await start()
    slack.send('events_api', eventBody(mentionEvent('slow', '1.1')))
    slack.send('events_api', eventBody(mentionEvent('fast', '1.2', { thread_ts: '1.1' }), 'Ev2'))
    slack.send('events_api', eventBody(mentionEvent('other', '1.3'), 'Ev3'))
    const posts = await slack.wait('chat.postMessage', 3)
    expect(posts.map(({ body }) => body['text'])).toEqual(['other', 'slow', 'fast'])
  })

  it('acknowledges a burst before it works on it', async () => {
    dispatch = async () => {
      for (const end = performance.now() + 5; performance.now() < end; );
      return notice('x')
    }
    await start()
    const sent = performance.now()
    for (let i = 0; i < 300; i++) slack.send('events_api', eventBody(mentionEvent('hi', `1.${i}`), `Ev${i}`))
    await slack.until(() => slack.acks.length === 300)
    // 300 answers take 1.5 seconds at least.
    expect(performance.now() - sent).toBeLessThan(1200)
    await slack.wait('chat.postMessage', 300)
  })

  it('brings answers in work to their end when it stops', async () => {
    dispatch = async () => {
      await setTimeout(300)
      return notice('done')
    }
    await start()
    slack.send('events_api', eventBody(mentionEvent('hi')))
    await slack.until(() => lines.length === 1)
    await edge?.stop()
    expect(slack.calls.at(-1)).toMatchObject({ method: 'chat.postMessage', body: { text: 'done' } })
    await slack.until(() => slack.sockets.length === 0)
  })
})

describe('the connection to Slack', () => {
  it('is two sockets, and each comes back', async () => {
    await start()
    await slack.until(() => slack.sockets.length === 2)
    const [first] = slack.sockets
    first?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: {} }))
    await slack.until(() => first?.readyState === 3)
    // The other one takes what comes meanwhile.
    slack.send('events_api', eventBody(mentionEvent('what is CRI-O')))
    await slack.wait('chat.postMessage')
    await slack.until(() => slack.sockets.length === 2)
    for (const socket of slack.sockets) socket.terminate()
    await slack.until(() => slack.sockets.length === 2)
  })

  it('outlives a Slack that cannot be reached for a while', async () => {
    await start()
    await slack.until(() => slack.sockets.length === 2)
    let refused = 0
    slack.answer = ({ method }) =>
      method === 'apps.connections.open' && refused++ < 6 ? { body: { ok: false, error: 'internal_error' } } : undefined
    for (const socket of slack.sockets) socket.terminate()
    await slack.until(() => refused > 6)
    await slack.until(() => slack.sockets.length === 2)
    slack.send('events_api', eventBody(mentionEvent('what is CRI-O')))
    await slack.wait('chat.postMessage')
  })

  it('does not hammer a Slack that hangs up at once', async () => {
    await start()
    await slack.until(() => slack.sockets.length === 2)
    slack.greet = (socket) => {
      socket.send(HELLO)
      socket.close()
    }
    const before = slack.calls.length
    for (const socket of slack.sockets) socket.terminate()
    await setTimeout(1500)
    const tries = slack.calls.length - before
    expect(tries).toBeGreaterThan(2)
    expect(tries).toBeLessThan(12)
  })

  it('survives what it cannot take: app_rate_limited, unknown envelopes, malformed frames', async () => {
    await start()
    slack.send('events_api', { type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1, api_app_id: 'A1' })
    slack.send('teleport', { anything: true })
    for (const socket of slack.sockets) socket.send(JSON.stringify({ type: 'app_rate_limited', team_id: 'T1' }))
    slack.send('events_api', eventBody({ type: 'message' }))
    slack.send('slash_commands', { command: '/kubecon' })
    slack.send('interactive', { type: 'block_actions', actions: [] })
    for (const socket of slack.sockets) {
      socket.send('no JSON')
      socket.send(Buffer.from([1, 2, 3]))
    }
    slack.send('events_api', eventBody(mentionEvent('what is CRI-O'), 'Ev2'))
    await slack.wait('chat.postMessage')
    await edge?.stop()
    expect(slack.calls.filter(({ method }) => /^chat|respond/.test(method))).toHaveLength(1)
    expect(logged.join('')).toContain('could not take a message from Slack')
  })

  it.each([
    [
      'bot',
      'auth.test',
      'invalid_auth',
      /^SLACK_BOT_TOKEN: Slack does not know this token \(invalid_auth\)\. Take it again from api\.slack\.com/,
    ],
    ['bot', 'auth.test', 'account_inactive', /^SLACK_BOT_TOKEN: the app was removed/],
    [
      'app',
      'apps.connections.open',
      'not_allowed_token_type',
      /^SLACK_APP_TOKEN: Slack takes another kind of token here/,
    ],
    ['app', 'apps.connections.open', 'missing_scope', /^SLACK_APP_TOKEN: this token lacks a permission/],
  ])('does not start with a wrong %s token: %s says %s', async (_, method, error, expected) => {
    slack.answer = (call) => (call.method === method ? { body: { ok: false, error } } : undefined)
    await expect(start()).rejects.toThrow(expected)
    expect(slack.sockets).toHaveLength(0)
  })
})
