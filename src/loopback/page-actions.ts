import type { z } from 'zod'
import type { DisconnectReason } from './connections.js'
import type { FaultSwitches } from './fault-switches.js'
import type { PageEvents } from './page-events.js'
import * as requests from './page-requests.js'
import type { People } from './people.js'
import { UnknownPlaceError } from './unknown-place-error.js'
import type { Workspace } from './workspace.js'

/** What the person at the page can do, by path: takes the body of the request, gives what is answered, if anything. */
export type PageActions = ReadonlyMap<string, (body: unknown) => unknown>

/** Something that whoever opened this Slack lets people do from the page, as a button. */
export interface ExtraAction {
  readonly label: string
  /** For the conversation that is open; gives what the person reads then, if anything. */
  run(conversation: string): Promise<string | undefined>
}

export interface PageActionsOptions {
  readonly workspace: Workspace
  readonly people: People
  readonly events: PageEvents
  /** The slash command, with its slash. */
  readonly command: string
  readonly switches: FaultSwitches
  readonly disconnect: (reason: DisconnectReason) => void
  readonly extras: readonly ExtraAction[]
}

export const createPageActions = (options: PageActionsOptions): PageActions => {
  const { workspace, people, events, command, switches, disconnect, extras } = options
  const user = workspace.you.id
  return new Map([
    on('say', requests.SAY, ({ conversation: channel, thread, text }) =>
      settleNow(people.say({ channel, user, text, ...(thread !== undefined && { thread }) })),
    ),
    on('slash', requests.SLASH, ({ conversation: channel, text }) =>
      settleNow(people.slash({ channel, user, command, text })),
    ),
    on('press', requests.PRESS, ({ conversation: channel, ...press }) =>
      settleNow(people.press(given({ channel, user, ...press }))),
    ),
    on('press-in-view', requests.PRESS_IN_VIEW, async (press) => ({
      taken: await people.pressInView(given({ user, ...press })),
    })),
    on('submit', requests.SUBMIT, ({ view, values }) => people.submitModal({ user, view, values })),
    on('close', requests.CLOSE, ({ view, all }) => settleNow(people.closeModal({ user, view, all }))),
    on('open-app', requests.OPEN_APP, ({ tab }) => settleNow(people.openApp({ user, tab }))),
    on('talk', requests.TALK, async (talk) => ({ thread: (await people.startTalk(given({ user, ...talk }))).ts })),
    on('shortcut', requests.SHORTCUT, ({ callbackId }) => settleNow(people.shortcut({ user, callbackId }))),
    on('message-shortcut', requests.MESSAGE_SHORTCUT, ({ conversation: channel, message, callbackId }) =>
      settleNow(people.shortcut({ user, callbackId, message: { channel, ts: message } })),
    ),
    on('react', requests.REACT, ({ conversation: channel, message, name }) =>
      settleNow(people.react({ channel, user, message, name })),
    ),
    on('fault', requests.FAULT, ({ name, on: isOn }) => {
      switches.turn(name, isOn)
      events.tell('faults', switches.on)
    }),
    ['/page/disconnect', () => disconnect('refresh_requested')],
    on('run', requests.RUN, async ({ action, conversation }) => {
      const extra = extras[action]
      if (!extra) throw new UnknownPlaceError('There is no such button.')
      return { says: await extra.run(conversation) }
    }),
  ])
}

const on = <Request>(
  name: string,
  schema: z.ZodType<Request>,
  act: (request: Request) => unknown,
): [string, (body: unknown) => unknown] => [`/page/${name}`, (body) => act(schema.parse(body))]

/** Without what was left out, which zod has as undefined. */
const given = <Request extends object>(request: Request): Given<Request> =>
  Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined)) as Given<Request>

type Given<Request> = { [Key in keyof Request]: Exclude<Request[Key], undefined> }

/**
 * Rejects with what was wrong from the start, and does not wait for the bot: what it does is seen in the page's events,
 * and a failure of its is told there by Slackbot.
 */
const settleNow = async (doing: Promise<unknown>): Promise<void> => {
  await Promise.race([doing, new Promise((resolve) => setImmediate(resolve))])
}
