import { z } from 'zod'
import { ASK, PAGE, type PageTarget, readPageValue } from './buttons.js'
import type { Place } from './place.js'
import type { Addressed } from './read-event.js'

/** A button that was pressed. */
export interface Press extends Addressed {
  /** Where a page button leads; undefined for a button that sends a line. */
  readonly page?: PageTarget
  /** Where a reply goes that must not take the place of the message pressed. */
  readonly beside: Place
  /** Whether the message is for the person alone. */
  readonly ephemeral: boolean
}

const press = z.object({
  user: z.object({ id: z.string() }),
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
  actions: z.array(z.object({ action_id: z.string(), value: z.string().optional() })).min(1),
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
  const url = data.container?.is_ephemeral === true ? data.response_url : undefined
  const direct = channel.startsWith('D')
  const { page, text } = readAction(action)
  const beside: Place =
    url === undefined
      ? { kind: 'post', channel, thread, person }
      : { kind: 'respond', url, channel, person, replace: false }
  const instead: Place =
    url === undefined
      ? { kind: 'update', channel, message: pressed, thread, person }
      : { kind: 'respond', url, channel, person, replace: true }
  return {
    line: { text, person, conversation: channel, ...(url !== undefined || direct ? {} : { thread }) },
    place: page === undefined ? beside : instead,
    beside,
    ephemeral: url !== undefined,
    keys: data.trigger_id === undefined ? [] : [`trigger ${data.trigger_id}`],
    asked: text.replace(/^ask /, ''),
    ...(page === undefined ? {} : { page }),
  }
}

const readAction = ({ action_id, value = '' }: { action_id: string; value?: string | undefined }) => {
  const [kind] = action_id.split(':', 1)
  if (kind === ASK) return { text: value, page: undefined }
  const page = kind === PAGE ? readPageValue(value) : undefined
  return { text: page?.line ?? '', page }
}
