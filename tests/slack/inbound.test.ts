import { readFile } from 'node:fs/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { CommandContext } from '../../src/command/command.js'
import { answerDigest } from '../../src/command/digest/answer-digest.js'
import { readDigestLine } from '../../src/command/digest/digest-verbs.js'
import type { Line } from '../../src/command/line.js'
import type { Message } from '../../src/loopback/workspace.js'
import { TEXT_COMMAND_EVENTS } from '../../src/slack/scopes.js'
import { SEARCH_FUNCTION } from '../../src/slack/search/find-results.js'
import { DIRECT, GENERAL, replyTo, shown, YOU } from '../support/slack-people.js'
import { type BotOnLoopback, type BotOptions, startBot } from './bot-on-loopback.js'
import { sendForm } from './send-form.js'

const QUESTION = 'what is CRI-O'
const MARA = 'U0MARA'
const ANSWER = /^what is CRI-O: “CRI-O is a container runtime/

let bot: BotOnLoopback
/** Refusals of the peer that a case brings about. */
let expected: string[] = []

const start = async (options?: BotOptions): Promise<void> => {
  bot = await startBot(options)
}

afterEach(async () => {
  await bot.close()
  expect(bot.slack.journal.violations.map(({ violation }) => violation)).toEqual(expected)
  expected = []
})

const reply = (act: () => Promise<unknown>): Promise<Message> => replyTo(bot.slack, act)
const say = (text: string, channel = GENERAL, thread?: string) =>
  bot.slack.say({ channel, user: YOU, text, ...(thread !== undefined && { thread }) })
const mention = (text = QUESTION, thread?: string) => say(`@kubecon ${text}`, GENERAL, thread)
const slash = (text = QUESTION, channel = GENERAL) => bot.slack.slash({ channel, user: YOU, command: '/kubecon', text })
const press = ({ channel, ts }: Message, actionId: string) =>
  bot.slack.press({ channel, user: YOU, message: ts, actionId })
const leave = () => bot.slack.workspace.conversations.get(GENERAL)?.members.delete(bot.slack.workspace.bot.id)
const refuse = (error: string, method: string, times = 1) =>
  bot.slack.faults.calls({ kind: 'error', error }, { method, times })
const ownMessages = () =>
  [GENERAL, DIRECT]
    .flatMap((channel) => bot.slack.workspace.messages(channel))
    .filter(({ user }) => user === bot.slack.workspace.bot.id)
/** Nothing was said, once everything in work is done. */
const silent = async (): Promise<void> => {
  await bot.stop()
  expect(ownMessages()).toEqual([])
}

