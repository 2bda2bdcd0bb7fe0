import { randomUUID } from 'node:crypto'
import type { webApi } from '@slack/bolt'
import type { Logger } from 'pino'
import type { SlackMessage } from './limits.js'
import { createPostOnce } from './post-once.js'
import { askedAt, isPosted, replyMark } from './reply-mark.js'

/** A message and where it goes: to a channel, or to a person; with `user`, to that person alone within the channel. */
export type Letter = Pick<SlackMessage, 'text'> &
  Partial<SlackMessage> & { readonly channel: string; readonly thread_ts?: string; readonly user?: string }

export interface Marking {
  /** Names of what the message answers; left out, it gets one of its own. */
  readonly keys?: readonly string[]
  /** Timestamp that the message cannot be older than, where the names do not tell. */
  readonly oldest?: string
  /** It may have been posted before, perhaps by a process that was killed: looked for before the first try. */
  readonly again?: boolean
}

/** Posts a message once: where it is not known whether Slack took it, it is looked for by its mark. */
export type PostMarked = (letter: Letter, marking?: Marking) => Promise<void>

export interface PostMarkedOptions {
  /** Tries each call once and rejects at a rate limit. */
  readonly once: webApi.WebClient
  readonly log: Logger
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Milliseconds before the second try. */
  readonly pause?: number
}

/** How far our clock may be ahead of Slack's, in milliseconds. */
const CLOCKS_DIFFER = 300_000

/** Links in a citation are for following, not for a preview below every answer. */
const QUIET = { unfurl_links: false, unfurl_media: false } as const

export const createPostMarked = ({ once, log, now, pause }: PostMarkedOptions): PostMarked => {
  const postOnce = createPostOnce({ once, ...(pause !== undefined && { pause }) })
  return async ({ user, ...letter }, { keys = [`post ${randomUUID()}`], oldest, again = false } = {}) => {
    const { channel, thread_ts: thread } = letter
    // Nobody can look up what one person alone sees; what may be lost is sent again.
    if (user !== undefined) {
      await postOnce(async () => false)({ ...letter, user })
      return
    }
    const since = oldest ?? askedAt(keys) ?? String((now() - CLOCKS_DIFFER) / 1000)
    const isThere = (client: webApi.WebClient) => isPosted(keys, { channel, thread, oldest: since }, client, log)
    if (again && (await isThere(once))) return
    await postOnce(isThere)({ ...letter, ...QUIET, metadata: replyMark(keys) })
  }
}
