import { VERIFICATION_TOKEN } from './event-payload.js'
import type { JsonObject } from './json.js'
import { messageBody } from './message-body.js'
import type { PeopleOptions } from './people-options.js'
import type { Conversation, Message, User } from './workspace.js'

type Context = Pick<PeopleOptions, 'credentials' | 'workspace'>

/** What every interactive payload has. */
export const interaction = (type: string, { id, name }: User, { credentials }: Context): JsonObject => ({
  type,
  user: { id, username: name, name, team_id: credentials.teamId },
  api_app_id: credentials.appId,
  token: VERIFICATION_TOKEN,
  team: { id: credentials.teamId, domain: 'loopback' },
  enterprise: null,
  is_enterprise_install: false,
})

/** The conversation, as interactive payloads name it. */
export const channelBody = ({ id, name, kind }: Conversation): JsonObject => ({
  id,
  name: kind === 'dm' ? 'directmessage' : name,
})

/** Where in a message something happened, and the message. */
export const inMessage = (message: Message, conversation: Conversation, context: Context): JsonObject => {
  const isEphemeral = message.viewer !== undefined
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: conversation.id,
      is_ephemeral: isEphemeral,
      ...(message.thread !== undefined && { thread_ts: message.thread }),
    },
    channel: channelBody(conversation),
    // Slack does not keep an ephemeral message, so it cannot send it along.
    ...(!isEphemeral && { message: messageBody(message, context) }),
  }
}
