import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../src/loopback/journal.js'
import { createLoopback, type Loopback } from '../../src/loopback/loopback.js'
import {
  COMMAND,
  DIRECT,
  EVERY_MESSAGE,
  GENERAL,
  repliesTo,
  replyTo,
  shown,
  socketMode,
  watchViolations,
  YOU,
} from '../support/slack-people.js'
import { type StartedKubecon, startKubecon } from '../support/start-kubecon.js'

const QUESTION = 'what is CRI-O'
const LONG = `what is CRI-O ${'really '.repeat(6000)}`.slice(0, 40_000)

let slack: Loopback
let bot: StartedKubecon
let violations: () => (string | undefined)[]

beforeAll(async () => {
  slack = await createLoopback(EVERY_MESSAGE)
  violations = watchViolations(slack)
  bot = await startKubecon(socketMode(slack))
})

afterEach(() => expect(violations()).toEqual([]))

afterAll(async () => {
  const { code, err } = await bot.stop()
  await slack.close()
  expect(code).toBe(0)
  // Whatever was said, neither the words nor a token is in the log.
  expect(err).not.toMatch(/CRI-O|capital|really|xoxb-|xapp-/)
})

const ask = (text: string, thread?: string) =>
  slack.say({ channel: GENERAL, user: YOU, text: `@kubecon ${text}`, ...(thread !== undefined && { thread }) })
const tell = (text: string) => slack.say({ channel: DIRECT, user: YOU, text })
const slash = (text: string, command = COMMAND) => slack.slash({ channel: GENERAL, user: YOU, command, text })
const press = ({ channel, ts }: { channel: string; ts: string }, actionId: string) =>
  slack.press({ channel, user: YOU, message: ts, actionId })

describe('the bot in Slack', () => {
  it('answers a slash command for the person alone, with the question restated', async () => {
    const answer = await replyTo(slack, () => slash(QUESTION))
    expect(answer).toMatchObject({ channel: GENERAL, viewer: YOU })
    expect(answer.thread).toBeUndefined()
    expect(shown(answer)).toContain(`You asked: ${QUESTION}`)
    expect(shown(answer)).toMatch(/austin-2017-\w+, lines? \d/)
  })

  it('answers a mention in its thread, for everybody', async () => {
    let asked = ''
    const answer = await replyTo(slack, async () => {
      asked = (await ask(QUESTION)).ts
    })
    expect(answer).toMatchObject({ channel: GENERAL, thread: asked })
    expect(answer.viewer).toBeUndefined()
    expect(shown(answer)).toMatch(/austin-2017-\w+, lines? \d/)
  })

  it('answers a direct message', async () => {
    const answer = await replyTo(slack, () => tell(QUESTION))
    expect(answer.channel).toBe(DIRECT)
    expect(shown(answer)).toMatch(/austin-2017-\w+, lines? \d/)
  })

  it.each([
    ['a command', () => slash(QUESTION)],
    ['a mention', () => ask(QUESTION)],
    ['a direct message', () => tell(QUESTION)],
  ])('turns the page in place after %s, and back', async (_, act) => {
    const first = await replyTo(slack, act)
    const second = await replyTo(slack, () => press(first, 'page:next'))
    expect(second.ts).toBe(first.ts)
    expect(second.text).not.toBe(first.text)
    const back = await replyTo(slack, () => press(second, 'page:previous'))
    expect(back).toMatchObject({ ts: first.ts, text: first.text })
  })

  it('answers a suggestion', async () => {
    const none = await replyTo(slack, () => tell('what is the capital of France'))
    expect(none.text).toMatch(/^No report covers “what is the capital of France”/)
    const listing = await replyTo(slack, () => press(none, 'ask:0'))
    expect(listing.text).toContain('austin-2017-nosek')
  })

  it('tells of a button that does not work any more', async () => {
    const button = { type: 'button', action_id: 'gone:1', text: { type: 'plain_text', text: 'Old' }, value: 'x' }
    const old = slack.workspace.post({
      channel: DIRECT,
      user: slack.workspace.bot.id,
      text: 'old',
      blocks: [{ type: 'actions', block_id: 'old', elements: [button] }],
    })
    const told = await replyTo(slack, () => press(old, 'gone:1'))
    expect(told.text).toBe('This button does not work any more. Please ask again.')
  })

  it('takes a command under another name, and one without words', async () => {
    expect((await replyTo(slack, () => slash('ping', '/other'))).text).toBe('pong')
    expect((await replyTo(slack, () => slash(''))).text).toMatch(/^Ask the conference reports anything/)
  })
})

