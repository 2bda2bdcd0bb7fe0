import type { webApi as WebApi } from '@slack/bolt'
import type { SlackMessage } from './limits.js'
import type { Place } from './place.js'
import { isBlocksRefused, isRefused } from './refusal.js'
import { respondAt } from './respond-at.js'

/** How a message reached its person. */
export type Delivery = 'blocks' | 'text' | 'ephemeral' | 'direct'

interface Attempt {
  readonly how: Delivery
  readonly send: () => Promise<unknown>
  /** Whether this attempt can succeed after that error. */
  readonly helps: (error: unknown) => boolean
}

export interface Delivered {
  readonly how: Delivery
  /** What was tried before and failed. */
  readonly failed: readonly unknown[]
}

/**
 * Brings a message to its place; where Slack refuses, in the next simpler form: without blocks, for the person alone, as
 * a direct message. So whoever asked gets an answer as long as Slack can be reached.
 * @throws the last error when no way was left
 */
export const deliver = async (
  message: SlackMessage,
  place: Place,
  client: WebApi.WebClient,
  mark?: Mark,
): Promise<Delivered> => {
  const failed: unknown[] = []
  for (const { how, send, helps } of attempts(message, place, client, mark)) {
    if (failed.length > 0 && !helps(failed.at(-1))) continue
    try {
      await send()
      return { how, failed }
    } catch (error) {
      failed.push(error)
    }
  }
  throw failed.at(-1)
}

const attempts = (message: SlackMessage, place: Place, client: WebApi.WebClient, mark: Mark | undefined): Attempt[] => {
  const { channel, person } = place
  const plain = { text: message.text }
  const last = direct(message, place, client)
  switch (place.kind) {
    case 'post': {
      const send = (body: Body) => () => post(mark ? { ...body, metadata: mark } : body, place, client)
      return [
        { how: 'blocks', send: send(message), helps: () => true },
        { how: 'text', send: send(plain), helps: isBlocksRefused },
        last,
      ]
    }
    case 'update': {
      const body = { channel, ts: place.message }
      return [
        { how: 'blocks', send: () => client.chat.update({ ...body, ...message }), helps: () => true },
        // Without its blocks a message that is replaced would keep the old ones.
        { how: 'text', send: () => client.chat.update({ ...body, ...plain, blocks: [] }), helps: isBlocksRefused },
        {
          how: 'blocks',
          send: () => post(message, place, client),
          helps: (error) => isRefused(error) && !isBlocksRefused(error),
        },
        last,
      ]
    }
    case 'whisper': {
      const whisper = (body: Body) => () =>
        client.chat.postEphemeral({ ...threadOf(place), channel, user: person, ...body })
      return [
        { how: 'ephemeral', send: whisper(message), helps: () => true },
        { how: 'text', send: whisper(plain), helps: isBlocksRefused },
        last,
      ]
    }
    case 'respond': {
      const kind = { response_type: 'ephemeral', replace_original: place.replace }
      return [
        { how: 'blocks', send: () => respondAt(place.url, { ...kind, ...message }), helps: () => true },
        { how: 'text', send: () => respondAt(place.url, { ...kind, ...plain }), helps: isBlocksRefused },
        {
          how: 'ephemeral',
          send: () => client.chat.postEphemeral({ channel, user: person, ...message }),
          helps: () => true,
        },
        last,
      ]
    }
  }
}

/** Links in a citation are for following, not for a preview below every answer. */
const QUIET = { unfurl_links: false, unfurl_media: false } as const

/** What a message says of itself, unseen by people. */
export type Mark = WebApi.MessageMetadata

/** A message, or its plain form alone. */
type Body = Pick<SlackMessage, 'text'> & Partial<SlackMessage> & { readonly metadata?: Mark }

const post = (body: Body, place: { channel: string; thread?: string }, client: WebApi.WebClient) =>
  client.chat.postMessage({ ...threadOf(place), channel: place.channel, ...body, ...QUIET })

const threadOf = ({ thread }: { thread?: string }): { thread_ts?: string } =>
  thread === undefined ? {} : { thread_ts: thread }

const direct = (message: SlackMessage, { kind, channel, person }: Place, client: WebApi.WebClient): Attempt => ({
  how: 'direct',
  send: () => post(message, { channel: person }, client),
  // What was to go to the direct message anyway need not be tried there again.
  helps: (error) => isRefused(error) && (kind === 'respond' || !channel.startsWith('D')),
})
