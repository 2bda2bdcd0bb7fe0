import type { types, webApi } from '@slack/bolt'
import { z } from 'zod'
import type { DigestLabel, DigestPoster, FoundDigest } from '../../command/digest/poster.js'
import type { Slot, Subscription } from '../../command/digest/types.js'
import { escapeText } from '../escape.js'
import type { SlackMessage } from '../limits.js'
import type { PostMarked } from '../post-marked.js'
import { isBlocksRefused } from '../refusal.js'
import { renderReply } from '../render-reply.js'
import { outcomeOf } from './post-outcome.js'
import { renderDigest } from './render-digest.js'

const DIGEST = 'kubecon_digest'

export interface DigestPosterOptions {
  /** Tries each call once and rejects at a rate limit: whether to try again is the digest clock's decision. */
  readonly once: webApi.WebClient
  /** Tries again. */
  readonly patient: webApi.WebClient
  /** For what is said beside digests. */
  readonly post: PostMarked
}

/** Posts digests with their slot in the message's metadata, and finds them again by it. */
export const createDigestPoster = ({ once, patient, post }: DigestPosterOptions): DigestPoster => ({
  post: async (subscription, reply, label, signal) => {
    const message = reply.digest ? renderDigest(reply.digest) : renderReply(reply, { ephemeral: false })
    const metadata = metadataOf(subscription, label)
    const send = async (body: Pick<SlackMessage, 'text'> & Partial<SlackMessage>) => {
      signal.throwIfAborted()
      const { channel } = subscription
      const { ts } = await once.chat.postMessage({
        channel,
        ...body,
        metadata,
        unfurl_links: false,
        unfurl_media: false,
      })
      return { kind: 'posted', message: ts ?? '' } as const
    }
    try {
      return await send(message).catch((error: unknown) => {
        if (isBlocksRefused(error)) return send({ text: message.text })
        throw error
      })
    } catch (error) {
      const outcome = outcomeOf(error)
      if (outcome) return outcome
      throw error
    }
  },

  find: async (subscription, slot, since) => {
    for (let cursor: string | undefined; ; ) {
      const read = page.parse(
        await patient.conversations.history({
          channel: subscription.channel,
          oldest: String(since / 1000),
          include_all_metadata: true,
          limit: 200,
          ...(cursor !== undefined && { cursor }),
        }),
      )
      const found = read.messages.flatMap((message) => digestOf(message, subscription, slot))[0]
      cursor = read.response_metadata?.next_cursor || undefined
      if (found || cursor === undefined) return found
    }
  },

  tellOwner: async ({ owner, channel }, text) => {
    await post({ channel: owner, text: `${escapeText(text)} (<#${channel}>)` })
  },
})

const metadataOf = ({ id }: Subscription, { slot, passages, newRound }: DigestLabel): types.MessageMetadata => ({
  event_type: DIGEST,
  // Slack's type for the payload knows no lists.
  event_payload: { subscription: id, slot, passages: JSON.stringify(passages), new_round: newRound },
})

const page = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z
        .object({
          event_type: z.literal(DIGEST),
          event_payload: z.object({
            subscription: z.string(),
            slot: z.string(),
            passages: z.string(),
            new_round: z.boolean(),
          }),
        })
        .optional()
        .catch(undefined),
    }),
  ),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
})

const digestOf = (
  { ts, metadata }: z.output<typeof page>['messages'][number],
  subscription: Subscription,
  { slot }: Slot,
): FoundDigest[] => {
  const said = metadata?.event_payload
  if (said?.subscription !== subscription.id || said.slot !== slot) return []
  const passages = z.array(z.string()).parse(JSON.parse(said.passages))
  return [{ message: ts, label: { slot, passages, newRound: said.new_round } }]
}