// What follows in the same conversation is answered after it: were there an answer too many, it would come before.
describe('the bot answers once', () => {
  it('an event that is delivered twice', async () => {
    slack.faults.duplicateEvents = true
    const [answer, next] = await repliesTo(slack, 2, async () => {
      const { ts } = await ask(QUESTION)
      slack.faults.duplicateEvents = false
      await ask('ping', ts)
    })
    expect(answer?.text).toContain('CRI-O')
    expect(next?.text).toBe('pong')
  })

  it('a mention that also arrives as a message', async () => {
    let asked = ''
    const [answer, next] = await repliesTo(slack, 2, async () => {
      asked = (await ask(QUESTION)).ts
      await ask('ping', asked)
    })
    expect(eventsAbout(asked)).toEqual(['app_mention', 'message'])
    expect(answer?.text).toContain('CRI-O')
    expect(next?.text).toBe('pong')
  })

  it('and takes no notice of its own echo', async () => {
    const answer = await replyTo(slack, () => tell(QUESTION))
    expect(answer.text).toContain('CRI-O')
    const isEcho = ({ id }: JournalEntry): boolean => envelopesAbout(answer.ts).some((echo) => echo.id === id)
    await slack.journal.until((entry) => entry.kind === 'ack' && isEcho(entry))
    const next = await replyTo(slack, () => tell('ping'))
    expect(next.text).toBe('pong')
  })
})

describe('the bot takes no notice of', () => {
  it.each([
    ['itself', 'U0KUBECON', { bot_id: 'B0KUBECON' }],
    ['itself without a bot_id', 'U0KUBECON', {}],
    ['another bot', 'U0OTHERBOT', { bot_id: 'B0OTHERBOT' }],
    ['Slackbot', 'USLACKBOT', {}],
  ])('%s, even when it is mentioned', async (_, user, fields) => {
    const text = `<@U0KUBECON> ${QUESTION}`
    const { ts } = slack.workspace.post({ channel: GENERAL, user, text })
    const reply = await replyTo(slack, async () => {
      await slack.event({ type: 'app_mention', channel: GENERAL, user, text, ts, event_ts: ts, ...fields })
      await ask('ping', ts)
    })
    expect(reply).toMatchObject({ text: 'pong', thread: ts })
  })

  it('what another bot says', async () => {
    const reply = await replyTo(slack, async () => {
      const { ts } = await slack.say({ channel: GENERAL, user: 'U0OTHERBOT', text: `@kubecon ${QUESTION}` })
      await ask('ping', ts)
    })
    expect(reply.text).toBe('pong')
  })

  it('a message in a channel that does not name it', async () => {
    const reply = await replyTo(slack, async () => {
      const { ts } = await slack.say({ channel: GENERAL, user: YOU, text: QUESTION })
      await ask('ping', ts)
    })
    expect(reply.text).toBe('pong')
  })

  const changed = { type: 'message', channel_type: 'im', channel: DIRECT, ts: '1.2', event_ts: '1.2' }
  const said = { type: 'message', user: YOU, text: QUESTION, ts: '1.1' }
  it.each([
    ['an edit', { ...changed, subtype: 'message_changed', hidden: true, message: said, previous_message: said }],
    ['an edit that looks like a message', { ...changed, user: YOU, text: QUESTION, edited: { user: YOU, ts: '1.3' } }],
    ['a deletion', { ...changed, subtype: 'message_deleted', hidden: true, deleted_ts: '1.1', previous_message: said }],
    ['a join', { ...changed, subtype: 'channel_join', user: YOU, text: 'joined' }],
    ['a message of an old kind of bot', { ...changed, subtype: 'bot_message', bot_id: 'B1', text: QUESTION }],
    ['a message of nobody', { ...changed, text: QUESTION }],
    ['a message of no time', { ...changed, ts: undefined, user: YOU, text: QUESTION }],
    ['an event that it did not ask for', { type: 'reaction_added', user: YOU, reaction: 'tada', event_ts: '1.2' }],
    ['an event of no type', {}],
  ])('%s', async (_, event) => {
    const reply = await replyTo(slack, async () => {
      await slack.event(event)
      await tell('ping')
    })
    expect(reply.text).toBe('pong')
  })
})

