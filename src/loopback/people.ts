import type { Credentials } from './credentials.js'
import type { Envelopes } from './envelopes.js'
import { VERIFICATION_TOKEN } from './event-payload.js'
import type { Events } from './events.js'
import { findAction } from './find-action.js'
import type { Journal } from './journal.js'
import type { JsonObject } from './json.js'
import { messageBody } from './message-body.js'
import { Refusal } from './refusal.js'
import { type ResponseTarget, type ResponseUrls, respond } from './response-urls.js'
import type { TriggerIds } from './trigger-ids.js'
import { toSlackText } from './typed-text.js'
import type { Conversation, Message, User, Workspace } from './workspace.js'

/** A person at Slack: each does what it says and resolves when the app has acknowledged, or its time is over. */
export interface People {
  /** Writes a message; the text is as typed. */
  say(input: { channel: string; user: string; text: string; thread?: string }): Promise<Message>
  slash(input: { channel: string; user: string; command: string; text: string }): Promise<void>
  /** @throws UnknownPlaceError when there is no such button for that person */
  press(input: { channel: string; user: string; message: string; actionId: string; blockId?: string }): Promise<void>
}

/** A conversation, person, message or button that is not there; the message says which, in plain words. */
export class UnknownPlaceError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UnknownPlaceError'
  }
}

export interface PeopleOptions {
  readonly workspace: Workspace
  readonly credentials: Credentials
  readonly envelopes: Envelopes
  readonly events: Events
  readonly triggers: TriggerIds
  readonly responseUrls: ResponseUrls
  readonly journal: Journal
  readonly scopes: readonly string[] | undefined
  readonly url: string
  readonly now: () => number
}

export const createPeople = (options: PeopleOptions): People => {
  const { workspace, credentials, envelopes, events, triggers, responseUrls, journal, scopes, url, now } = options

  const placeOf = (channel: string, user: string): { conversation: Conversation; person: User } => {
    const conversation = workspace.conversations.get(channel)
    if (!conversation) throw new UnknownPlaceError('There is no such conversation.')
    const person = workspace.users.get(user)
    if (!person) throw new UnknownPlaceError('There is no such person.')
    if (!conversation.members.has(user)) throw new UnknownPlaceError('This person is not in the conversation.')
    return { conversation, person }
  }

  const explain = ({ channel, user }: ResponseTarget, text: string): void => {
    workspace.post({ channel, user: workspace.slackbot.id, viewer: user, text })
  }

  /** An answer that came with the acknowledgement, or Slack's own words when none came. */
  const takeAnswer = async (
    envelope: { type: 'slash_commands' | 'interactive'; payload: JsonObject },
    target: ResponseTarget,
    failed: string,
  ): Promise<void> => {
    const delivery = await envelopes.deliver({ ...envelope, acceptsResponse: envelope.type === 'slash_commands' })
    const fail = (reason: string): void => explain(target, `${failed} (\`${reason}\`).`)
    if (!delivery.acked) return fail(delivery.reason === 'timeout' ? 'operation_timeout' : 'dispatch_failed')
    if (Object.keys(delivery.payload).length === 0) return
    try {
      respond(workspace, target, delivery.payload)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      journal.add({ kind: 'ack', name: envelope.type, sent: delivery.payload, violation: error.error })
      fail(error.error)
    }
  }

  const common = ({ id: trigger }: { id: string }, path: string): JsonObject => ({
    token: VERIFICATION_TOKEN,
    api_app_id: credentials.appId,
    trigger_id: trigger,
    response_url: `${url}${path}`,
  })

  return {
    say: async ({ channel, user, text, thread }) => {
      placeOf(channel, user)
      const parent = thread === undefined ? undefined : workspace.find(channel, thread)
      if (thread !== undefined && !parent) throw new UnknownPlaceError('There is no such thread.')
      const message = workspace.post({
        channel,
        user,
        text: toSlackText(text, workspace.users.values()),
        ...(parent && { thread: parent.thread ?? parent.ts }),
      })
      await events.announce(message)
      return message
    },

    slash: async ({ channel, user, command, text }) => {
      const { conversation, person } = placeOf(channel, user)
      const target = { channel, user }
      if (scopes && !scopes.includes('commands')) return explain(target, `${command} is not a valid command.`)
      const payload = {
        ...common({ id: triggers.issue(user) }, responseUrls.issue(target)),
        team_id: credentials.teamId,
        team_domain: 'loopback',
        channel_id: channel,
        channel_name: conversation.kind === 'dm' ? 'directmessage' : conversation.name,
        user_id: user,
        user_name: person.name,
        command,
        text,
        // Text, unlike everywhere else: a slash command is a form.
        is_enterprise_install: 'false',
      }
      await takeAnswer({ type: 'slash_commands', payload }, target, `${command} failed`)
    },

    press: async ({ channel, user, message: ts, actionId, blockId }) => {
      const { conversation, person } = placeOf(channel, user)
      const message = workspace.find(channel, ts)
      if (!message || (message.viewer !== undefined && message.viewer !== user))
        throw new UnknownPlaceError('There is no such message.')
      const found = findAction(message, actionId, blockId)
      if (!found) throw new UnknownPlaceError('There is no such button.')
      const target = { channel, user, message }
      const isEphemeral = message.viewer !== undefined
      const payload = {
        ...common({ id: triggers.issue(user) }, responseUrls.issue(target)),
        type: 'block_actions',
        user: { id: user, username: person.name, name: person.name, team_id: credentials.teamId },
        container: {
          type: 'message',
          message_ts: ts,
          channel_id: channel,
          is_ephemeral: isEphemeral,
          ...(message.thread !== undefined && { thread_ts: message.thread }),
        },
        team: { id: credentials.teamId, domain: 'loopback' },
        enterprise: null,
        is_enterprise_install: false,
        channel: { id: channel, name: conversation.kind === 'dm' ? 'directmessage' : conversation.name },
        // Slack does not keep an ephemeral message, so it cannot send it along.
        ...(!isEphemeral && { message: messageBody(message, { workspace, credentials }) }),
        state: { values: {} },
        actions: [
          {
            type: found.element['type'],
            action_id: actionId,
            block_id: found.blockId,
            text: found.element['text'],
            ...(found.element['value'] !== undefined && { value: found.element['value'] }),
            action_ts: String(now() / 1000),
          },
        ],
      }
      await takeAnswer({ type: 'interactive', payload }, target, 'The button failed')
    },
  }
}
