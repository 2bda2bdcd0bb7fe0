import { z } from 'zod'
import type { Line } from '../command/line.js'
import type { Place } from './place.js'

/** Something said to the bot: what, and where the reply goes. */
export interface Addressed {
  readonly line: Line
  readonly place: Place
  /** Names under which Slack may deliver the same thing again. */
  readonly keys: readonly string[]
  /** Said again above the reply, where the question itself cannot be seen. */
  readonly asked?: string
  /** Who asked, where others see the reply and not the asking. */
  readonly askedBy?: string
  /** Id of the workspace, where Slack says it. */
  readonly team?: string
}

/** Subtypes that are still a person saying something; every other one is a change, a notice or another app. */
const SAYING = new Set(['file_share', 'thread_broadcast', 'me_message'])
const SLACKBOT = 'USLACKBOT'

const message = z.object({
  type: z.enum(['app_mention', 'message']),
  user: z.string(),
  channel: z.string(),
  channel_type: z.string().optional(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  text: z.string().nullish(),
  subtype: z.string().optional(),
  bot_id: z.string().nullish(),
  edited: z.unknown().optional(),
  hidden: z.boolean().optional(),
})

/**
 * A mention or a direct message; undefined for everything that is not said to the bot by a person: other bots, the bot's
 * own echo, edits, joins, messages in channels without a mention.
 * `eventId` is the delivery's id, `botUser` the bot's own user id.
 */
export const readMessage = (
  event: unknown,
  { eventId, botUser, team }: { eventId: string | undefined; botUser: string | undefined; team?: string | undefined },
): Addressed | undefined => {
  const { data } = message.safeParse(event)
  if (!data || !isSaid(data) || data.user === botUser) return undefined
  // A mention in a channel arrives as app_mention, and as message too where the app hears all messages.
  if (data.type === 'message' && data.channel_type !== 'im') return undefined
  const { user, channel, ts, thread_ts: thread = ts } = data
  const text = withoutMention(data.text ?? '', botUser)
  const isDirect = data.type === 'message' || channel.startsWith('D')
  return {
    // A direct message is one conversation, in threads or not; in a channel each thread is its own.
    line: { text, person: user, conversation: channel, ...(isDirect ? {} : { thread }) },
    place: { kind: 'post', channel, thread, person: user },
    keys: [`message ${channel} ${ts}`, ...(eventId === undefined ? [] : [`event ${eventId}`])],
    ...(team === undefined ? {} : { team }),
  }
}

const isSaid = ({ user, subtype, bot_id, edited, hidden }: z.output<typeof message>): boolean =>
  user !== SLACKBOT &&
  !bot_id &&
  (edited === undefined || edited === null) &&
  hidden !== true &&
  (subtype === undefined || SAYING.has(subtype))

const withoutMention = (text: string, botUser: string | undefined): string =>
  text.replace(/<@([A-Z0-9]+)(?:\|[^>]*)?>[:,]?/g, (all, user) => (user === botUser ? ' ' : all)).trim()

const command = z.object({
  command: z.string(),
  team_id: z.string().optional(),
  text: z.string().default(''),
  user_id: z.string(),
  channel_id: z.string(),
  trigger_id: z.string().optional(),
  response_url: z.string(),
})

/** A slash command; its reply is for the person alone, for Slack shows nobody what was typed. */
export const readCommand = (body: unknown): Addressed | undefined => {
  const { data } = command.safeParse(body)
  if (!data) return undefined
  const { text, user_id: person, channel_id: channel, trigger_id: trigger, response_url: url, team_id: team } = data
  return {
    line: { text, person, conversation: channel },
    place: { kind: 'respond', url, channel, person, replace: false },
    keys: trigger === undefined ? [] : [`trigger ${trigger}`],
    asked: text,
    ...(team === undefined ? {} : { team }),
  }
}
