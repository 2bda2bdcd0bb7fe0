import { describe, expect, it } from 'vitest'
import type { Loopback } from '../../src/loopback/loopback.js'
import { deliver, eventIn } from './delivered.js'
import { callMethod, DIRECT, GENERAL, openLoopback, violationsOf, YOU } from './loopback-suite.js'
import { createSchemaCheck } from './slack-schemas.js'

const checkEvent = createSchemaCheck('schemas/events.json')
const checkPayload = createSchemaCheck('schemas/payloads.json')
const checkAnswer = createSchemaCheck('schemas/answers.json')

const plain = (text: string) => ({ type: 'plain_text', text })
const option = (value: string) => ({ text: plain(value), value })
const OPTIONS = [option('one'), option('two')]

const INPUT = {
  type: 'input',
  block_id: 'q',
  label: plain('Q'),
  element: { type: 'plain_text_input', action_id: 'text' },
}
const WHERE = {
  type: 'input',
  block_id: 'where',
  optional: true,
  label: plain('Where'),
  element: { type: 'conversations_select', action_id: 'channel', response_url_enabled: true },
}
const PRESS = {
  type: 'actions',
  block_id: 'row',
  elements: [{ type: 'button', action_id: 'go', text: plain('Go'), value: '1' }],
}
const MODAL = {
  type: 'modal',
  callback_id: 'ask',
  title: plain('Ask'),
  submit: plain('Ask'),
  notify_on_close: true,
  blocks: [INPUT, WHERE, PRESS],
}

const MANIFEST = {
  hasHome: true,
  events: [],
  shortcuts: [
    { name: 'Ask', type: 'message', callbackId: 'about', description: '' },
    { name: 'Ask', type: 'global', callbackId: 'anywhere', description: '' },
  ],
} as const

/** Opens a modal for the person at the page, as an app does that just got a trigger. */
const openModal = async (loopback: Loopback, view: object = MODAL, method = 'views.open'): Promise<string> => {
  const command = { channel: GENERAL, user: YOU, command: '/kubecon', text: '' }
  const { trigger_id } = await deliver(loopback, () => loopback.slash(command))
  const answer = await callMethod(loopback, method, { trigger_id: String(trigger_id), view: JSON.stringify(view) })
  expect(answer).toMatchObject({ ok: true })
  return loopback.views.at(-1)?.id ?? ''
}

