import { webApi } from '@slack/bolt'
import type { PostOutcome } from '../../command/digest/poster.js'
import { isUnsure, refusalOf } from '../refusal.js'

/** What the owner of a digest is told. */
const REASONS: Readonly<Record<string, string>> = {
  not_in_channel: 'I am not in the channel any more',
  channel_not_found: 'the channel is gone, or I am not in it any more',
  is_archived: 'the channel is archived',
  cannot_dm_bot: 'this account takes no direct messages',
  user_disabled: 'the account is switched off',
  user_not_found: 'the account is gone',
  messages_tab_disabled: 'direct messages to me are switched off for this app',
  restricted_action: 'a setting of the workspace keeps me from posting there',
  restricted_action_read_only_channel: 'the channel is read-only',
  restricted_action_non_threadable_channel: 'the channel takes no messages from me',
  restricted_action_thread_only_channel: 'the channel takes replies in threads only',
  team_access_not_granted: 'I have no access to that workspace',
}

/** Nothing about the channel: the app or Slack is in trouble, and another try later may do. */
const TROUBLE =
  /^(?:ratelimited|rate_limited|invalid_auth|not_authed|token_\w+|account_inactive|missing_scope|team_added_to_org|accesslimited|org_login_required|two_factor_setup_required|ekm_access_denied)$/
const TRY_AGAIN_AFTER = 60_000

/** Nobody was there to take the request, so it was certainly not posted. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'])
const PAUSE = 15_000

/** What a failed `chat.postMessage` means for a digest; undefined when nobody knows whether it arrived. */
export const outcomeOf = (error: unknown): PostOutcome | undefined => {
  if (error instanceof webApi.WebAPIRateLimitedError) return { kind: 'later', after: error.retryAfter * 1000 }
  const refusal = refusalOf(error)
  if (refusal !== undefined) {
    if (isUnsure(error)) return undefined
    if (TROUBLE.test(refusal)) return { kind: 'later', after: TRY_AGAIN_AFTER }
    return { kind: 'refused', reason: REASONS[refusal] ?? `Slack says ${refusal}` }
  }
  const cause = error instanceof webApi.WebAPIRequestError ? error.original : error
  return NOT_SENT.has(codeOf(cause)) ? { kind: 'later', after: PAUSE } : undefined
}

/** The code of an error or of what it wraps: fetch hides it two levels down. */
const codeOf = (error: unknown): string => {
  for (let one = error, depth = 0; one instanceof Error && depth < 4; one = one.cause, depth++)
    if ('code' in one && typeof one.code === 'string' && NOT_SENT.has(one.code)) return one.code
  return ''
}
