import { type types, webApi } from '@slack/bolt'
import { afterEach, describe, expect, it } from 'vitest'
import { DIRECT, GENERAL, replyTo, YOU } from '../support/slack-people.js'
import { type BotOnLoopback, type BotOptions, startBot } from './bot-on-loopback.js'

let bot: BotOnLoopback

const start = async (options?: BotOptions): Promise<void> => {
  bot = await startBot(options)
}

afterEach(async () => {
  await bot.close()
  expect(bot.slack.journal.violations).toEqual([])
})

/** Opens App Home for the `count`th time; gives what it shows. */
const openHome = async (count = 1): Promise<string> => {
  await bot.slack.openApp({ user: YOU, tab: 'home' })
  await bot.called('views.publish', count)
  return JSON.stringify(bot.view().view)
}
const ask = (text: string) =>
  replyTo(bot.slack, () => bot.slack.say({ channel: GENERAL, user: YOU, text: `@kubecon ${text}` }))

describe('App Home', () => {
  it('shows what the bot knows and how to ask, and leaves out what there is not', async () => {
    await start()
    const home = await openHome()
    expect(bot.view()).toMatchObject({ kind: 'home', user: YOU })
    expect(home).toContain('3 reports, 3 events, 6 talks, ')
    expect(home).toContain('London in a nutshell')
    expect(home).toMatch(/Revision [0-9a-f]{12}/)
    expect(home).toContain('/kubecon what is CRI-O')
    expect(home).toContain('You have not asked anything lately.')
    expect(home).not.toContain('Digests')
  })

  it('shows the digests of the workspace, and only the person’s own questions, the last first', async () => {
    const digests = async (workspace: string) => [
      { channel: GENERAL, says: `Mon–Fri 09:00 Europe/Berlin, ${workspace}` },
    ]
    await start({ around: { digests } })
    await ask('what is CRI-O')
    await ask('what is Vault')
    await ask('what is CRI-O')
    await replyTo(bot.slack, () =>
      bot.slack.say({ channel: GENERAL, user: 'U0MARA', text: '@kubecon what is Linkerd' }),
    )
    const home = await openHome()
    expect(home).toContain(`"text":" · Mon–Fri 09:00 Europe/Berlin, ${bot.slack.credentials.teamId}`)
    expect([...home.matchAll(/"ask:again:\d","text":{[^}]*"text":"([^"]*)"/g)].map(([, label]) => label)).toEqual([
      'what is CRI-O',
      'what is Vault',
    ])
  })

  it('answers its buttons in the direct message, where follow-ups know of it', async () => {
    await start()
    await ask('what is CRI-O')
    await openHome()
    const { id } = bot.view()
    const answer = await replyTo(bot.slack, () =>
      bot.slack.pressInView({ user: YOU, view: id, actionId: 'ask:again:0' }),
    )
    expect(answer).toMatchObject({ channel: DIRECT, text: expect.stringMatching(/^what is CRI-O: “/) })
    expect(JSON.stringify(answer.blocks)).toContain('Asked: what is CRI-O')
    const again = await replyTo(bot.slack, () => bot.slack.say({ channel: DIRECT, user: YOU, text: 'last' }))
    expect(again.text).toBe(answer.text)
    const help = await replyTo(bot.slack, () => bot.slack.pressInView({ user: YOU, view: id, actionId: 'ask:help:0' }))
    expect(help.text).toMatch(/^Ask the conference reports anything/)
  })

  it('says so of a button that it does not know any more', async () => {
    await start()
    const button = { type: 'button', action_id: 'gone:1', text: { type: 'plain_text', text: 'Old' }, value: 'x' }
    const user_id = YOU
    const blocks = [{ type: 'actions', elements: [button] }]
    await new webApi.WebClient(bot.slack.credentials.botToken, { slackApiUrl: bot.slack.apiUrl }).views.publish({
      user_id,
      view: { type: 'home', blocks: blocks as types.KnownBlock[] },
    })
    const { id } = bot.view()
    const told = await replyTo(bot.slack, () => bot.slack.pressInView({ user: YOU, view: id, actionId: 'gone:1' }))
    expect(told).toMatchObject({ channel: DIRECT, text: 'This button does not work any more. Please ask again.' })
  })

  it('shows the rest when the digests or the questions cannot be read', async () => {
    const broken = () => Promise.reject(new Error('disk full'))
    await start({ around: { digests: broken, questions: { note: broken, last: broken } } })
    expect((await ask('what is CRI-O')).text).toMatch(/^what is CRI-O: “/)
    expect(await openHome()).toContain('3 reports, ')
  })
})

