import type { Credentials } from './credentials.js'
import type { Delivery, Envelopes } from './envelopes.js'
import { editEvent, eventPayload, mentionEvent, messageEvent } from './event-payload.js'
import type { JsonObject } from './json.js'
import type { Change, Conversation, Message, Workspace } from './workspace.js'

/** Tells the app what happened, as far as its scopes let it hear. */
export interface Events {
  /** Sends an event as it is; again, should nobody acknowledge it. Resolves after the first try. */
  send(event: JsonObject): Promise<void>
  /** Sends the events that belong to a message. */
  announce(message: Message): Promise<void>
  close(): void
}

export interface EventsOptions {
  readonly workspace: Workspace
  readonly credentials: Credentials
  readonly envelopes: Envelopes
  readonly scopes: readonly string[] | undefined
  /** Events that the app subscribes to; undefined for all that its scopes let it hear. */
  readonly subscribed: readonly string[] | undefined
  readonly now: () => number
  /** Pauses in milliseconds before each new try. */
  readonly redeliverAfter: readonly number[]
  /** Whether an event is to be delivered twice. */
  readonly isDoubled: () => boolean
}

/** What an app needs to hear everything that is said in a conversation: a scope and an event. */
const MESSAGES = {
  channel: ['channels:history', 'message.channels'],
  dm: ['im:history', 'message.im'],
  group: ['mpim:history', 'message.mpim'],
} as const satisfies Record<Conversation['kind'], readonly [scope: string, event: string]>

export const createEvents = (options: EventsOptions): Events => {
  const { workspace, credentials, envelopes, scopes, subscribed, now, redeliverAfter, isDoubled } = options
  const timers = new Set<NodeJS.Timeout>()
  let closed = false
  const hears = (scope: string, event: string): boolean =>
    (scopes?.includes(scope) ?? true) && (subscribed?.includes(event) ?? true)
  const hearsMessages = (kind: Conversation['kind']): boolean => {
    const [scope, event] = MESSAGES[kind]
    return hears(scope, event)
  }

  const deliver = async (payload: JsonObject, attempt = 0, reason = ''): Promise<void> => {
    const retry = attempt === 0 ? {} : { retry: { attempt, reason } }
    const delivery = await envelopes.deliver({ type: 'events_api', payload, acceptsResponse: false, ...retry })
    const pause = redeliverAfter[attempt]
    if (delivery.acked || pause === undefined || closed) return
    const timer = setTimeout(() => {
      timers.delete(timer)
      void deliver(payload, attempt + 1, retryReason(delivery))
    }, pause)
    timer.unref()
    timers.add(timer)
  }

  const send = async (event: JsonObject): Promise<void> => {
    const payload = eventPayload(event, credentials, now())
    await Promise.all(isDoubled() ? [deliver(payload), deliver(payload)] : [deliver(payload)])
  }

  /** The events about a message that the app may hear. */
  const eventsOf = (message: Message): JsonObject[] => {
    const conversation = workspace.conversations.get(message.channel)
    if (!conversation?.members.has(workspace.bot.id) || message.viewer !== undefined) return []
    const context = { workspace, credentials }
    if (conversation.kind === 'dm') return hearsMessages('dm') ? [messageEvent(message, conversation, context)] : []
    // In a direct message nobody needs to be named, so Slack sends no mention there.
    const isMention = message.user !== workspace.bot.id && message.text.includes(`<@${workspace.bot.id}>`)
    return [
      ...(isMention && hears('app_mentions:read', 'app_mention') ? [mentionEvent(message, context)] : []),
      ...(hearsMessages(conversation.kind) ? [messageEvent(message, conversation, context)] : []),
    ]
  }

  const announce = async (message: Message): Promise<void> => {
    await Promise.all(eventsOf(message).map(send))
  }

  const isHeard = ({ channel, viewer }: Message): boolean => {
    const conversation = workspace.conversations.get(channel)
    if (!conversation?.members.has(workspace.bot.id) || viewer !== undefined) return false
    return hearsMessages(conversation.kind)
  }

  /** An app hears itself, too. */
  const echo = ({ kind, message, before }: Change): void => {
    if (message.user !== workspace.bot.id || !isHeard(message)) return
    if (kind === 'message') void announce(message)
    const conversation = workspace.conversations.get(message.channel)
    if (kind !== 'change' || !before || !conversation || before.edited === message.edited) return
    void send(editEvent(message, before, conversation, { workspace, credentials }))
  }
  const stopListening = workspace.onChange(echo)

  return {
    send,
    announce,
    close: () => {
      closed = true
      stopListening()
      for (const timer of timers) clearTimeout(timer)
    },
  }
}

const retryReason = (delivery: Delivery): string =>
  !delivery.acked && delivery.reason === 'no_connection' ? 'connection_failed' : 'timeout'
