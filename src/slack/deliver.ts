import type { webApi as WebApi } from '@slack/bolt'
import { contextLine } from './cite.js'
import type { SlackMessage } from './limits.js'
import type { Place } from './place.js'
import type { Post } from './post-once.js'
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
  marked?: Marked,
): Promise<Delivered> => {
  const failed: unknown[] = []
  for (const { how, send, helps } of attempts(message, place, client, marked)) {
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

const attempts = (
  message: SlackMessage,
  place: Place,
  client: WebApi.WebClient,
  marked: Marked | undefined,
): Attempt[] => {
  const { channel, person } = place
  const plain = { text: message.text }
  const last = direct(message, place, client)
  switch (place.kind) {
    case 'post': {
      const send = (body: Body) => () =>
        marked ? marked.post(addressed({ ...body, metadata: marked.mark }, place)) : post(body, place, client)
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
        { how: 'blocks', send: () => post(message, place, client), helps: isNotThere },
        last,
      ]
    }
    case 'whisper': {
      const whisper = (body: Body) => () =>
        client.chat.postEphemeral({ ...inThread(place.thread), channel, user: person, ...body })
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
          send: () => client.chat.postEphemeral({ channel, user: person, ...inThread(place.thread), ...message }),
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

/** Links in a citation are for following, not for a preview below every answer. */
const QUIET = { unfurl_links: false, unfurl_media: false } as const

/** What a message says of itself, unseen by people. */
export type Mark = WebApi.MessageMetadata

/** For a message that can be looked up by what it says of itself. */
export interface Marked {
  readonly mark: Mark
  readonly post: Post
}

/** A message, or its plain form alone. */
type Body = Pick<SlackMessage, 'text'> & Partial<SlackMessage> & { readonly metadata?: Mark }

const addressed = (body: Body, place: { channel: string; thread?: string }): WebApi.ChatPostMessageArguments => ({
  ...inThread(place.thread),
  channel: place.channel,
  ...body,
  ...QUIET,
})

const post = (body: Body, place: { channel: string; thread?: string }, client: WebApi.WebClient) =>
  client.chat.postMessage(addressed(body, place))

/** To the person, who is told why it did not come where it was asked for. */
const direct = (message: SlackMessage, { kind, channel, person }: Place, client: WebApi.WebClient): Attempt => ({
  how: 'direct',
  send: (error) => post(explained(message, channel, refusalOf(error)), { channel: person }, client),
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
