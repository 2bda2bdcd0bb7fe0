import { webApi } from '@slack/bolt'
import { InvalidConfigError, UnavailableError } from '../errors.js'
import { whereToFind } from './slack-config.js'

type Token = Parameters<typeof whereToFind>[0]

/** What Slack says of a token that no further try makes right, and how people say it. */
const REFUSALS: Readonly<Record<string, string>> = {
  invalid_auth: 'Slack does not know this token',
  not_authed: 'Slack does not know this token',
  account_inactive: 'the app was removed from the workspace, or the workspace is gone',
  token_revoked: 'this token was revoked',
  token_expired: 'this token has expired',
  not_allowed_token_type: 'Slack takes another kind of token here',
  missing_scope: 'this token lacks a permission',
  no_permission: 'this token lacks a permission',
  user_removed_from_team: 'the app was removed from the workspace',
  team_disabled: 'the workspace is switched off',
  access_denied: 'Slack does not let this token in',
  org_login_required: 'the workspace is being moved',
}

/** Why Slack will not have this token, as a sentence for whoever set it; undefined for an error that may pass. */
export const tokenProblem = (error: unknown, token: Token): InvalidConfigError | undefined => {
  if (!(error instanceof webApi.WebAPIPlatformError)) return undefined
  const code = String(error.data.error)
  const why = REFUSALS[code]
  if (why === undefined) return undefined
  return new InvalidConfigError(`${token}: ${why} (${code}). Take it again from ${whereToFind(token)}.`, {
    cause: error,
  })
}

/** Slack could not be reached in time, or says something that is not about the token. */
export const unreachable = (apiUrl: string, cause: unknown): UnavailableError =>
  new UnavailableError(
    `Slack did not let the bot in at ${new URL(apiUrl).host} (${rootOf(cause).message}). Check the network, and SLACK_API_URL if you set it; otherwise try again in a minute.`,
    { cause },
  )

/** The lowest error that says something: those above it say no more than "fetch failed". */
const rootOf = (error: unknown): Error => {
  const { message, code, cause }: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error))
  const below = cause === undefined ? '' : rootOf(cause).message
  return new Error(below || message || code || '')
}