/** The rows of docs/inbound.md, by their first column. */
const CASES: Readonly<Record<string, () => Promise<void>>> = {
  // Said to the bot
  'a mention in a channel': async () => {
    await start()
    let asked = ''
    const answer = await reply(async () => {
      asked = (await mention()).ts
    })
    expect(answer).toMatchObject({ channel: GENERAL, thread: asked, text: expect.stringMatching(ANSWER) })
  },
  'a mention in a thread': async () => {
    await start()
    const { ts } = await say('a thread')
    expect(await reply(() => mention(QUESTION, ts))).toMatchObject({ thread: ts })
  },
  'a mention in a direct message of several people': async () => {
    await start()
    const { id: group } = bot.slack.workspace.groupMessage([YOU, MARA])
    bot.slack.faults.calls({ kind: 'lost' }, { method: 'chat.postMessage' })
    let asked = ''
    const answer = await reply(async () => {
      asked = (await say(`@kubecon ${QUESTION}`, group)).ts
    })
    expect(answer).toMatchObject({ channel: group, thread: asked, text: expect.stringMatching(ANSWER) })
    await bot.stop()
    // Found again by its mark, for which the scope is.
    expect(bot.slack.workspace.messages(group).filter(({ user }) => user !== YOU)).toHaveLength(1)
  },
  'a mention without words': async () => {
    await start()
    expect((await reply(() => mention(''))).text).toMatch(/^Ask the conference reports anything/)
  },
  'a direct message': async () => {
    await start()
    let asked = ''
    const answer = await reply(async () => {
      asked = (await say(QUESTION, DIRECT)).ts
    })
    expect(answer).toMatchObject({ channel: DIRECT, thread: asked, text: expect.stringMatching(ANSWER) })
  },
  'a direct message in a thread': async () => {
    await start()
    const { ts } = await say(QUESTION, DIRECT)
    expect(await reply(() => say('last', DIRECT, ts))).toMatchObject({
      thread: ts,
      text: expect.stringMatching(ANSWER),
    })
  },
  'a command in a channel': async () => {
    await start()
    const answer = await reply(slash)
    expect(answer).toMatchObject({ channel: GENERAL, viewer: YOU, text: expect.stringMatching(ANSWER) })
    expect(shown(answer)).toContain(`You asked: ${QUESTION}`)
  },
  'a command where the bot is no member: a private channel, another direct message': async () => {
    await start()
    leave()
    expect(await reply(slash)).toMatchObject({ viewer: YOU, text: expect.stringMatching(ANSWER) })
  },
  'the shortcut of a message': async () => {
    await start()
    const { ts } = bot.slack.workspace.post({ channel: GENERAL, user: MARA, text: QUESTION })
    const taken = { user: YOU, callbackId: 'ask_message', message: { channel: GENERAL, ts } }
    const answer = await reply(() => bot.slack.shortcut(taken))
    expect(answer).toMatchObject({ thread: ts, text: expect.stringMatching(/^<@U0YOU> asked/) })
  },
  'the shortcut to ask anything': async () => {
    await start()
    await bot.slack.shortcut({ user: YOU, callbackId: 'ask_reports' })
    await bot.called('views.open')
    const values = { question: { question: QUESTION } }
    const answer = await reply(() => bot.slack.submitModal({ user: YOU, view: bot.view().id, values }))
    expect(answer).toMatchObject({ channel: DIRECT, text: expect.stringMatching(ANSWER) })
  },
  'the text command, where it is switched on': async () => {
    await start({ textCommand: '!kubecon' })
    const { ts } = await say('a thread')
    expect(await reply(() => say(`!kubecon ${QUESTION}`, GENERAL, ts))).toMatchObject({ thread: ts })
  },
  'a button of an answer': async () => {
    await start()
    const answer = await reply(mention)
    expect((await reply(() => press(answer, 'ask:timeline:0'))).text).toMatch(/from event to event/)
  },
  'a button of App Home': async () => {
    await start()
    await bot.slack.openApp({ user: YOU, tab: 'home' })
    await bot.called('views.publish')
    const { id } = bot.view()
    const help = await reply(() => bot.slack.pressInView({ user: YOU, view: id, actionId: 'ask:help:0' }))
    expect(help.channel).toBe(DIRECT)
  },
  'the app is opened': async () => {
    await start()
    await bot.slack.openApp({ user: YOU, tab: 'messages' })
    await bot.called('assistant.threads.setSuggestedPrompts')
    expect(ownMessages()).toEqual([])
  },
  'a search in Slack’s own search box, where it is switched on': async () => {
    await start({ search: true })
    await bot.slack.event({
      type: 'function_executed',
      function: { callback_id: 'search_reports' },
      inputs: { query: QUESTION },
      function_execution_id: 'Fx1',
      bot_access_token: bot.slack.credentials.botToken,
      event_ts: '1.1',
    })
    await bot.called('functions.completeSuccess')
    expect(ownMessages()).toEqual([])
  },
  'a person of another organisation mentions it in a shared channel (Slack Connect)': async () => {
    await start()
    const { ts } = bot.slack.workspace.post({ channel: GENERAL, user: MARA, text: QUESTION })
    const event = { type: 'app_mention', user: 'W0STRANGER', user_team: 'T0OTHER', source_team: 'T0OTHER' }
    const answer = await reply(() => bot.slack.event({ ...event, text: QUESTION, ts, channel: GENERAL, event_ts: ts }))
    expect(answer).toMatchObject({ thread: ts, text: expect.stringMatching(ANSWER) })
  },
  'a person of another organisation wants to change the digest or a setting': async () => {
    const lines: Line[] = []
    const dispatch = async (line: Line) => {
      lines.push(line)
      return answerDigest(readDigestLine('off'), { digest: {}, line } as CommandContext)
    }
    await start({ dispatch })
    const { ts } = bot.slack.workspace.post({ channel: GENERAL, user: MARA, text: 'digest off' })
    const event = { type: 'app_mention', user: 'W0STRANGER', user_team: 'T0OTHER', ts, event_ts: ts }
    const told = await reply(() => bot.slack.event({ ...event, text: 'digest off', channel: GENERAL }))
    expect(told.text).toMatch(/^Only people of the workspace that I belong to can change the digest here/)
    const { teamId: workspace } = bot.slack.credentials
    expect(lines).toMatchObject([{ guest: true, workspace }])
  },

  // Not said to the bot
  'a message without a mention in a channel, or in a direct message of several people': async () => {
    await start()
    const { id: group } = bot.slack.workspace.groupMessage([YOU, MARA])
    await say(QUESTION)
    await say(QUESTION, group)
    await silent()
    expect(bot.slack.workspace.messages(group)).toHaveLength(1)
  },
  'another bot, its own message, an edit, a join': async () => {
    await start()
    const said = { type: 'message', channel_type: 'im', channel: DIRECT, text: QUESTION, event_ts: '1.1' }
    await bot.slack.event({ ...said, user: 'U0OTHERBOT', bot_id: 'B0OTHERBOT', ts: '1.1' })
    await bot.slack.event({ ...said, user: bot.slack.workspace.bot.id, ts: '1.2' })
    await bot.slack.event({ ...said, user: YOU, subtype: 'message_changed', hidden: true, ts: '1.3' })
    await bot.slack.event({ ...said, user: YOU, subtype: 'channel_join', ts: '1.4' })
    await silent()
  },
  'the same thing delivered twice': async () => {
    await start()
    bot.slack.faults.duplicateEvents = true
    await reply(mention)
    await bot.stop()
    expect(ownMessages()).toHaveLength(1)
  },
  'a form sent twice': async () => {
    await start()
    await bot.slack.shortcut({ user: YOU, callbackId: 'ask_reports' })
    await bot.called('views.open')
    const values = { question: { question: { value: QUESTION } } }
    const view = bot.view()
    await Promise.all([sendForm(bot.slack, view, values), sendForm(bot.slack, view, values)])
    await bot.stop()
    expect(ownMessages()).toHaveLength(1)
  },

  // Where the answer cannot go where it was asked for
  'the bot was removed from the channel before it answered': async () => {
    await start()
    refuse('not_in_channel', 'chat.postMessage')
    const answer = await reply(mention)
    expect(answer.channel).toBe(DIRECT)
    expect(answer.text).toMatch(/^I am not in the channel where this was asked\. Invite me there .* what is CRI-O: “/)
    expect(shown(answer)).toContain('Invite me there with /invite and my name')
  },
  'the channel is archived': async () => {
    await start()
    refuse('is_archived', 'chat.postMessage')
    expect((await reply(mention)).text).toMatch(/^The channel where this was asked is archived/)
  },
  'only some people may write in the channel': async () => {
    await start()
    refuse('restricted_action_read_only_channel', 'chat.postMessage')
    expect((await reply(mention)).text).toMatch(/only some people may write\. Ask its owner/)
  },
  'the thread is locked, or its first message is gone': async () => {
    await start()
    refuse('restricted_action_thread_locked', 'chat.postMessage')
    expect((await reply(mention)).text).toMatch(/^The thread where this was asked is locked/)
    refuse('thread_not_found', 'chat.postMessage')
    expect((await reply(mention)).text).toMatch(/^The thread this was asked in is gone/)
  },
  'the other organisation of a shared channel has not let the bot in (Slack Connect)': async () => {
    await start()
    refuse('team_access_not_granted', 'chat.postMessage')
    expect((await reply(mention)).text).toMatch(/^This channel is shared with another organisation/)
  },
  'Slack refuses for a reason that the bot does not know': async () => {
    await start()
    refuse('brand_new_reason', 'chat.postMessage')
    expect((await reply(mention)).text).toMatch(/^Slack did not let me write where this was asked \(brand_new_reason\)/)
  },
  'the address for the reply to a command is dead, and the bot is a member': async () => {
    await start()
    bot.slack.faults.calls({ kind: 'status', status: 404 }, { method: 'response_url' })
    expect(await reply(slash)).toMatchObject({ channel: GENERAL, viewer: YOU, text: expect.stringMatching(ANSWER) })
  },
  'the address for the reply to a command is dead, and the bot or the person is no member': async () => {
    await start()
    leave()
    expected = ['not_in_channel']
    bot.slack.faults.calls({ kind: 'status', status: 404 }, { method: 'response_url' })
    const answer = await reply(slash)
    expect(answer).toMatchObject({
      channel: DIRECT,
      text: expect.stringMatching(/^I am not in the channel .* what is CRI-O/),
    })
  },
  'the direct message is closed to the bot': async () => {
    await start()
    refuse('messages_tab_disabled', 'chat.postMessage')
    await say(QUESTION, DIRECT)
    await silent()
    expect(bot.log()).toMatch(/"level":50.*could not deliver the answer/)
    expect(bot.log()).not.toContain('CRI-O')
  },
  'a page is turned where the bot is no member any more': async () => {
    await start()
    const answer = await reply(() => mention('how many people came to KubeCon'))
    const page = { ...answer.blocks?.[0], type: 'actions', elements: [NEXT] }
    const edited = bot.slack.workspace.edit(answer, { text: answer.text, blocks: [page] })
    refuse('channel_not_found', 'chat.update')
    const turned = await reply(() => press(edited, 'page:next'))
    expect(turned).toMatchObject({ ts: answer.ts, channel: GENERAL })
  },

  // Where Slack refuses the message itself
  'Slack refuses the blocks': async () => {
    await start()
    refuse('invalid_blocks', 'chat.postMessage')
    const answer = await reply(mention)
    expect(answer).toMatchObject({ channel: GENERAL, text: expect.stringMatching(ANSWER) })
    expect(answer.blocks).toBeUndefined()
  },
  'Slack refuses the blocks of the reply to a command': async () => {
    await start()
    refuse('msg_blocks_too_long', 'response_url')
    const answer = await reply(slash)
    expect(answer).toMatchObject({ viewer: YOU, text: expect.stringMatching(ANSWER) })
    expect(answer.blocks).toBeUndefined()
  },
  'Slack asks the bot to slow down': async () => {
    await start()
    bot.slack.faults.calls({ kind: 'rate_limited', retryAfter: 1 }, { method: 'chat.postMessage' })
    expect((await reply(mention)).text).toMatch(ANSWER)
  },

  // What cannot be done as asked
  'a modal cannot be opened in time': async () => {
    await start()
    refuse('expired_trigger_id', 'views.open')
    const told = await reply(() => bot.slack.shortcut({ user: YOU, callbackId: 'ask_reports' }))
    expect(told.text).toMatch(/^The form could not be opened in time/)
  },
  'a button that is forged, or older than what the bot knows': async () => {
    await start()
    const answer = await reply(mention)
    const block = { type: 'actions', block_id: 'x', elements: [{ ...NEXT, action_id: 'gone:1' }] }
    const old = bot.slack.workspace.edit(answer, { text: 'old', blocks: [block] })
    expect((await reply(() => press(old, 'gone:1'))).text).toBe('This button does not work any more. Please ask again.')
  },
  'a line of more than 4,000 characters': async () => {
    await start()
    expect((await reply(() => mention('why '.repeat(1500)))).text).toMatch(/Please ask in a sentence or two/)
  },
  'something fails in the bot': async () => {
    await start({ dispatch: () => Promise.reject(new Error('broken')) })
    expect((await reply(mention)).text).toMatch(/^Something failed on my side \(ref [0-9a-f]{6}\)/)
  },
}

