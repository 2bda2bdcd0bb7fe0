import type { Credentials } from './credentials.js'
import type { Delivery, Envelopes } from './envelopes.js'
import { VERIFICATION_TOKEN } from './event-payload.js'
import type { Events } from './events.js'
import { findAction } from './find-action.js'
import type { JsonObject } from './json.js'
import { messageBody } from './message-body.js'
import { UnknownPlaceError } from './people.js'
import type { ResponseUrls } from './response-urls.js'
import type { TriggerIds } from './trigger-ids.js'
import { viewBody } from './view-body.js'
import type { OpenView, Views } from './views.js'
import type { Workspace } from './workspace.js'

/** A person at Slack, beside the messages: shortcuts, modals and App Home. Each resolves when the app has acknowledged. */
export interface ViewPeople {
  /** Opens the app's Home or its direct message. */
  openApp(input: { user: string; tab: 'home' | 'messages' }): Promise<void>
  /** Takes a shortcut: of a message where one is given, else of the whole workspace. */
  shortcut(input: { user: string; callbackId: string; message?: { channel: string; ts: string } }): Promise<void>
  /** @throws UnknownPlaceError when there is no such button */
  pressInView(input: { user: string; view: string; actionId: string }): Promise<void>
  /**
   * Sends a modal off with what was filled in, by block and action id. It closes, unless the app has something against it.
   * `answerIn` is the conversation that the person chose for an answer. Gives what the app said to it.
   */
  submit(input: { user: string; view: OpenView; values: JsonObject; answerIn?: string }): Promise<Delivery>
}

interface ViewPeopleOptions {
  readonly workspace: Workspace
  readonly credentials: Credentials
  readonly envelopes: Envelopes
  readonly events: Events
  readonly triggers: TriggerIds
  readonly responseUrls: ResponseUrls
  readonly views: Views
  readonly url: string
  readonly now: () => number
}

export const createViewPeople = (options: ViewPeopleOptions): ViewPeople => {
  const { workspace, credentials, envelopes, events, triggers, responseUrls, views, url, now } = options

  const interact = (payload: JsonObject, acceptsResponse = false): Promise<Delivery> =>
    envelopes.deliver({ type: 'interactive', payload, acceptsResponse })

  const common = (user: string): JsonObject => {
    const person = workspace.users.get(user)
    if (!person) throw new UnknownPlaceError('There is no such person.')
    return {
      token: VERIFICATION_TOKEN,
      api_app_id: credentials.appId,
      trigger_id: triggers.issue(user),
      user: { id: user, username: person.name, name: person.name, team_id: credentials.teamId },
      team: { id: credentials.teamId, domain: 'loopback' },
      enterprise: null,
      is_enterprise_install: false,
    }
  }

  const seconds = (): string => String(now() / 1000)

  return {
    openApp: ({ user, tab }) => {
      const { id: channel } = workspace.directMessage(user)
      return events.send({ type: 'app_home_opened', user, channel, tab, event_ts: seconds() })
    },

    shortcut: async ({ user, callbackId, message: place }) => {
      const start = { ...common(user), callback_id: callbackId, action_ts: seconds() }
      if (!place) {
        await interact({ ...start, type: 'shortcut' })
        return
      }
      const message = workspace.find(place.channel, place.ts)
      const conversation = workspace.conversations.get(place.channel)
      if (!message || !conversation) throw new UnknownPlaceError('There is no such message.')
      await interact({
        ...start,
        type: 'message_action',
        channel: { id: conversation.id, name: conversation.kind === 'dm' ? 'directmessage' : conversation.name },
        message_ts: message.ts,
        message: messageBody(message, { workspace, credentials }),
        response_url: `${url}${responseUrls.issue({ channel: conversation.id, user, message })}`,
      })
    },

    pressInView: async ({ user, view: id, actionId }) => {
      const view = views.find(id)
      const found = view && findAction(view.view, actionId)
      if (!view || view.user !== user || !found) throw new UnknownPlaceError('There is no such button.')
      const { element, blockId } = found
      await interact({
        ...common(user),
        type: 'block_actions',
        container: { type: 'view', view_id: id },
        view: viewBody(view, credentials),
        actions: [
          {
            type: element['type'],
            action_id: actionId,
            block_id: blockId,
            text: element['text'],
            ...(element['value'] !== undefined && { value: element['value'] }),
            action_ts: seconds(),
          },
        ],
      })
    },

    submit: async ({ user, view, values, answerIn }) => {
      const delivery = await interact(
        {
          ...common(user),
          type: 'view_submission',
          view: viewBody(view, credentials, values),
          response_urls:
            answerIn === undefined
              ? []
              : [
                  {
                    block_id: 'place',
                    action_id: 'place',
                    channel_id: answerIn,
                    response_url: `${url}${responseUrls.issue({ channel: answerIn, user })}`,
                  },
                ],
        },
        true,
      )
      if (delivery.acked && delivery.payload['response_action'] === undefined) views.close(view.id)
      return delivery
    },
  }
}
