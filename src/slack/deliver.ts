import type { webApi as WebApi } from '@slack/bolt'
import { contextLine } from './cite.js'
import type { SlackMessage } from './limits.js'
import type { Place } from './place.js'
import type { Letter, Marking, PostMarked } from './post-marked.js'
import { isBlocksRefused, isRefused, refusalOf } from './refusal.js'
import { respondAt } from './respond-at.js'
import { whyNot } from './why-not.js'

/** How a message reached its person. */
export type Delivery = 'blocks' | 'text' | 'ephemeral' | 'direct'

interface Attempt {
  readonly how: Delivery
  /** `before` is the error of the attempt before. */
  readonly send: (before: unknown) => Promise<unknown>
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
  posting: Posting,
): Promise<Delivered> => {
  const failed: unknown[] = []
  for (const { how, send, helps } of attempts(message, place, client, posting)) {
    if (failed.length > 0 && !helps(failed.at(-1))) continue
    try {
      await send(failed.at(-1))
      return { how, failed }
    } catch (error) {
      failed.push(error)
    }
  }
  throw failed.at(-1)
}

const attempts = (message: SlackMessage, place: Place, client: WebApi.WebClient, posting: Posting): Attempt[] => {
  const { channel, person } = place
  const plain = { text: message.text }
  const last = direct(message, place, posting)
  switch (place.kind) {
    case 'post': {
      const send = (body: Body) => () => post(body, place, posting)
      const { url, thread } = place
      return [
        { how: 'blocks', send: send(message), helps: () => true },
        { how: 'text', send: send(plain), helps: isBlocksRefused },
        ...(url === undefined
          ? []
          : [through(url, { response_type: 'in_channel', ...inThread(thread), ...message }, isRefused)]),
        ...(place.only ? [] : [last]),
      ]
    }
    case 'update': {
      const body = { channel, ts: place.message }
      const isNotThere = (error: unknown): boolean => isRefused(error) && !isBlocksRefused(error)
      return [
        { how: 'blocks', send: () => client.chat.update({ ...body, ...message }), helps: () => true },
        // Without its blocks a message that is replaced would keep the old ones.
        { how: 'text', send: () => client.chat.update({ ...body, ...plain, blocks: [] }), helps: isBlocksRefused },
        // What was posted through such an address, where the bot is no member, can be changed through one only.
        ...(place.url === undefined ? [] : [through(place.url, { replace_original: true, ...message }, isNotThere)]),
        { how: 'blocks', send: () => post(message, place, posting), helps: isNotThere },
        last,
      ]
    }
    case 'whisper': {
      const whisper = (body: Body) => () => post(body, { ...place, user: person }, posting)
      return [
        { how: 'ephemeral', send: whisper(message), helps: () => true },
        { how: 'text', send: whisper(plain), helps: isBlocksRefused },
        last,
      ]
    }
    case 'respond': {
      const kind = { response_type: 'ephemeral', replace_original: place.replace, ...inThread(place.thread) }
      return [
        through(place.url, { ...kind, ...message }, () => true),
        { how: 'text', send: () => respondAt(place.url, { ...kind, ...plain }), helps: isBlocksRefused },
        {
          how: 'ephemeral',
          send: () => post(message, { ...place, user: person }, posting),
          helps: () => true,
        },
        last,
      ]
    }
  }
}

const through = (url: string, body: object, helps: Attempt['helps']): Attempt => ({
  how: 'blocks',
  send: () => respondAt(url, body),
  helps,
})

const inThread = (thread: string | undefined) => (thread === undefined ? {} : { thread_ts: thread })

/** How messages are posted that can be looked up, and by which names. */
export interface Posting extends Marking {
  readonly post: PostMarked
}

/** A message, or its plain form alone. */
type Body = Pick<Letter, 'text' | 'blocks'>

const post = (
  { text, blocks }: Body,
  { channel, thread, user }: { channel: string; thread?: string; user?: string },
  { post: send, ...marking }: Posting,
): Promise<void> =>
  send({ ...inThread(thread), ...(user && { user }), channel, text, ...(blocks && { blocks }) }, marking)

/** To the person, who is told why it did not come where it was asked for. */
const direct = (message: SlackMessage, { kind, channel, person }: Place, posting: Posting): Attempt => ({
  how: 'direct',
  send: (error) => post(explained(message, channel, refusalOf(error)), { channel: person }, posting),
  // What was to go to the direct message anyway need not be tried there again.
  helps: (error) => isRefused(error) && (kind === 'respond' || !isPrivate(channel)),
})

/** A direct message, or a person, who gets one. */
const isPrivate = (channel: string): boolean => /^[DUW]/.test(channel)

const explained = ({ text, blocks }: SlackMessage, channel: string, error: string | undefined): SlackMessage => {
  if (isPrivate(channel)) return { text, blocks }
  const why = whyNot(error)
  return { text: `${why} ${text}`, blocks: [contextLine(why), ...blocks] }
}
