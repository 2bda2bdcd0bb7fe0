import { z } from 'zod'
import { type Environment, portVariable, readVariables, wordVariable } from '../config.js'
import { InvalidConfigError } from '../errors.js'

interface SlackSettings {
  readonly botToken: string
  /** With its slash, such as `/kubecon`. */
  readonly command: string
  /** Such as `!kubecon`: what starts a message in a channel that is meant for the bot; none when left out. */
  readonly textCommand?: string
  /** Whether Slack's own search may ask the bot; default no. */
  readonly search?: true
  /** Ends with a slash. */
  readonly apiUrl: string
}

/** How the bot reaches Slack: over a WebSocket that it opens itself, or as a web server that Slack calls. */
export type SlackConfig =
  | (SlackSettings & { readonly mode: 'socket'; readonly appToken: string })
  | (SlackSettings & { readonly mode: 'http'; readonly signingSecret: string; readonly port: number })

const WHERE = {
  SLACK_BOT_TOKEN: 'api.slack.com/apps › your app › OAuth & Permissions › Bot User OAuth Token (it starts with xoxb-)',
  SLACK_APP_TOKEN:
    'api.slack.com/apps › your app › Basic Information › App-Level Tokens, scope connections:write (it starts with xapp-)',
  SLACK_SIGNING_SECRET: 'api.slack.com/apps › your app › Basic Information › App Credentials › Signing Secret',
} as const

/** The place in Slack's settings where a variable's value is found. */
export const whereToFind = (name: keyof typeof WHERE): string => WHERE[name]

const KINDS: readonly (readonly [prefix: string, kind: string])[] = [
  ['xoxb-', 'a bot token (xoxb-)'],
  ['xoxp-', 'a user token (xoxp-)'],
  ['xapp-', 'an app-level token (xapp-)'],
  ['xoxe', 'a token that expires (xoxe); switch token rotation off'],
]

/** What a value is, by its beginning alone: the value itself is never said. */
const kindOf = (value: string): string | undefined => KINDS.find(([prefix]) => value.startsWith(prefix))?.[1]

const wrong = (name: keyof typeof WHERE, value: string): string => {
  const kind = kindOf(value)
  return `${kind === undefined ? 'this is not the right kind of value' : `this is ${kind}`}; take the one from ${WHERE[name]}.`
}

/** Says of a wrong value what it is instead; a copy with a blank in it was cut or pasted together. */
const credential = (name: keyof typeof WHERE, isRight: (value: string) => boolean) =>
  z
    .string()
    .trim()
    .superRefine((value, context) => {
      if (!isRight(value) || /\s/.test(value)) context.addIssue({ code: 'custom', message: wrong(name, value) })
    })

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/

/** Tokens travel with every call, so they travel encrypted unless they stay on this machine. */
const isSafeUrl = (value: string): boolean => {
  if (!URL.canParse(value)) return false
  const { protocol, hostname } = new URL(value)
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname))
}

const environment = z.object({
  SLACK_BOT_TOKEN: credential('SLACK_BOT_TOKEN', (value) => /^xoxb-[\w-]+$/.test(value)).optional(),
  SLACK_APP_TOKEN: credential('SLACK_APP_TOKEN', (value) => /^xapp-[\w-]+$/.test(value)).optional(),
  SLACK_SIGNING_SECRET: credential(
    'SLACK_SIGNING_SECRET',
    (value) => kindOf(value) === undefined && value.length >= 16,
  ).optional(),
  SLACK_COMMAND: z
    .string()
    .trim()
    .regex(/^\/[a-z0-9_-]{1,31}$/, 'a slash, then up to 31 lower-case letters, digits, - or _, such as /kubecon.')
    .optional(),
  SLACK_TEXT_COMMAND: z
    .string()
    .trim()
    .regex(
      /^![a-z0-9_-]{1,31}$/,
      'an exclamation mark, then up to 31 lower-case letters, digits, - or _, such as !kubecon.',
    )
    .optional(),
  SLACK_SEARCH: wordVariable(['on', 'off']).optional(),
  SLACK_API_URL: z
    .string()
    .trim()
    .refine(isSafeUrl, 'an address with https://, or http:// on this machine; leave it out for Slack itself.')
    .transform((url) => (url.endsWith('/') ? url : `${url}/`))
    .optional(),
  PORT: portVariable.optional(),
})

/**
 * Reads the Slack part of the environment; undefined when no token and no secret is set. With an app-level token the bot
 * uses Socket Mode, with only a signing secret HTTP.
 * @throws InvalidConfigError naming every variable that is wrong or missing and where to find it, never its value
 */
export const readSlackConfig = (env: Environment): SlackConfig | undefined => {
  const { values, problems } = readVariables(environment, env)
  const isSet = (name: keyof typeof WHERE): boolean => (env[name] ?? '').trim() !== ''
  if (!isSet('SLACK_BOT_TOKEN') && !isSet('SLACK_APP_TOKEN') && !isSet('SLACK_SIGNING_SECRET')) return undefined
  const missed: string[] = []
  if (!isSet('SLACK_BOT_TOKEN')) missed.push(missing('SLACK_BOT_TOKEN'))
  else if (!isSet('SLACK_APP_TOKEN') && !isSet('SLACK_SIGNING_SECRET'))
    missed.push(
      `${missing('SLACK_APP_TOKEN')} For HTTP instead, SLACK_SIGNING_SECRET from ${WHERE.SLACK_SIGNING_SECRET}.`,
    )
  if (values === undefined || missed.length > 0) throw new InvalidConfigError([...problems, ...missed].join('\n'))
  return toConfig(values)
}

const missing = (name: keyof typeof WHERE): string => `${name}: not set. You find it at ${WHERE[name]}.`

const toConfig = (set: z.output<typeof environment>): SlackConfig | undefined => {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = set
  if (botToken === undefined) return undefined
  const settings = {
    botToken,
    command: set.SLACK_COMMAND ?? '/kubecon',
    ...(set.SLACK_TEXT_COMMAND === undefined ? {} : { textCommand: set.SLACK_TEXT_COMMAND }),
    ...(set.SLACK_SEARCH === 'on' ? { search: true as const } : {}),
    apiUrl: set.SLACK_API_URL ?? 'https://slack.com/api/',
  }
  if (appToken !== undefined) return { ...settings, mode: 'socket', appToken }
  return signingSecret === undefined ? undefined : { ...settings, mode: 'http', signingSecret, port: set.PORT ?? 3000 }
}
