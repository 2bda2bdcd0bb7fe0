import type { Answers } from './delivered-answer.js'
import { channelBody, interaction } from './interaction-payload.js'
import type { JsonObject } from './json.js'
import { messageBody } from './message-body.js'
import { messageOf, type PeopleOptions, personOf, placeOf } from './people-options.js'
import { UnknownPlaceError } from './unknown-place-error.js'
import { viewBody } from './view-body.js'
import type { Message } from './workspace.js'

/** What people do with the app itself, and what they do beside writing. */
export interface AppPeople {
  /** Looks at a tab of the app. */
  openApp(input: { user: string; tab: 'home' | 'messages' }): Promise<void>
  /** Begins a new talk with the app's agent: its thread. */
  startTalk(input: { user: string; from?: string }): Promise<Message>
  /**
   * Takes a shortcut: of a message where one is given, else of the whole workspace.
   * @throws UnknownPlaceError when the manifest has no such shortcut, or there is no such message
   */
  shortcut(input: { user: string; callbackId: string; message?: { channel: string; ts: string } }): Promise<void>
  /** Adds a reaction, or takes it back. */
  react(input: { channel: string; user: string; message: string; name: string }): Promise<void>
}

export const createAppPeople = (options: PeopleOptions, answers: Answers): AppPeople => {
  const { workspace, credentials, events, triggers, responseUrls, views, manifest, scopes, url, now } = options
  const isTold = (event: string): boolean => manifest?.events.includes(event) ?? true
  const time = (): string => (now() / 1000).toFixed(6)

  const nameOf = (callbackId: string, type: 'message' | 'global'): string => {
    const found = manifest?.shortcuts.find((one) => one.callbackId === callbackId && one.type === type)
    if (manifest && !found) throw new UnknownPlaceError('There is no such shortcut.')
    return found?.name ?? callbackId
  }

  const aboutMessage = ({ channel, ts }: { channel: string; ts: string }, user: string): JsonObject => {
    const { conversation } = placeOf(channel, user, options)
    const message = messageOf(channel, ts, user, options)
    // Slack does not keep it, so its menu has no shortcuts.
    if (message.viewer !== undefined) throw new UnknownPlaceError('A message that only you see has no shortcuts.')
    return {
      message_ts: ts,
      response_url: `${url}${responseUrls.issue({ channel, user })}`,
      channel: channelBody(conversation),
      message: messageBody(message, options),
    }
  }

  return {
    openApp: async ({ user, tab }) => {
      personOf(user, options)
      if (!isTold('app_home_opened')) return
      const home = tab === 'home' ? views.home(user) : undefined
      await events.send({
        type: 'app_home_opened',
        user,
        channel: workspace.directMessage(user).id,
        tab,
        ...(home && { view: viewBody(home, options) }),
        event_ts: time(),
      })
    },

    startTalk: async ({ user, from }) => {
      personOf(user, options)
      const { id: channel } = workspace.directMessage(user)
      const root = workspace.post({ channel, user: workspace.bot.id, text: 'New chat' })
      if (!isTold('assistant_thread_started')) return root
      const context = from === undefined ? {} : { channel_id: from, team_id: credentials.teamId, enterprise_id: null }
      await events.send({
        type: 'assistant_thread_started',
        assistant_thread: { user_id: user, context, channel_id: channel, thread_ts: root.ts },
        event_ts: time(),
      })
      return root
    },

    shortcut: async ({ user, callbackId, message: place }) => {
      const person = personOf(user, options)
      const name = nameOf(callbackId, place ? 'message' : 'global')
      const target = { channel: place?.channel ?? workspace.directMessage(user).id, user }
      const payload = {
        ...interaction(place ? 'message_action' : 'shortcut', person, options),
        callback_id: callbackId,
        trigger_id: triggers.issue(user),
        action_ts: time(),
        ...(place && aboutMessage(place, user)),
      }
      await answers.take({ type: 'interactive', payload }, target, `${name} failed`)
    },

    react: async ({ channel, user, message: ts, name }) => {
      placeOf(channel, user, options)
      const message = messageOf(channel, ts, user, options)
      if (message.viewer !== undefined) throw new UnknownPlaceError('A message that only you see takes no reactions.')
      const isAdded = workspace.react(message, name, user)
      if (!isAdded) workspace.unreact(message, name, user)
      const type = isAdded ? 'reaction_added' : 'reaction_removed'
      if (!isTold(type) || (scopes && !scopes.includes('reactions:read'))) return
      const item = { type: 'message', channel, ts }
      await events.send({ type, user, reaction: name, item_user: message.user, item, event_ts: time() })
    },
  }
}
