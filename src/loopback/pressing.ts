import type { Answers } from './delivered-answer.js'
import { type Given, type GivenValues, readState } from './element-values.js'
import { actionBody, findAction } from './find-action.js'
import { inMessage, interaction } from './interaction-payload.js'
import type { JsonObject } from './json.js'
import { messageOf, type PeopleOptions, personOf, placeOf } from './people-options.js'
import { UnknownPlaceError } from './unknown-place-error.js'
import { viewBody } from './view-body.js'

/** What people do with the elements of a message or a view. */
export interface Pressing {
  /**
   * Uses an element of a message: presses a button, or chooses `given`.
   * @throws UnknownPlaceError when there is none such for that person
   */
  press(input: {
    channel: string
    user: string
    message: string
    actionId: string
    blockId?: string
    given?: Given
  }): Promise<void>
  /**
   * The same in a modal or in App Home; `values` is what else is filled in. Resolves to whether the app took it.
   * @throws UnknownPlaceError
   */
  pressInView(input: {
    user: string
    view: string
    actionId: string
    blockId?: string
    given?: Given
    values?: GivenValues
  }): Promise<boolean>
}

export const createPressing = (options: PeopleOptions, answers: Answers): Pressing => {
  const { envelopes, triggers, responseUrls, views, url, now } = options

  const findIn = (blocks: readonly JsonObject[], actionId: string, blockId: string | undefined) => {
    const found = findAction(blocks, actionId, blockId)
    if (!found) throw new UnknownPlaceError('There is no such button.')
    return found
  }

  return {
    press: async ({ channel, user, message: ts, actionId, blockId, given }) => {
      const { conversation, person } = placeOf(channel, user, options)
      const message = messageOf(channel, ts, user, options)
      const blocks = message.blocks ?? []
      const found = findIn(blocks, actionId, blockId)
      const target = { channel, user, message }
      const values = given === undefined ? {} : { [found.blockId]: { [actionId]: given } }
      const payload = {
        ...interaction('block_actions', person, options),
        ...inMessage(message, conversation, options),
        trigger_id: triggers.issue(user),
        response_url: `${url}${responseUrls.issue(target)}`,
        state: { values: readState(blocks, values) },
        actions: [actionBody(found, given, now())],
      }
      await answers.take({ type: 'interactive', payload }, target, 'The button failed')
    },

    pressInView: async ({ user, view: id, actionId, blockId, given, values = {} }) => {
      const person = personOf(user, options)
      const open = views.find(id)
      if (!open || open.user !== user) throw new UnknownPlaceError('This is not open any more.')
      const blocks = (open.view['blocks'] ?? []) as readonly JsonObject[]
      const found = findIn(blocks, actionId, blockId)
      const own = given === undefined ? {} : { [actionId]: given }
      const state = readState(blocks, { ...values, [found.blockId]: { ...values[found.blockId], ...own } })
      const payload = {
        ...interaction('block_actions', person, options),
        container: { type: 'view', view_id: id },
        trigger_id: triggers.issue(user),
        view: viewBody(open, options, state),
        actions: [actionBody(found, given, now())],
      }
      return (await envelopes.deliver({ type: 'interactive', payload, acceptsResponse: false })).acked
    },
  }
}
