import { type webApi as WebApi, webApi } from '@slack/bolt'
import type { SlackMessage } from './limits.js'
import type { Place } from './place.js'
import { RespondError, respondAt } from './respond-at.js'

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
export const deliver = async (message: SlackMessage, place: Place, client: WebApi.WebClient): Promise<Delivered> => {
  const failed: unknown[] = []
  for (const { how, send, helps } of attempts(message, place, client)) {
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

const attempts = (message: SlackMessage, place: Place, client: WebApi.WebClient): Attempt[] => {
  const { channel, person } = place
  const plain = { text: message.text }
  const last = direct(message, place, client)
  switch (place.kind) {
    case 'post': {
      const send = (body: Body) => () => post(body, place, client)
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

/** A message, or its plain form alone. */
type Body = Pick<SlackMessage, 'text'> & Partial<SlackMessage>

const post = (body: Body, { channel, thread }: { channel: string; thread?: string }, client: WebApi.WebClient) =>
  thread === undefined
    ? client.chat.postMessage({ channel, ...body, ...QUIET })
    : client.chat.postMessage({ channel, thread_ts: thread, ...body, ...QUIET })

const direct = (message: SlackMessage, { kind, channel, person }: Place, client: WebApi.WebClient): Attempt => ({
  how: 'direct',
  send: () => post(message, { channel: person }, client),
  // What was to go to the direct message anyway need not be tried there again.
  helps: (error) => isRefused(error) && (kind === 'respond' || !channel.startsWith('D')),
})

/** Slack's name for what is wrong; undefined when Slack could not be reached or gave no reason. */
const refusal = (error: unknown): string | undefined => {
  if (error instanceof webApi.WebAPIPlatformError) return String(error.data.error)
  return error instanceof RespondError ? error.error : undefined
}

/** Slack understood and said no; another form may do. Not so when Slack could not be reached at all. */
const isRefused = (error: unknown): boolean => refusal(error) !== undefined

/** Slack did not like the blocks: `invalid_blocks`, `msg_blocks_too_long`, or 400 without a name at a `response_url`. */
const isBlocksRefused = (error: unknown): boolean =>
  /block|too_long|invalid_arguments|no_text/.test(refusal(error) ?? '') ||
  (error instanceof RespondError && error.status === 400)
