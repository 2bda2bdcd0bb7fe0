import type { webApi } from '@slack/bolt'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { Addressed } from './read-event.js'
import { isUnsure } from './refusal.js'

const REPLY = 'kubecon_reply'

/** What a message says of itself, unseen by people. */
export type Mark = webApi.MessageMetadata

/** What a message of the bot says of itself, so that it is known again: the names of what it answers. */
export const replyMark = (keys: readonly string[]): Mark => ({
  event_type: REPLY,
  event_payload: { keys: keys.join('\n') },
})

/** Where a message is looked for. */
export interface Where {
  /** A channel; or a person, for the direct message with them. */
  readonly channel: string
  readonly thread?: string | undefined
  /** Timestamp that it is not older than. */
  readonly oldest?: string | undefined
}

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
const opened = z.object({ channel: z.object({ id: z.string() }) })

/** Messages looked through: of a thread the first since `oldest`, of a channel the last. */
const MOST = 200

/**
 * Whether a message that bears one of these names stands somewhere: the process that posted it was killed before it could
 * remember it, or Slack's receipt was lost. False where Slack lets nobody look.
 * @throws when Slack could not be reached, so that nobody knows
 */
export const isPosted = async (
  keys: readonly string[],
  { channel, thread, oldest }: Where,
  client: webApi.WebClient,
  log: Logger,
): Promise<boolean> => {
  const of = { include_all_metadata: true, limit: MOST, ...(oldest !== undefined && { oldest }) }
  try {
    const id = /^[UW]/.test(channel)
      ? opened.parse(await client.conversations.open({ users: channel })).channel.id
      : channel
    const read =
      thread === undefined
        ? await client.conversations.history({ channel: id, ...of })
        : await client.conversations.replies({ channel: id, ts: thread, ...of })
    return history
      .parse(read)
      .messages.some(
        ({ metadata }) =>
          metadata?.event_type === REPLY && metadata.event_payload.keys.split('\n').some((key) => keys.includes(key)),
      )
  } catch (err) {
    if (isUnsure(err) && !(err instanceof z.ZodError)) throw err
    log.warn({ err, keys }, 'cannot look whether a message is there; posting it')
    return false
  }
}

/**
 * Whether a reply stands in its place already. An ephemeral reply cannot be looked up, and one that takes the place of
 * another does no harm twice.
 * @throws when Slack could not be reached
 */
export const wasReplied = async (
  { place, keys }: Addressed,
  client: webApi.WebClient,
  log: Logger,
): Promise<boolean> => {
  if (place.kind !== 'post') return false
  const { channel, thread } = place
  return isPosted(keys, { channel, thread, oldest: askedAt(keys) }, client, log)
}

/** When the message was written that these names are of: no reply is older. */
export const askedAt = (keys: readonly string[]): string | undefined => {
  for (const key of keys) {
    const [, ts] = /^message \S+ ([\d.]+)$/.exec(key) ?? []
    if (ts !== undefined) return ts
  }
  return undefined
}
