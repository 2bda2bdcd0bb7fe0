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
  /** Id of the workspace or organisation of whoever said it, which in a shared channel may be another one. */
  readonly personTeam?: string
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
  user_team: z.string().nullish(),
  source_team: z.string().nullish(),
  team: z.string().nullish(),
  edited: z.unknown().optional(),
  hidden: z.boolean().optional(),
})

/** What is known of an event besides itself. */
interface Delivered {
  /** Id of the delivery. */
  readonly eventId: string | undefined
  /** The bot's own user id. */
  readonly botUser: string | undefined
  readonly team?: string | undefined
  /** What a message in a channel has to start with to be meant for the bot; none when undefined. */
  readonly textCommand?: string | undefined
}

/**
 * A mention, a direct message, or a message that starts with the text command; undefined for everything that is not said to the bot by a person: other bots, the bot's
 * own echo, edits, joins, messages in channels without a mention.
 */
export const readMessage = (
  event: unknown,
  { eventId, botUser, team, textCommand }: Delivered,
): Addressed | undefined => {
  const { data } = message.safeParse(event)
  if (!data || !isSaid(data) || data.user === botUser) return undefined
  const isDirect = data.type === 'message' ? data.channel_type === 'im' : data.channel.startsWith('D')
  // A mention in a channel arrives as app_mention, and as message too where the app hears all messages.
  const isOther = data.type === 'message' && !isDirect
  const words = isOther ? afterCommand(data.text ?? '', textCommand) : withoutMention(data.text ?? '', botUser)
  if (words === undefined) return undefined
  const { user, channel, ts, thread_ts: thread = ts } = data
  const personTeam = data.user_team ?? data.source_team ?? data.team ?? undefined
  return {
    // A direct message is one conversation, in threads or not; in a channel each thread is its own.
    line: { text: words, person: user, conversation: channel, ...(isDirect ? {} : { thread }) },
    place: { kind: 'post', channel, thread, person: user },
    keys: [`message ${channel} ${ts}`, ...(eventId === undefined ? [] : [`event ${eventId}`])],
    ...(team === undefined ? {} : { team }),
    ...(personTeam === undefined ? {} : { personTeam }),
  }
}

/** What stands after the text command; undefined for a message that does not start with it. */
const afterCommand = (text: string, textCommand: string | undefined): string | undefined => {
  const [first = ''] = text.trimStart().split(/\s/, 1)
  return textCommand !== undefined && first.toLowerCase() === textCommand
    ? text.trimStart().slice(first.length).trim()
    : undefined
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
    ...(team === undefined ? {} : { team, personTeam: team }),
  }
}