const NEXT = {
  type: 'button',
  action_id: 'page:next',
  text: { type: 'plain_text', text: 'Show more' },
  value: '0 ask how many people came to KubeCon',
}

describe('what becomes of what comes in', () => {
  it.each(Object.keys(CASES))('%s', async (name) => CASES[name]?.())
})

const read = (file: string) => readFile(new URL(`../../docs/${file}`, import.meta.url), 'utf8')

describe('the documents', () => {
  it('docs/inbound.md has a row for each of these, and no other', async () => {
    const rows = [...(await read('inbound.md')).matchAll(/^\| (?!---)(.+?) \| .+ \|$/gm)].map(([, first]) => first)
    expect(rows.filter((row) => row !== 'what comes in')).toEqual(Object.keys(CASES))
  })

  it('docs/operating.md says what the text command needs in the manifest', async () => {
    const text = await read('operating.md')
    for (const name of TEXT_COMMAND_EVENTS) expect(text).toContain(`- ${name}\n`)
  })

  it('docs/operating.md gives the function for Slack’s own search', async () => {
    const [snippet] = /features:\n {2}search:[^`]+/.exec(await read('operating.md')) ?? ['']
    const { features, functions } = parse(snippet)
    expect(features.search.search_function_callback_id).toBe(SEARCH_FUNCTION)
    expect(Object.keys(functions)).toEqual([SEARCH_FUNCTION])
    expect(functions[SEARCH_FUNCTION].input_parameters.query.type).toBe('string')
    expect(functions[SEARCH_FUNCTION].output_parameters.search_results.type).toBe('slack#/types/search_results')
  })
})
