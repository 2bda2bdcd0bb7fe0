import type { types } from '@slack/bolt'
import { describe, expect, it } from 'vitest'
import type { Loopback } from '../../src/loopback/loopback.js'
import { UnknownPlaceError } from '../../src/loopback/people.js'
import { DIRECT, GENERAL, openLoopback, prepareApp, YOU } from './loopback-suite.js'

const MODAL: types.ModalView = {
  type: 'modal',
  callback_id: 'form',
  title: { type: 'plain_text', text: 'A form' },
  submit: { type: 'plain_text', text: 'Send' },
  blocks: [
    {
      type: 'actions',
      block_id: 'a',
      elements: [{ type: 'button', action_id: 'next', text: { type: 'plain_text', text: 'Next' }, value: '2' }],
    },
  ],
}

const open = async (listen: (app: ReturnType<typeof prepareApp>['app']) => void): Promise<Loopback> => {
  const loopback = await openLoopback()
  const bolt = prepareApp(loopback)
  listen(bolt.app)
  await bolt.open()
  return loopback
}

const viewIn = ({ views }: Loopback) => {
  const [view] = views
  if (!view) throw new Error('no view is open')
  return view
}

describe('a person beside the messages', () => {
  it('takes a shortcut, turns a modal over, and sends it, with the right answer to each', async () => {
    const heard: unknown[] = []
    const loopback = await open((app) => {
      app.shortcut('start', async ({ ack, shortcut, client }) => {
        heard.push(shortcut.type)
        await client.views.open({ trigger_id: shortcut.trigger_id, view: MODAL })
        await ack()
      })
      app.action('next', async ({ ack, body, client }) => {
        const view = 'view' in body ? body.view : undefined
        heard.push([body.type, view?.id])
        const id = String(view?.id)
        await client.views.update({ view_id: id, hash: String(view?.hash), view: { ...MODAL, callback_id: 'over' } })
        // The hash is that of the view before.
        await client.views
          .update({ view_id: id, hash: String(view?.hash), view: MODAL })
          .catch((error) => heard.push(error.data.error))
        await ack()
      })
      app.view('over', async ({ ack, view, body }) => {
        heard.push([view.state.values, 'response_urls' in body ? body.response_urls?.[0]?.channel_id : body])
        if (heard.length < 5) await ack({ response_action: 'errors', errors: { a: 'No.' } })
        else await ack()
      })
    })
    await loopback.shortcut({ user: YOU, callbackId: 'start' })
    const { id } = viewIn(loopback)
    await loopback.pressInView({ user: YOU, view: id, actionId: 'next' })
    const values = { a: { b: { type: 'plain_text_input', value: 'x' } } }
    const refused = await loopback.submit({ user: YOU, view: viewIn(loopback), values, answerIn: GENERAL })
    expect(refused).toMatchObject({ acked: true, payload: { response_action: 'errors' } })
    expect(loopback.views).toHaveLength(1)
    await loopback.submit({ user: YOU, view: viewIn(loopback), values })
    expect(loopback.views).toEqual([])
    expect(heard).toEqual(['shortcut', ['block_actions', id], 'hash_conflict', [values, GENERAL], [values, undefined]])
  })

  it('takes the shortcut of a message, which brings the message and an address for the answer', async () => {
    const loopback = await open((app) => {
      app.shortcut('ask', async ({ ack, shortcut, respond }) => {
        await ack()
        if (shortcut.type === 'message_action') await respond(`heard ${shortcut.message.text}`)
      })
    })
    const { ts } = loopback.workspace.post({ channel: GENERAL, user: YOU, text: 'hello' })
    const answered = loopback.journal.untilCount(1, ({ kind }) => kind === 'respond')
    await loopback.shortcut({ user: YOU, callbackId: 'ask', message: { channel: GENERAL, ts } })
    await answered
    expect(loopback.workspace.messages(GENERAL).at(-1)).toMatchObject({ text: 'heard hello', viewer: YOU })
  })

  it('opens the app', async () => {
    const heard: unknown[] = []
    const loopback = await open((app) => {
      app.event('app_home_opened', async ({ event }) => void heard.push([event.tab, event.channel, event.user]))
    })
    await loopback.openApp({ user: YOU, tab: 'home' })
    await loopback.openApp({ user: YOU, tab: 'messages' })
    expect(heard).toEqual([
      ['home', DIRECT, YOU],
      ['messages', DIRECT, YOU],
    ])
  })

  it('cannot press what is not there', async () => {
    const loopback = await openLoopback()
    await expect(loopback.pressInView({ user: YOU, view: 'V1', actionId: 'x' })).rejects.toThrow(UnknownPlaceError)
    const gone = { channel: GENERAL, ts: '1.2' }
    await expect(loopback.shortcut({ user: YOU, callbackId: 'x', message: gone })).rejects.toThrow(UnknownPlaceError)
  })
})
