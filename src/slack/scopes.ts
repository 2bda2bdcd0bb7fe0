/**
 * What the bot may do in a workspace. slack-manifest.yaml asks for exactly these (a test compares), and the Slack on
 * loopback refuses a call that needs another one.
 */
export const BOT_SCOPES = [
  /** Be told of mentions. */
  'app_mentions:read',
  /** Suggest questions above the direct message, and show there that one is in work. */
  'assistant:write',
  /** Answer. */
  'chat:write',
  /** Have the slash command and the shortcuts. */
  'commands',
  /** Be told of direct messages to the bot. */
  'im:history',
] as const

/** Events the bot needs; the manifest subscribes to exactly these. */
export const BOT_EVENTS = ['app_home_opened', 'app_mention', 'message.im'] as const

/** What a workspace grants besides when it sets SLACK_TEXT_COMMAND: to hear every message in the bot's channels. */
export const TEXT_COMMAND_SCOPES = ['channels:history', 'groups:history'] as const
export const TEXT_COMMAND_EVENTS = ['message.channels', 'message.groups'] as const
