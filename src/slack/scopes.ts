/**
 * What the bot may do in a workspace. slack-manifest.yaml asks for exactly these (a test compares), and the Slack on
 * loopback refuses a call that needs another one.
 */
export const BOT_SCOPES = [
  /** Be told of mentions. */
  'app_mentions:read',
  /** Answer. */
  'chat:write',
  /** Have the slash command. */
  'commands',
  /** Be told of direct messages to the bot. */
  'im:history',
] as const

/** Events the bot listens to; the manifest subscribes to exactly these. */
export const BOT_EVENTS = ['app_mention', 'message.im'] as const
