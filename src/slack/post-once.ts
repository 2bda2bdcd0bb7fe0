import { setTimeout } from 'node:timers/promises'
import { webApi } from '@slack/bolt'
import { createQueues } from './queues.js'
import { isUnsure } from './refusal.js'

/** Posts a message. Rejects with Slack's refusal, or when Slack could not be reached however often it was tried. */
export type Post = (message: Posted) => Promise<unknown>

/** A message for everyone there; with `user`, for that person alone. */
export type Posted = webApi.ChatPostMessageArguments | webApi.ChatPostEphemeralArguments

export interface PostOnceOptions {
  /** Tries each call once and rejects at a rate limit. */
  readonly once: webApi.WebClient
  /** Milliseconds before the second try, doubled before each further one; default 500. */
  readonly pause?: number
}

const TRIES = 6
/** How often in a row Slack may ask one message to wait that is the first in its queue. */
const MOST_WAITS = 100

/**
 * Posts that are tried again only where the message is not there yet: Slack may have taken one whose answer was lost, and
 * a client that simply tries again posts it twice. `isThere` is asked after every such failure; as long as that rejects,
 * nothing is posted either.
 */
export const createPostOnce = ({
  once,
  pause = 500,
}: PostOnceOptions): ((isThere: (client: webApi.WebClient) => Promise<boolean>) => Post) => {
  // A rate limit holds for all messages.
  let free: Promise<unknown> = Promise.resolve()
  // Of the channels that were asked to slow down.
  const queues = createQueues()

  return (isThere) => (message) => {
    let tries = 0
    let waits = 0
    let mayBeThere = false
    const post = async (isQueued: boolean): Promise<unknown> => {
      for (;;) {
        await free
        try {
          if (mayBeThere && (await isThere(once))) return undefined
          mayBeThere = false
          return await ('user' in message ? once.chat.postEphemeral(message) : once.chat.postMessage(message))
        } catch (error) {
          if (error instanceof webApi.WebAPIRateLimitedError) {
            if (++waits > MOST_WAITS) throw error
            free = setTimeout(error.retryAfter * 1000)
            // Slack takes one message a second in a channel: all at once again, most would be turned away again.
            if (!isQueued) return queues.run(message.channel, () => post(true))
            continue
          }
          if (!isUnsure(error)) throw error
          mayBeThere = true
          if (++tries === TRIES) {
            if (await isThere(once).catch(() => false)) return undefined
            throw error
          }
          await setTimeout(pause * 2 ** (tries - 1) * (0.75 + Math.random() / 2))
        }
      }
    }
    return queues.has(message.channel) ? queues.run(message.channel, () => post(true)) : post(false)
  }
}
