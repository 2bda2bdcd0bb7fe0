import type { webApi } from '@slack/bolt'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { Mark } from './deliver.js'
import type { Addressed } from './read-event.js'

const REPLY = 'kubecon_reply'

/** What a reply says of itself, so that it is known again after a crash: the names of what it answers. */
export const replyMark = (keys: readonly string[]): Mark => ({
  event_type: REPLY,
  event_payload: { keys: keys.join('\n') },
})

const history = z.object({
  messages: z.array(
    z.object({
      metadata: z
        .object({ event_type: z.string(), event_payload: z.object({ keys: z.string() }) })
        .optional()
        .catch(undefined),
    }),
  ),
})

/** Messages looked through, from what was said on: long threads come oldest first. */
const MOST = 200

/**
 * Whether a reply stands in the thread already: its process was killed between posting and remembering it. An ephemeral
 * reply cannot be looked up, and one that takes the place of another does no harm twice.
 */
export const wasReplied = async (
  { place, keys }: Addressed,
  client: webApi.WebClient,
  log: Logger,
): Promise<boolean> => {
  if (place.kind !== 'post' || place.thread === undefined) return false
  try {
    const read = await client.conversations.replies({
      channel: place.channel,
      ts: place.thread,
      include_all_metadata: true,
      limit: MOST,
      ...since(keys),
    })
    return history
      .parse(read)
      .messages.some(
        ({ metadata }) =>
          metadata?.event_type === REPLY && metadata.event_payload.keys.split('\n').some((key) => keys.includes(key)),
      )
  } catch (err) {
    log.warn({ err, keys }, 'could not look for a reply in the thread; replying')
    return false
  }
}

/** No reply is older than the message that it answers. */
const since = (keys: readonly string[]): { readonly oldest?: string } => {
  for (const key of keys) {
    const [, oldest] = /^message \S+ ([\d.]+)$/.exec(key) ?? []
    if (oldest !== undefined) return { oldest }
  }
  return {}
}
