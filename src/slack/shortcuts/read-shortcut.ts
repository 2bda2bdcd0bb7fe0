import { z } from 'zod'

/** Names of the shortcuts, as in slack-manifest.yaml: one in the menu of a message, one in the search box. */
export const ASK_MESSAGE = 'ask_message'
export const ASK_REPORTS = 'ask_reports'

/** A shortcut that somebody took. */
export interface Shortcut {
  readonly name: string
  readonly person: string
  readonly team?: string
  readonly trigger: string
  /** The message that it was taken from. */
  readonly message?: {
    readonly channel: string
    readonly ts: string
    /** The thread that it stands in, or begins. */
    readonly thread: string
    readonly text: string
    /** An address that leads to its conversation. */
    readonly url?: string
  }
}

const start = z.object({
  callback_id: z.string(),
  trigger_id: z.string(),
  user: z.object({ id: z.string() }),
  team: z.object({ id: z.string() }).nullish(),
})

const shortcut = z.discriminatedUnion('type', [
  start.extend({ type: z.literal('shortcut') }),
  start.extend({
    type: z.literal('message_action'),
    channel: z.object({ id: z.string() }),
    message: z.object({ ts: z.string(), thread_ts: z.string().optional(), text: z.string().nullish() }),
    response_url: z.string().optional(),
  }),
])

/** The shortcut that was taken; undefined for anything else. */
export const readShortcut = (body: unknown): Shortcut | undefined => {
  const { data } = shortcut.safeParse(body)
  if (!data) return undefined
  const { callback_id: name, trigger_id: trigger, user, team } = data
  const taken = { name, trigger, person: user.id, ...(team ? { team: team.id } : {}) }
  if (data.type === 'shortcut') return taken
  const { ts, thread_ts: thread = ts, text } = data.message
  const url = data.response_url === undefined ? {} : { url: data.response_url }
  return { ...taken, message: { channel: data.channel.id, ts, thread, text: text ?? '', ...url } }
}
