import { type GivenValues, missingInputs, readState } from './element-values.js'
import { channelBody, interaction } from './interaction-payload.js'
import { isObject, type JsonObject } from './json.js'
import { readView } from './methods/views.js'
import { type PeopleOptions, personOf } from './people-options.js'
import { Refusal } from './refusal.js'
import { UnknownPlaceError } from './unknown-place-error.js'
import { viewBody } from './view-body.js'
import type { OpenView } from './views.js'

/** What became of a modal that was sent: nothing to say, what is wrong with which block, or with the app. */
export interface Submission {
  readonly errors?: Readonly<Record<string, string>>
  readonly problem?: string
}

/** What people do with modals. */
export interface ModalPeople {
  /** @throws UnknownPlaceError when it is not the modal on top */
  submitModal(input: { user: string; view: string; values: GivenValues }): Promise<Submission>
  /** Closes the modal on top, or all. */
  closeModal(input: { user: string; view: string; all?: boolean }): Promise<void>
}

const TROUBLE = 'We had some trouble connecting. Try again?'

export const createModalPeople = (options: PeopleOptions): ModalPeople => {
  const { envelopes, triggers, responseUrls, views, workspace, journal, url } = options

  const topOf = (user: string, id: string): OpenView => {
    const top = views.modals(user).at(-1)
    if (top?.id !== id) throw new UnknownPlaceError('This is not open any more.')
    return top
  }

  /** Addresses for the conversations that the person chose, where the app asked for them. */
  const responseUrlsFor = (user: string, blocks: readonly JsonObject[], values: JsonObject): JsonObject[] =>
    blocks.flatMap(({ element, block_id: blockId }) => {
      if (!isObject(element) || element['response_url_enabled'] !== true) return []
      const state = values[String(blockId)]
      const value = isObject(state) ? state[String(element['action_id'])] : undefined
      const channel = isObject(value) ? (value['selected_conversation'] ?? value['selected_channel']) : undefined
      const conversation = workspace.conversations.get(String(channel))
      if (!conversation) return []
      const response_url = `${url}${responseUrls.issue({ channel: conversation.id, user })}`
      return [
        {
          block_id: blockId,
          action_id: element['action_id'],
          channel_id: channelBody(conversation)['id'],
          response_url,
        },
      ]
    })

  /** Does what the acknowledgement asks for. */
  const obey = (open: OpenView, answer: JsonObject): Submission => {
    const { user } = open
    switch (answer['response_action']) {
      case undefined:
        views.close(open)
        return {}
      case 'clear':
        views.closeAll(user)
        return {}
      case 'update':
        views.update(open, readView(answer['view'], 'modal'))
        return {}
      case 'push':
        views.push(user, readView(answer['view'], 'modal'))
        return {}
      case 'errors':
        return { errors: errorsIn(answer, open) }
      default:
        throw new Refusal('invalid_response_action')
    }
  }

  return {
    submitModal: async ({ user, view: id, values }) => {
      const person = personOf(user, options)
      const open = topOf(user, id)
      const blocks = (open.view['blocks'] ?? []) as readonly JsonObject[]
      const state = readState(blocks, values)
      const missing = missingInputs(blocks, state)
      if (Object.keys(missing).length > 0) return { errors: missing }
      const payload = {
        ...interaction('view_submission', person, options),
        trigger_id: triggers.issue(user),
        view: viewBody(open, options, state),
        response_urls: responseUrlsFor(user, blocks, state),
      }
      const delivery = await envelopes.deliver({ type: 'interactive', payload, acceptsResponse: true })
      if (!delivery.acked) return { problem: TROUBLE }
      // The app may have changed or closed it meanwhile.
      const current = views.find(id)
      if (!current) return {}
      try {
        return obey(current, delivery.payload)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        const { payload: sent } = delivery
        journal.add({ kind: 'ack', name: 'interactive', sent, given: error.details, violation: error.error })
        return { problem: TROUBLE }
      }
    },

    closeModal: async ({ user, view: id, all = false }) => {
      const person = personOf(user, options)
      topOf(user, id)
      const closing = all ? [...views.modals(user)].reverse() : [topOf(user, id)]
      const told = closing.filter(({ view }) => view['notify_on_close'] === true)
      const payloads = told.map((open) => ({
        ...interaction('view_closed', person, options),
        view: viewBody(open, options),
        is_cleared: all,
      }))
      if (all) views.closeAll(user)
      else for (const open of closing) views.close(open)
      await Promise.all(
        payloads.map((payload) => envelopes.deliver({ type: 'interactive', payload, acceptsResponse: false })),
      )
    },
  }
}

/** @throws Refusal when an error is for a block that is no input of the modal */
const errorsIn = ({ errors }: JsonObject, { view }: OpenView): Record<string, string> => {
  const inputs = ((view['blocks'] ?? []) as readonly JsonObject[]).filter(({ type }) => type === 'input')
  const ids = inputs.map((block) => String(block['block_id']))
  const entries = Object.entries(isObject(errors) ? errors : {})
  if (entries.length === 0 || entries.some(([id]) => !ids.includes(id))) throw new Refusal('invalid_errors')
  return Object.fromEntries(entries.map(([id, message]) => [id, String(message)]))
}
