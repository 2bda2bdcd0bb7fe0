import { SocketModeReceiver, webApi } from '@slack/bolt'
import { pino } from 'pino'
import { createBoltLogger } from './bolt-logger.js'
import { BOT_SCOPES } from './scopes.js'
import type { SlackConfig } from './slack-config.js'
import { tokenProblem, unreachable } from './start-problem.js'
import { within } from './within.js'

/** What was found of one part of the connection. */
export interface Check {
  /** `note`: nothing is wrong, but this cannot be looked at from here. */
  readonly mark: 'ok' | 'fix' | 'note'
  readonly name: string
  /** For `fix`, what is wrong and what to click. */
  readonly says: string
}

/** How long a part of Slack may take to answer, in milliseconds. */
export const ANSWER_WITHIN = 10_000

/** The prefixes were looked at when the settings were read. */
export const checkSettings = ({ mode, command, textCommand }: SlackConfig): Check[] => [
  {
    mark: 'ok',
    name: 'settings',
    says: `${mode === 'socket' ? 'Socket Mode' : 'HTTP'}, command ${[command, textCommand].filter(Boolean).join(' and ')}`,
  },
]

/** Whether Slack knows the bot, and lets it do what it needs. */
export const checkBot = async ({ apiUrl, botToken }: SlackConfig, answerWithin: number): Promise<Check[]> => {
  try {
    const client = new webApi.WebClient(botToken, webOptions(apiUrl, answerWithin))
    const { team, user, response_metadata } = await client.auth.test()
    const says = `@${quiet(user)} in the workspace "${quiet(team)}"`
    return [{ mark: 'ok', name: 'bot token', says }, checkScopes(response_metadata?.scopes)]
  } catch (error) {
    const problem = tokenProblem(error, 'SLACK_BOT_TOKEN') ?? unreachable(apiUrl, error)
    return [
      { mark: 'fix', name: 'bot token', says: problem.message },
      { mark: 'note', name: 'scopes', says: 'not looked at, for want of the bot token' },
    ]
  }
}

const checkScopes = (granted: readonly string[] | undefined): Check => {
  const name = 'scopes'
  if (granted === undefined) {
    const says = 'Slack did not say which are granted. A proxy may drop the header x-oauth-scopes.'
    return { mark: 'note', name, says }
  }
  const missing = BOT_SCOPES.filter((scope) => !granted.includes(scope))
  if (missing.length === 0) return { mark: 'ok', name, says: BOT_SCOPES.join(', ') }
  const says = `${missing.join(', ')} missing. Click: api.slack.com/apps › your app › OAuth & Permissions › Scopes › Bot Token Scopes › Add an OAuth Scope; then Reinstall at the top of that page.`
  return { mark: 'fix', name, says }
}

/** Whether a WebSocket opens and Slack says hello on it; it is closed at once. */
export const checkSockets = async (
  { apiUrl, appToken }: SlackConfig & { mode: 'socket' },
  answerWithin: number,
): Promise<Check[]> => {
  const name = 'Socket Mode'
  const { client } = new SocketModeReceiver({
    appToken,
    logger: SILENT,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: webOptions(apiUrl, answerWithin) },
  })
  let opened = false
  client.once('authenticated', () => {
    opened = true
  })
  try {
    await within(client.start(), 2 * answerWithin, () => new Error('nothing came in time'))
    return [{ mark: 'ok', name, says: 'a connection was opened, Slack said hello, and it was closed again' }]
  } catch (error) {
    return [{ mark: 'fix', name, says: opened ? noHello(error) : notOpened(error, apiUrl) }]
  } finally {
    // A connection that stays would be handed events that belong to the running bot.
    await within(client.disconnect(), answerWithin, () => new Error('not closed in time')).catch(() => undefined)
  }
}

const notOpened = (error: unknown, apiUrl: string): string => {
  const problem = tokenProblem(error, 'SLACK_APP_TOKEN')
  if (problem) return problem.message
  if (error instanceof webApi.WebAPIPlatformError)
    return `Slack opens no connection (${error.data.error}). Click: api.slack.com/apps › your app › Socket Mode › Enable Socket Mode.`
  return unreachable(apiUrl, error).message
}

/** The client says nothing of why a WebSocket ended. */
const noHello = (error: unknown): string => {
  const how = error instanceof Error ? error.message : 'it was closed before Slack said hello'
  return `Slack's Web API can be reached, its WebSocket cannot (${how}). A firewall or proxy may be in the way: let this machine open wss://*.slack.com, port 443. Or Socket Mode was switched off just now: api.slack.com/apps › your app › Socket Mode.`
}

/** Nothing but Slack can tell whether it reaches us. */
export const checkServer = ({ port }: SlackConfig & { mode: 'http' }): Check[] => [
  {
    mark: 'note',
    name: 'HTTP',
    says: `Slack calls port ${port} of this machine at /slack/events, which cannot be tried from here. Click: api.slack.com/apps › your app › Event Subscriptions, Interactivity & Shortcuts and Slash Commands; each needs https://your-host/slack/events as its Request URL, and the first says whether it is "Verified".`,
  },
]

/** What goes wrong is said once, in our own words. */
const SILENT = createBoltLogger(pino({ enabled: false }))

/** Made anew each time: the clients write into what they are given. */
const webOptions = (slackApiUrl: string, timeout: number): webApi.WebClientOptions => ({
  slackApiUrl,
  timeout,
  logger: SILENT,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
})

/** Names that people gave, without what would move the cursor. */
const quiet = (name = '?'): string => name.replace(/\p{C}/gu, '')