describe('what people do with an app arrives as Slack says in its types', () => {
  it.each([
    [
      'the choice of a select',
      { type: 'static_select', options: OPTIONS },
      'two',
      'SelectChoice',
      { selected_option: option('two') },
    ],
    [
      'the choice of an overflow menu',
      { type: 'overflow', options: OPTIONS },
      'one',
      'OverflowChoice',
      { selected_option: option('one') },
    ],
    [
      'radio buttons',
      { type: 'radio_buttons', options: OPTIONS },
      'two',
      'RadioChoice',
      { selected_option: option('two') },
    ],
    [
      'checkboxes',
      { type: 'checkboxes', options: OPTIONS },
      ['one', 'two'],
      'CheckboxesChoice',
      { selected_options: OPTIONS },
    ],
    [
      'a conversation',
      { type: 'conversations_select' },
      GENERAL,
      'ConversationChoice',
      { selected_conversation: GENERAL },
    ],
  ] as const)('%s', async (_, element, given, type, expected) => {
    const loopback = await openLoopback({ scopes: [] })
    const { bot } = loopback.workspace
    const block = { type: 'actions', block_id: 'row', elements: [{ ...element, action_id: 'pick' }] }
    const { ts } = loopback.workspace.post({ channel: GENERAL, user: bot.id, text: 'x', blocks: [block] })
    const press = {
      channel: GENERAL,
      user: YOU,
      message: ts,
      actionId: 'pick',
      given: typeof given === 'string' ? given : [...given],
    }
    const payload = await deliver(loopback, () => loopback.press(press))
    expect(checkPayload(type, payload)).toEqual([])
    expect(payload).toMatchObject({ actions: [{ action_id: 'pick', block_id: 'row', ...expected }] })
  })

  it('feedback, and what was chosen elsewhere in the message', async () => {
    const loopback = await openLoopback({ scopes: [] })
    const feedback = {
      type: 'feedback_buttons',
      action_id: 'f',
      positive_button: { text: plain('Yes'), value: 'y' },
      negative_button: { text: plain('No'), value: 'n' },
    }
    const select = { type: 'static_select', action_id: 'pick', options: OPTIONS, initial_option: OPTIONS[0] }
    const blocks = [
      { type: 'context_actions', block_id: 'f', elements: [feedback] },
      { type: 'actions', block_id: 's', elements: [select] },
    ]
    const { ts } = loopback.workspace.post({ channel: GENERAL, user: loopback.workspace.bot.id, text: 'x', blocks })
    const press = { channel: GENERAL, user: YOU, message: ts, actionId: 'f', given: 'negative' }
    const payload = await deliver(loopback, () => loopback.press(press))
    expect(checkPayload('FeedbackPress', payload)).toEqual([])
    expect(payload).toMatchObject({
      actions: [{ type: 'feedback_buttons', value: 'n', text: plain('No') }],
      state: { values: { s: { pick: { type: 'static_select', selected_option: option('one') } } } },
    })
  })

  it('an option that is none is refused before the app hears of it', async () => {
    const loopback = await openLoopback({ scopes: [] })
    const block = {
      type: 'actions',
      block_id: 'row',
      elements: [{ type: 'static_select', action_id: 'pick', options: OPTIONS }],
    }
    const { ts } = loopback.workspace.post({
      channel: GENERAL,
      user: loopback.workspace.bot.id,
      text: 'x',
      blocks: [block],
    })
    const press = { channel: GENERAL, user: YOU, message: ts, actionId: 'pick', given: 'three' }
    await expect(loopback.press(press)).rejects.toThrow('There is no such choice.')
  })

  it('a modal that is sent, with what was filled in and addresses for the conversations chosen', async () => {
    const loopback = await openLoopback()
    const view = await openModal(loopback)
    const values = { q: { text: 'what is CRI-O' }, where: { channel: GENERAL } }
    const payload = await deliver(loopback, () => loopback.submitModal({ user: YOU, view, values }))
    expect(checkPayload('ViewSubmission', payload)).toEqual([])
    expect(payload).toMatchObject({
      view: {
        id: view,
        callback_id: 'ask',
        root_view_id: view,
        previous_view_id: null,
        state: {
          values: {
            q: { text: { type: 'plain_text_input', value: 'what is CRI-O' } },
            where: { channel: { type: 'conversations_select', selected_conversation: GENERAL } },
          },
        },
      },
      response_urls: [{ block_id: 'where', action_id: 'channel', channel_id: GENERAL }],
    })
    expect(loopback.views).toEqual([])
  })

  it('a modal that is closed, one of two and both at once', async () => {
    const loopback = await openLoopback()
    await openModal(loopback)
    const first = await openModal(loopback, MODAL, 'views.push')
    const payload = await deliver(loopback, () => loopback.closeModal({ user: YOU, view: first }))
    expect(checkPayload('ViewClose', payload)).toEqual([])
    expect(payload).toMatchObject({ type: 'view_closed', is_cleared: false, view: { id: first } })
    const second = await openModal(loopback, { ...MODAL, notify_on_close: false }, 'views.push')
    const cleared = await deliver(loopback, () => loopback.closeModal({ user: YOU, view: second, all: true }))
    expect(cleared).toMatchObject({ is_cleared: true })
    expect(loopback.views).toEqual([])
  })

  it('a button in a modal, with what is filled in so far', async () => {
    const loopback = await openLoopback()
    const view = await openModal(loopback)
    const press = { user: YOU, view, actionId: 'go', values: { q: { text: 'half' } } }
    const payload = await deliver(loopback, () => loopback.pressInView(press))
    expect(checkPayload('ViewPress', payload)).toEqual([])
    expect(payload).toMatchObject({
      container: { type: 'view', view_id: view },
      view: { state: { values: { q: { text: { value: 'half' } } } } },
      actions: [{ action_id: 'go', value: '1' }],
    })
    expect('response_url' in payload).toBe(false)
  })

  it('a shortcut', async () => {
    const loopback = await openLoopback({ manifest: MANIFEST })
    const payload = await deliver(loopback, () => loopback.shortcut({ user: YOU, callbackId: 'anywhere' }))
    expect(checkPayload('GlobalShortcutUse', payload)).toEqual([])
    await expect(loopback.shortcut({ user: YOU, callbackId: 'about' })).rejects.toThrow('There is no such shortcut.')
  })

  it('a shortcut in the menu of a message', async () => {
    const loopback = await openLoopback({ manifest: MANIFEST })
    const { ts } = loopback.workspace.post({ channel: GENERAL, user: YOU, text: 'what is CRI-O' })
    const use = { user: YOU, callbackId: 'about', message: { channel: GENERAL, ts } }
    const payload = await deliver(loopback, () => loopback.shortcut(use))
    expect(checkPayload('MessageShortcutUse', payload)).toEqual([])
    expect(payload).toMatchObject({ type: 'message_action', message_ts: ts, message: { text: 'what is CRI-O' } })
  })

  it('a look at the home, with the view that is there', async () => {
    const loopback = await openLoopback()
    const first = await deliver(loopback, () => loopback.openApp({ user: YOU, tab: 'home' }))
    expect(checkEvent('AppHomeOpenedEvent', eventIn(first))).toEqual([])
    expect('view' in eventIn(first)).toBe(false)
    const published = await callMethod(loopback, 'views.publish', {
      user_id: YOU,
      view: JSON.stringify({ type: 'home', blocks: [PRESS] }),
    })
    expect(published).toMatchObject({ ok: true })
    const second = await deliver(loopback, () => loopback.openApp({ user: YOU, tab: 'home' }))
    expect(eventIn(second)).toMatchObject({ tab: 'home', channel: DIRECT, view: { blocks: [PRESS] } })
  })

  it('the start of a chat with the agent', async () => {
    const loopback = await openLoopback({ scopes: [] })
    const payload = await deliver(loopback, () => loopback.startTalk({ user: YOU, from: GENERAL }))
    expect(checkEvent('AssistantThreadStartedEvent', eventIn(payload))).toEqual([])
    expect(eventIn(payload)).toMatchObject({
      assistant_thread: { channel_id: DIRECT, context: { channel_id: GENERAL } },
    })
  })

  it('a reaction, and its end', async () => {
    const loopback = await openLoopback({ scopes: ['reactions:read'], ackWithin: 100 })
    const { ts } = loopback.workspace.post({ channel: GENERAL, user: loopback.workspace.bot.id, text: 'x' })
    const react = () => loopback.react({ channel: GENERAL, user: YOU, message: ts, name: '+1' })
    expect(checkEvent('ReactionAddedEvent', eventIn(await deliver(loopback, react)))).toEqual([])
    expect(loopback.workspace.find(GENERAL, ts)?.reactions).toEqual([{ name: '+1', user: YOU }])
    await react()
    expect(loopback.workspace.find(GENERAL, ts)?.reactions).toBeUndefined()
  })

  it('nothing that the manifest does not subscribe to', async () => {
    const loopback = await openLoopback({ manifest: MANIFEST })
    await loopback.openApp({ user: YOU, tab: 'home' })
    await loopback.startTalk({ user: YOU })
    const events = loopback.journal.entries.filter(({ kind }) => kind === 'envelope' || kind === 'timeout')
    expect(events.map(({ name }) => name)).not.toContain('app_home_opened')
  })
})

