import { webApi } from '@slack/bolt'
import { RespondError } from './respond-at.js'

/** Slack's name for what is wrong; undefined when Slack could not be reached or gave no reason. */
export const refusalOf = (error: unknown): string | undefined => {
  if (error instanceof webApi.WebAPIPlatformError) return String(error.data.error)
  return error instanceof RespondError ? error.error : undefined
}

/** Slack understood and said no; another form may do. Not so when Slack could not be reached at all. */
export const isRefused = (error: unknown): boolean => refusalOf(error) !== undefined

const IN_TROUBLE = /^(?:internal_error|fatal_error|service_unavailable|request_timeout)$/

/** Slack may have done it nevertheless: it was not reached, or is in trouble itself. */
export const isUnsure = (error: unknown): boolean => IN_TROUBLE.test(refusalOf(error) ?? 'internal_error')

/** Slack did not like the blocks: `invalid_blocks`, `msg_blocks_too_long`, or 400 without a name at a `response_url`. */
export const isBlocksRefused = (error: unknown): boolean =>
  /block|too_long|invalid_arguments|no_text/.test(refusalOf(error) ?? '') ||
  (error instanceof RespondError && error.status === 400)
