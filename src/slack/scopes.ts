/**
 * What the bot may do in a workspace. slack-manifest.yaml asks for exactly these (a test compares), and the Slack on
 * loopback refuses a call that needs another one.
 */
export const BOT_SCOPES = [
  /** Be told of mentions. */
  'app_mentions:read',
  /** Suggest questions above the direct message, and show there that one is in work. */
  'assistant:write',
  /** Look in a channel for a digest or reply that a crash left in doubt. */
  'channels:history',
  /** Know whether the bot is in a channel before a digest is promised there. */
  'channels:read',
  /** Answer. */
  'chat:write',
  /** Have the slash command and the shortcuts. */
  'commands',
  /** The same for private channels. */
  'groups:history',
  'groups:read',
  /** Be told of direct messages to the bot. */
  'im:history',
  /** Look in a direct message whether an answer is there that could not go where it was asked for. */
  'im:write',
  /** The same for direct messages of several people. */
  'mpim:history',
  'mpim:read',
  /** The time zone of whoever turns a digest on. */
  'users:read',
] as const

/** Events the bot needs; the manifest subscribes to exactly these. */
export const BOT_EVENTS = ['app_home_opened', 'app_mention', 'message.im'] as const

/** What a workspace subscribes to besides when it sets SLACK_TEXT_COMMAND: every message where the bot is. */
export const TEXT_COMMAND_EVENTS = ['message.channels', 'message.groups', 'message.mpim'] as const