describe('an app answers a modal', () => {
  const submit = async (answer: unknown, values = { q: { text: 'x' } }) => {
    const loopback = await openLoopback()
    const view = await openModal(loopback)
    let became: unknown
    const act = async () => {
      became = await loopback.submitModal({ user: YOU, view, values })
    }
    await deliver(loopback, act, answer)
    return { loopback, became, titles: loopback.views.map((one) => one.view['title']) }
  }

  it('with errors, which keep it open', async () => {
    const { became, titles } = await submit({ response_action: 'errors', errors: { q: 'No.' } })
    expect([became, titles.length]).toEqual([{ errors: { q: 'No.' } }, 1])
  })

  it('with another in its place, or on top, or with the end of all', async () => {
    const view = { ...MODAL, title: plain('Other') }
    expect((await submit({ response_action: 'update', view })).titles).toEqual([plain('Other')])
    expect((await submit({ response_action: 'push', view })).titles).toEqual([plain('Ask'), plain('Other')])
    expect((await submit({ response_action: 'clear' })).titles).toEqual([])
  })

  it.each([
    ['errors for a block that is no input', { response_action: 'errors', errors: { row: 'No.' } }, 'invalid_errors'],
    ['no errors at all', { response_action: 'errors' }, 'invalid_errors'],
    [
      'a modal that Slack would refuse',
      { response_action: 'update', view: { ...MODAL, title: plain('x'.repeat(25)) } },
      'invalid_arguments',
    ],
    [
      'inputs and nothing to send them with',
      { response_action: 'update', view: { ...MODAL, submit: undefined } },
      'invalid_arguments',
    ],
    ['something unknown', { response_action: 'dance' }, 'invalid_response_action'],
  ])('wrongly: %s', async (_, answer, violation) => {
    const { loopback, became } = await submit(answer)
    expect(became).toEqual({ problem: 'We had some trouble connecting. Try again?' })
    expect(violationsOf(loopback)).toEqual([violation])
    expect(loopback.views).toHaveLength(1)
  })

  it('not at all', async () => {
    const loopback = await openLoopback({ ackWithin: 200 })
    const view = await openModal(loopback)
    const submission = await loopback.submitModal({ user: YOU, view, values: { q: { text: 'x' } } })
    expect(submission).toEqual({ problem: 'We had some trouble connecting. Try again?' })
    expect(loopback.views).toHaveLength(1)
  })

  it('and is not asked when a required input is empty', async () => {
    const loopback = await openLoopback()
    const view = await openModal(loopback)
    const errors = { q: 'Please complete this required field.' }
    expect(await loopback.submitModal({ user: YOU, view, values: {} })).toEqual({ errors })
  })
})

