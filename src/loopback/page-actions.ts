import { z } from 'zod'
import type { DisconnectReason } from './connections.js'
import { type FaultSwitches, SWITCHES } from './fault-switches.js'
import type { PageEvents } from './page-events.js'
import type { People } from './people.js'
import type { Workspace } from './workspace.js'

/** What the person at the page can do, by path: takes the body of the request, gives what is answered, if anything. */
export type PageActions = ReadonlyMap<string, (body: unknown) => unknown>

export interface PageActionsOptions {
  readonly workspace: Workspace
  readonly people: People
  readonly events: PageEvents
  /** The slash command, with its slash. */
  readonly command: string
  readonly switches: FaultSwitches
  readonly disconnect: (reason: DisconnectReason) => void
}

const LONGEST_TEXT = 40_000

const text = z
  .string('There is no text.')
  .max(LONGEST_TEXT, `That is too long: a message has at most ${LONGEST_TEXT.toLocaleString('en')} characters.`)
const conversation = z.string('Which conversation?')
const SAY = z.object({
  conversation,
  thread: z.string().optional(),
  text: text.refine((given) => given.trim() !== '', 'Write something first.'),
})
const SLASH = z.object({ conversation, text })
const PRESS = z.object({ conversation, message: z.string(), actionId: z.string(), blockId: z.string().optional() })
const FAULT = z.object({ name: z.enum(SWITCHES, 'There is no such switch.'), on: z.boolean() })

export const createPageActions = (options: PageActionsOptions): PageActions => {
  const { workspace, people, events, command, switches, disconnect } = options
  const user = workspace.you.id
  return new Map<string, (body: unknown) => unknown>([
    [
      '/page/say',
      async (body) => {
        const { conversation: channel, thread, text: said } = SAY.parse(body)
        await settleNow(people.say({ channel, user, text: said, ...(thread !== undefined && { thread }) }))
      },
    ],
    [
      '/page/slash',
      async (body) => {
        const { conversation: channel, text: said } = SLASH.parse(body)
        await settleNow(people.slash({ channel, user, command, text: said }))
      },
    ],
    [
      '/page/press',
      async (body) => {
        const { conversation: channel, message, actionId, blockId } = PRESS.parse(body)
        const place = { channel, user, message, actionId, ...(blockId !== undefined && { blockId }) }
        await settleNow(people.press(place))
      },
    ],
    [
      '/page/fault',
      (body) => {
        const { name, on } = FAULT.parse(body)
        switches.turn(name, on)
        events.tell('faults', switches.on)
      },
    ],
    ['/page/disconnect', () => disconnect('refresh_requested')],
  ])
}

/**
 * Rejects with what was wrong from the start, and does not wait for the bot: what it does is seen in the page's events,
 * and a failure of its is told there by Slackbot.
 */
const settleNow = async (doing: Promise<unknown>): Promise<void> => {
  await Promise.race([doing, new Promise((resolve) => setImmediate(resolve))])
}
