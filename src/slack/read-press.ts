import { z } from 'zod'
import { ASK, PAGE, type PageTarget, readPageValue } from './buttons.js'
import type { Place } from './place.js'
import type { Addressed } from './read-event.js'

/** A button that was pressed. */
export interface Press extends Addressed {
  /** Where a page button leads; undefined for a button that sends a line. */
  readonly page?: PageTarget
  /** What is before the colon of the button's name, and what the button carries. */
  readonly button: { readonly kind: string; readonly name: string; readonly value: string }
  /** Timestamp of the message that the button stands in. */
  readonly message: string
  /** Opens one modal, within three seconds. */
  readonly trigger?: string
  /** Where a reply goes that must not take the place of the message pressed. */
  readonly beside: Place
  /** Where only the person who pressed sees it. */
  readonly aside: Place
  /** Whether the message is for the person alone. */
  readonly ephemeral: boolean
}

const press = z.object({
  user: z.object({ id: z.string(), team_id: z.string().nullish() }),
  team: z.object({ id: z.string() }).nullish(),
  channel: z.object({ id: z.string() }).optional(),
  container: z
    .object({
      channel_id: z.string().optional(),
      message_ts: z.string().optional(),
      thread_ts: z.string().optional(),
      is_ephemeral: z.boolean().optional(),
    })
    .optional(),
  message: z.object({ ts: z.string().optional(), thread_ts: z.string().optional() }).optional(),
  trigger_id: z.string().optional(),
  response_url: z.string().optional(),
  actions: z
    .array(
      z
        .object({
          action_id: z.string(),
          value: z.string().optional(),
          // Of a menu, which has no value of its own.
          selected_option: z.object({ value: z.string() }).nullish(),
        })
        .transform(({ action_id, value, selected_option: chosen }) => ({ action_id, value: value ?? chosen?.value })),
    )
    .min(1),
})

/** What was pressed; undefined when nobody could be told of it. A button that is not known any more has an empty line. */
export const readPress = (body: unknown): Press | undefined => {
  const { data } = press.safeParse(body)
  const [action] = data?.actions ?? []
  if (!data || !action) return undefined
  const channel = data.channel?.id ?? data.container?.channel_id
  const pressed = data.message?.ts ?? data.container?.message_ts
  if (channel === undefined || pressed === undefined) return undefined
  const person = data.user.id
  const thread = data.message?.thread_ts ?? data.container?.thread_ts ?? pressed
  const { trigger_id: trigger, response_url: url } = data
  const personTeam = data.user.team_id ?? data.team?.id
  const ephemeral = data.container?.is_ephemeral === true && url !== undefined
  const direct = channel.startsWith('D')
  const post: Place = { kind: 'post', channel, thread, person }
  // A message for the person alone has no thread of its own, but may stand in one.
  const within = ephemeral ? data.container?.thread_ts : thread
  const respond = (replace: boolean): Place =>
    url === undefined ? post : { kind: 'respond', url, channel, person, replace, ...inThread(within) }
  const beside = ephemeral ? respond(false) : post
  const { page, text } = readAction(action)
  const [kind = '', name = ''] = action.action_id.split(':')
  return {
    line: { text, person, conversation: channel, ...(ephemeral || direct ? {} : { thread }) },
    place: page === undefined ? beside : ephemeral ? respond(true) : { ...post, ...instead(pressed, url), thread },
    beside,
    // In a direct message everything is.
    aside: direct ? beside : respond(false),
    ephemeral,
    message: pressed,
    button: { kind, name, value: action.value ?? '' },
    keys: trigger === undefined ? [] : [`trigger ${trigger}`],
    asked: text.replace(/^ask /, ''),
    ...(trigger === undefined ? {} : { trigger }),
    ...(data.team ? { team: data.team.id } : {}),
    ...(personTeam === undefined ? {} : { personTeam }),
    ...(page === undefined ? {} : { page }),
  }
}

const inThread = (thread: string | undefined) => (thread === undefined ? {} : { thread })

const instead = (message: string, url: string | undefined) => ({
  kind: 'update' as const,
  message,
  ...(url === undefined ? {} : { url }),
})

const readAction = ({ action_id, value = '' }: { action_id: string; value?: string | undefined }) => {
  const [kind] = action_id.split(':', 1)
  if (kind === ASK) return { text: value, page: undefined }
  const page = kind === PAGE ? readPageValue(value) : undefined
  return { text: page?.line ?? '', page }
}