describe('views', () => {
  it('are updated by id or by a name of the app, unless it looked at an older one', async () => {
    const loopback = await openLoopback()
    const id = await openModal(loopback, { ...MODAL, external_id: 'mine' })
    const update = (args: Record<string, string>) =>
      callMethod(loopback, 'views.update', { view: JSON.stringify({ ...MODAL, title: plain('New') }), ...args })
    const { hash = '' } = loopback.views[0] ?? {}
    const updated = await update({ external_id: 'mine' })
    expect(checkAnswer('ViewsUpdateResponse', updated)).toEqual([])
    expect(loopback.views).toMatchObject([{ id, view: { title: plain('New') } }])
    expect(await update({ view_id: id, hash })).toMatchObject({ error: 'hash_conflict' })
    expect(await update({ view_id: 'V0' })).toMatchObject({ error: 'not_found' })
  })

  it('pile up to three', async () => {
    const loopback = await openLoopback()
    const first = await openModal(loopback)
    const second = await openModal(loopback, MODAL, 'views.push')
    await openModal(loopback, MODAL, 'views.push')
    const command = { channel: GENERAL, user: YOU, command: '/kubecon', text: '' }
    const { trigger_id } = await deliver(loopback, () => loopback.slash(command))
    const args = { trigger_id: String(trigger_id), view: JSON.stringify(MODAL) }
    expect(await callMethod(loopback, 'views.push', args)).toMatchObject({ error: 'push_limit_reached' })
    // Only the one on top can be used.
    await expect(loopback.submitModal({ user: YOU, view: first, values: {} })).rejects.toThrow('not open')
    await expect(loopback.submitModal({ user: YOU, view: second, values: {} })).rejects.toThrow('not open')
  })
})

describe('an agent', () => {
  it('suggests what to ask, and says what it does until it has answered', async () => {
    const loopback = await openLoopback()
    const { workspace, url } = loopback
    const { ts } = workspace.post({ channel: DIRECT, user: YOU, text: 'x' })
    const state = async () =>
      ((await (await fetch(`${url}/page/state`)).json()) as { assistant: Record<string, unknown[]> }).assistant
    const chat = { channel_id: DIRECT, thread_ts: ts }
    const prompts = [{ title: 'One', message: 'what is CRI-O' }]
    await callMethod(loopback, 'assistant.threads.setSuggestedPrompts', { ...chat, prompts: JSON.stringify(prompts) })
    await callMethod(loopback, 'assistant.threads.setStatus', { ...chat, status: 'is reading…' })
    expect(await state()).toEqual({
      suggestions: [{ conversation: DIRECT, thread: ts, prompts }],
      statuses: [{ conversation: DIRECT, thread: ts, status: 'is reading…' }],
    })
    await callMethod(loopback, 'chat.postMessage', { channel: DIRECT, thread_ts: ts, text: 'done' })
    expect(await state()).toMatchObject({ statuses: [] })
  })

  it.each([
    [
      'five suggestions',
      'setSuggestedPrompts',
      { prompts: JSON.stringify(new Array(5).fill({ title: 'x', message: 'x' })) },
      'invalid_arguments',
    ],
    ['a suggestion without words', 'setSuggestedPrompts', { prompts: '[{"title":"x"}]' }, 'invalid_arguments'],
    ['a status for no thread', 'setStatus', { status: 'x' }, 'invalid_arguments'],
    ['a status for a thread that is none', 'setStatus', { status: 'x', thread_ts: '1.2' }, 'invalid_thread_ts'],
    ['an unknown conversation', 'setSuggestedPrompts', { channel_id: 'D0X', prompts: '[]' }, 'channel_not_found'],
  ])('is refused %s', async (_, method, args, error) => {
    const loopback = await openLoopback()
    const answer = await callMethod(loopback, `assistant.threads.${method}`, { channel_id: DIRECT, ...args } as Record<
      string,
      string
    >)
    expect(answer).toMatchObject({ ok: false, error })
  })
})
