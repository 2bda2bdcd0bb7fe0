import type { types } from '@slack/bolt'
import type { Loopback, LoopbackOptions } from '../../src/loopback/loopback.js'
import { createBoltApp } from './bolt-app.js'

/** What the showcase's manifest says. */
export const SHOWCASE: LoopbackOptions = {
  manifest: {
    hasHome: true,
    events: ['app_home_opened', 'assistant_thread_started', 'reaction_added', 'message.im'],
    shortcuts: [
      { name: 'Ask the showcase', type: 'message', callbackId: 'ask_about', description: 'Ask about a message' },
      { name: 'Ask anywhere', type: 'global', callbackId: 'ask_anywhere', description: 'Ask in a modal' },
    ],
  },
}

const plain = (text: string) => ({ type: 'plain_text', text }) as const
const option = (value: string) => ({ text: plain(value), value })
const section = (text: string): types.SectionBlock => ({ type: 'section', text: { type: 'mrkdwn', text } })

/** A modal with every input that a bot of this kind uses. */
const ASK_MODAL: types.ModalView = {
  type: 'modal',
  callback_id: 'ask',
  notify_on_close: true,
  title: plain('Ask the reports'),
  submit: plain('Ask'),
  close: plain('Cancel'),
  blocks: [
    {
      type: 'input',
      block_id: 'question',
      label: plain('Your question'),
      hint: plain('In plain words.'),
      element: { type: 'plain_text_input', action_id: 'text', placeholder: plain('what is CRI-O') },
    },
    {
      type: 'input',
      block_id: 'where',
      label: plain('Answer in'),
      element: { type: 'conversations_select', action_id: 'channel', default_to_current_conversation: true },
    },
    {
      type: 'input',
      block_id: 'form',
      label: plain('Form'),
      element: { type: 'static_select', action_id: 'form', options: [option('Short'), option('Long')] },
      optional: true,
    },
    {
      type: 'input',
      block_id: 'who',
      label: plain('Who sees it'),
      element: {
        type: 'radio_buttons',
        action_id: 'who',
        options: [option('Only me'), option('Everybody')],
        initial_option: option('Only me'),
      },
    },
    {
      type: 'input',
      block_id: 'extras',
      label: plain('Also'),
      optional: true,
      element: { type: 'checkboxes', action_id: 'extras', options: [option('Timeline'), option('Speakers')] },
    },
  ],
}

const HOME: types.HomeView = {
  type: 'home',
  blocks: [
    { type: 'header', text: plain('KubeCon reports') },
    section('I know *5 reports* from 3 events.'),
    { type: 'divider' },
    {
      type: 'actions',
      block_id: 'try',
      elements: [{ type: 'button', action_id: 'try', text: plain('Try: what is CRI-O'), value: 'what is CRI-O' }],
    },
  ],
}

/** A message with every element that somebody can use in one. */
const GALLERY: (types.KnownBlock | types.Block)[] = [
  {
    ...section('Pick one'),
    accessory: { type: 'overflow', action_id: 'overflow', options: [option('Pause'), option('Stop')] },
  },
  {
    type: 'actions',
    block_id: 'gallery',
    elements: [
      {
        type: 'button',
        action_id: 'delete',
        style: 'danger',
        text: plain('Delete'),
        value: 'all',
        confirm: {
          title: plain('Delete it?'),
          text: plain('It will be gone.'),
          confirm: plain('Delete'),
          deny: plain('Keep'),
        },
      },
      {
        type: 'static_select',
        action_id: 'pick',
        placeholder: plain('Pause for…'),
        options: [option('1 day'), option('1 week')],
      },
    ],
  },
  {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'feedback',
        positive_button: { text: plain('Helpful'), value: 'yes' },
        negative_button: { text: plain('Not helpful'), value: 'no' },
      },
    ],
  } as types.KnownBlock,
]

/**
 * A Bolt app that uses everything the page can show; each thing done to it is said in the direct message. It is what the
 * page is tested with, apart from what the bot itself does today.
 */
export const createShowcase = (loopback: Loopback): ReturnType<typeof createBoltApp> => {
  const bolt = createBoltApp(loopback)
  const { app } = bolt
  const tell = async (text: string): Promise<void> => {
    await app.client.chat.postMessage({ channel: loopback.workspace.you.id, text })
  }
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab === 'home') await client.views.publish({ user_id: event.user, view: HOME })
    else
      await client.apiCall('assistant.threads.setSuggestedPrompts', {
        channel_id: event.channel,
        title: 'Start with',
        prompts: [{ title: 'CRI-O', message: 'what is CRI-O' }],
      })
  })
  app.event('assistant_thread_started', async ({ event: { assistant_thread: thread }, client }) => {
    const { channel_id, thread_ts } = thread
    const prompts = [{ title: 'Vault', message: 'who presented the Vault session' }]
    await client.assistant.threads.setSuggestedPrompts({
      channel_id,
      thread_ts,
      prompts: prompts as [(typeof prompts)[0]],
    })
    await client.assistant.threads.setStatus({ channel_id, thread_ts, status: 'is getting ready…' })
  })
  app.event('reaction_added', async ({ event }) => tell(`reacted ${event.reaction}`))
  app.command('/kubecon', async ({ ack, respond, command: { text } }) => {
    await ack()
    await respond({ response_type: 'in_channel', text: `gallery ${text}`, blocks: GALLERY })
  })
  app.shortcut('ask_anywhere', async ({ ack, client, body }) => {
    await ack()
    await client.views.open({ trigger_id: body.trigger_id, view: ASK_MODAL })
  })
  app.shortcut({ type: 'message_action', callback_id: 'ask_about' }, async ({ ack, shortcut }) => {
    await ack()
    await tell(`asked about: ${shortcut.message.text}`)
  })
  app.view('ask', async ({ ack, view: { state } }) => {
    const question = state.values['question']?.['text']?.value ?? ''
    if (question.length < 3) return ack({ response_action: 'errors', errors: { question: 'Ask a little more.' } })
    if (question === 'more')
      return ack({ response_action: 'update', view: { ...ASK_MODAL, title: plain('Once more') } })
    if (question === 'deeper') return ack({ response_action: 'push', view: { ...ASK_MODAL, title: plain('On top') } })
    if (question === 'enough') return ack({ response_action: 'clear' })
    await ack()
    await tell(`submitted ${JSON.stringify(state.values)}`)
  })
  app.view({ type: 'view_closed', callback_id: 'ask' }, async ({ ack }) => {
    await ack()
    await tell('closed')
  })
  for (const id of ['try', 'delete', 'pick', 'overflow', 'feedback'])
    app.action(id, async ({ ack, action }) => {
      await ack()
      const chosen = 'selected_option' in action ? action.selected_option?.value : 'value' in action ? action.value : ''
      await tell(`used ${id}: ${chosen}`)
    })
  return bolt
}
