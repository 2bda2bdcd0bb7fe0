/**
 * What the bot may do in a workspace. slack-manifest.yaml asks for exactly these (a test compares), and the Slack on
 * loopback refuses a call that needs another one.
 */
export const BOT_SCOPES = [
  /** Be told of mentions. */
  'app_mentions:read',
  /** Look in a channel for a digest or reply that a crash left in doubt. */
  'channels:history',
  /** Know whether the bot is in a channel before a digest is promised there. */
  'channels:read',
  /** Answer. */
  'chat:write',
  /** Have the slash command. */
  'commands',
  /** The same for private channels. */
  'groups:history',
  'groups:read',
  /** Be told of direct messages to the bot. */
  'im:history',
  /** The time zone of whoever turns a digest on. */
  'users:read',
] as const

/** Events the bot listens to; the manifest subscribes to exactly these. */
export const BOT_EVENTS = ['app_mention', 'message.im'] as const
