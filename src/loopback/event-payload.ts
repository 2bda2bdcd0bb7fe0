import { randomBytes } from 'node:crypto'
import type { Credentials } from './credentials.js'
import type { Envelope } from './envelopes.js'
import type { JsonObject } from './json.js'
import { messageBody } from './message-body.js'
import type { Conversation, Message, Workspace } from './workspace.js'

/** Slack's old proof of origin, which comes with everything and nobody should rely on. */
export const VERIFICATION_TOKEN = 'loopback'

/** What Slack wraps around an event. */
export const eventPayload = (
  event: JsonObject,
  { teamId, appId, botUserId }: Credentials,
  now: number,
): JsonObject => ({
  token: VERIFICATION_TOKEN,
  team_id: teamId,
  context_team_id: teamId,
  context_enterprise_id: null,
  api_app_id: appId,
  type: 'event_callback',
  event_id: `Ev${randomBytes(6).toString('hex').toUpperCase()}`,
  event_time: Math.floor(now / 1000),
  authorizations: [
    { enterprise_id: null, team_id: teamId, user_id: botUserId, is_bot: true, is_enterprise_install: false },
  ],
  is_ext_shared_channel: false,
  event_context: `4-${randomBytes(6).toString('hex')}`,
  event,
})

const CHANNEL_TYPES = { channel: 'channel', dm: 'im', group: 'mpim' } as const satisfies Record<
  Conversation['kind'],
  string
>

interface Context {
  readonly workspace: Workspace
  readonly credentials: Credentials
}

/** Somebody said something in a conversation that the bot is in. */
export const messageEvent = (message: Message, conversation: Conversation, context: Context): JsonObject => ({
  ...messageBody(message, context),
  channel: message.channel,
  channel_type: CHANNEL_TYPES[conversation.kind],
  event_ts: message.ts,
})

/** Somebody named the bot in a channel. */
export const mentionEvent = (message: Message, context: Context): JsonObject => ({
  ...messageBody(message, context),
  type: 'app_mention',
  channel: message.channel,
  event_ts: message.ts,
})

/** A message was edited. */
export const editEvent = (
  message: Message,
  before: Message,
  conversation: Conversation,
  context: Context,
): JsonObject => ({
  type: 'message',
  subtype: 'message_changed',
  hidden: true,
  message: messageEvent(message, conversation, context),
  previous_message: messageEvent(before, conversation, context),
  channel: message.channel,
  channel_type: CHANNEL_TYPES[conversation.kind],
  ts: message.edited ?? message.ts,
  event_ts: message.edited ?? message.ts,
})

/** Says that events were left out because there were too many. It has no event in it, which socket-mode 3.1.0 trips over. */
export const rateLimitedEnvelope = ({ teamId, appId }: Credentials, now: number): Envelope => ({
  type: 'events_api',
  payload: {
    token: VERIFICATION_TOKEN,
    type: 'app_rate_limited',
    team_id: teamId,
    minute_rate_limited: Math.floor(now / 60_000) * 60,
    api_app_id: appId,
  },
  acceptsResponse: false,
  mustAck: false,
})