/** The calls of a method so far, with what they carried. */
const sentTo = (method: string) =>
  bot.slack.journal.entries
    .filter(({ kind, name }) => kind === 'call' && name === method)
    .map(({ sent }) => sent as Record<string, string>)

describe('the direct message', () => {
  it('suggests questions that the reports answer, other ones each time', async () => {
    await start()
    await bot.slack.openApp({ user: YOU, tab: 'messages' })
    await bot.slack.openApp({ user: YOU, tab: 'messages' })
    await bot.called('assistant.threads.setSuggestedPrompts', 2)
    const calls = sentTo('assistant.threads.setSuggestedPrompts')
    const prompts = calls.map(({ prompts: sent = '' }) => JSON.parse(sent) as { title: string; message: string }[])
    expect(calls[0]).toMatchObject({ channel_id: DIRECT })
    // With it, the pane that apps get today would show nothing.
    expect(calls[0]).not.toHaveProperty('thread_ts')
    expect(prompts[0]).not.toEqual(prompts[1])
    for (const { message } of prompts.flat()) {
      const answer = await replyTo(bot.slack, () => bot.slack.say({ channel: DIRECT, user: YOU, text: message }))
      expect(answer.text).not.toMatch(/^No (?:report|passage)/)
    }
  })

  it('suggests them in Slack’s older pane too', async () => {
    await start()
    const { ts } = bot.slack.workspace.post({ channel: DIRECT, user: YOU, text: 'x' })
    const pane = { user_id: YOU, channel_id: DIRECT, thread_ts: ts, context: {} }
    await bot.slack.event({ type: 'assistant_thread_started', assistant_thread: pane, event_ts: ts })
    await bot.called('assistant.threads.setSuggestedPrompts')
    expect(sentTo('assistant.threads.setSuggestedPrompts')).toMatchObject([{ channel_id: DIRECT, thread_ts: ts }])
  })

  it('shows that a question is in work only when it takes long, and only there', async () => {
    let begun = (): void => undefined
    const isShown = new Promise<void>((resolve) => {
      begun = resolve
    })
    await start({
      statusAfter: 1,
      dispatch: async ({ text }) => {
        if (text === 'slow') await isShown
        return { kind: 'notice', tone: 'info', text: `said ${text}`, suggestions: [] }
      },
    })
    const { ts } = await bot.slack.say({ channel: DIRECT, user: YOU, text: 'slow' })
    await bot.called('assistant.threads.setStatus')
    expect(sentTo('assistant.threads.setStatus')).toMatchObject([
      { channel_id: DIRECT, thread_ts: ts, status: 'is reading the reports…' },
    ])
    const answer = await replyTo(bot.slack, async () => begun())
    expect(answer).toMatchObject({ thread: ts, text: 'said slow' })
  })

  it('shows no status for an answer that comes at once, nor in a channel', async () => {
    await start({ statusAfter: 60_000 })
    await replyTo(bot.slack, () => bot.slack.say({ channel: DIRECT, user: YOU, text: 'what is CRI-O' }))
    await ask('what is CRI-O')
    expect(sentTo('assistant.threads.setStatus')).toEqual([])
  })
})
