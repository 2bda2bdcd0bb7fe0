import { setTimeout } from 'node:timers/promises'
import { webApi } from '@slack/bolt'
import { refusalOf } from './refusal.js'

/** Posts a message. Rejects with Slack's refusal, or when Slack could not be reached however often it was tried. */
export type Post = (message: webApi.ChatPostMessageArguments) => Promise<unknown>

export interface PostOnceOptions {
  /** Tries each call once and rejects at a rate limit. */
  readonly once: webApi.WebClient
  /** Milliseconds before the second try, doubled before each further one; default 500. */
  readonly pause?: number
}

const TRIES = 6
/** Slack may have posted it nevertheless. */
const UNSURE = /^(?:internal_error|fatal_error|service_unavailable|request_timeout)$/

/**
 * Posts that are tried again only where the message is not there yet: Slack may have taken one whose answer was lost, and
 * a client that simply tries again posts it twice. `isThere` is asked after every such failure.
 */
export const createPostOnce = ({
  once,
  pause = 500,
}: PostOnceOptions): ((isThere: (client: webApi.WebClient) => Promise<boolean>) => Post) => {
  // A rate limit holds for all messages.
  let free: Promise<unknown> = Promise.resolve()
  return (isThere) => async (message) => {
    for (let tries = 1; ; tries++) {
      await free
      try {
        return await once.chat.postMessage(message)
      } catch (error) {
        const isLast = tries === TRIES
        if (error instanceof webApi.WebAPIRateLimitedError) {
          if (isLast) throw error
          free = setTimeout(error.retryAfter * 1000)
          continue
        }
        const refusal = refusalOf(error)
        if (refusal !== undefined && !UNSURE.test(refusal)) throw error
        if (await isThere(once)) return undefined
        if (isLast) throw error
        await setTimeout(pause * 2 ** (tries - 1) * (0.75 + Math.random() / 2))
      }
    }
  }
}