describe('the bot gives one plain outcome', () => {
  it.each([
    ['a command', () => slash(LONG)],
    ['a mention', () => ask(LONG.slice(0, 39_980))],
    ['a direct message', () => tell(LONG)],
  ])('for %s of 40,000 characters', async (_, act) => {
    const { text } = await replyTo(slack, act)
    expect(text).toMatch(/^That is (?:40,000|39,980) characters; I read up to 4,000\./)
  })

  const file = { id: 'F1', name: 'slides.pdf', mimetype: 'application/pdf', size: 1000 }
  const richText = [{ type: 'rich_text', block_id: 'a', elements: [{ type: 'rich_text_section', elements: [] }] }]
  it.each([
    ['no text', {}],
    ['a text of null', { text: null }],
    ['an empty text', { text: '' }],
    ['files only', { text: '', subtype: 'file_share', files: [file], upload: false }],
    ['only blocks', { text: '', blocks: richText }],
  ])('for a message with %s', async (_, fields) => {
    const { ts } = slack.workspace.post({ channel: DIRECT, user: YOU, text: '' })
    const from = { channel: DIRECT, channel_type: 'im', user: YOU, ts, event_ts: ts }
    const [reply, next] = await repliesTo(slack, 2, async () => {
      await slack.event({ type: 'message', ...from, ...fields })
      await tell('ping')
    })
    expect(reply?.text).toMatch(/^Ask the conference reports anything/)
    expect(next?.text).toBe('pong')
  })

  it('for a mention with nothing else', async () => {
    expect((await replyTo(slack, () => ask(''))).text).toMatch(/^Ask the conference reports anything/)
  })

  it('for words that would call everybody', async () => {
    const answer = await replyTo(slack, () => slash('<!channel> <@U0MARA> *bold*'))
    expect(answer.text).not.toMatch(/<[!@]/)
    expect(JSON.stringify(answer.blocks)).not.toMatch(/"mrkdwn","text":"[^"]*<[!@]/)
  })
})

describe('the bot carries on after', () => {
  const interaction = { type: 'block_actions', user: { id: YOU }, trigger_id: 't', actions: [] }
  it.each([
    ['an envelope of an unknown type', () => void slack.envelope('carrier_pigeon', { a: 1 })],
    ['an event without a payload', () => void slack.envelope('events_api', {})],
    ['an interaction of an unknown type', () => void slack.envelope('interactive', { type: 'nonsense' })],
    ['a button without an action', () => void slack.envelope('interactive', interaction)],
    ['a command without anything', () => void slack.envelope('slash_commands', {})],
    ['a frame that is no JSON', () => slack.faults.sendFrame('{"type":')],
    ['a frame that is JSON but no envelope', () => slack.faults.sendFrame('null')],
    ['a binary frame', () => slack.faults.sendFrame(Buffer.from([1, 2, 3]))],
    ['app_rate_limited', () => slack.faults.rateLimitEvents()],
  ])('%s', async (_, act) => {
    const { connected } = slack
    act()
    // Both connections take their turn.
    for (const text of ['ping', 'ping']) expect((await replyTo(slack, () => slash(text))).text).toBe('pong')
    expect(connected).toBe(2)
    expect(slack.connected).toBe(2)
    expect(bot.isRunning).toBe(true)
  })
})

/** The envelopes about a message. */
const envelopesAbout = (ts: string) =>
  slack.journal.entries.filter(({ kind, given }) => kind === 'envelope' && eventIn(given)?.ts === ts)
const eventsAbout = (ts: string) => envelopesAbout(ts).map(({ given }) => eventIn(given)?.type)
const eventIn = (given: unknown) => (given as { payload: { event?: { type?: string; ts?: string } } }).payload.event
