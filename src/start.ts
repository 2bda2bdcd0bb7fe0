import type { Logger } from 'pino'
import type { DigestControl } from './command/digest/control.js'
import { describePlan } from './command/digest/describe-schedule.js'
import type { Line } from './command/line.js'
import type { Config } from './config.js'
import type { DigestClock } from './digest/clock.js'
import type { FaultPoint } from './digest/digest-world.js'
import { type Bot, createBot, endingOf } from './main.js'
import { shutDown } from './shut-down.js'
import type { AnswerPoint } from './slack/answer-said.js'
import type { SlackConfig } from './slack/slack-config.js'
import type { SlackEdge } from './slack/slack-edge.js'
import type { Surroundings } from './slack/surroundings.js'
import type { Store, StoreOptions } from './store/open-store.js'

/** A bot that hears somebody, until it is stopped. */
export interface Running {
  /** Where it is heard, in a line for the person who started it. */
  readonly says: string
  /** Brings what is in work to its end first. */
  stop(): Promise<void>
}

/** What tests put in the place of time, and between the steps of posting. */
export interface StartSeams {
  /** Milliseconds since the epoch. */
  readonly now?: () => number
  readonly reach?: (point: FaultPoint | AnswerPoint) => void | Promise<void>
}

/** What of the settings a start needs. */
export type Settings = Pick<Config, 'knowledge' | 'dataDir' | 'databaseUrl' | 'port'>

/**
 * Runs the bot in a Slack workspace.
 * @throws InvalidConfigError when a token is not accepted or Slack cannot be reached
 * @throws StoreError when the store cannot be used
 */
export const startInSlack = async (
  config: Settings,
  slack: SlackConfig,
  log: Logger,
  seams: StartSeams = {},
): Promise<Running> => {
  const { dataDir, databaseUrl } = config
  const where = { dataDir, ...(databaseUrl !== undefined && { databaseUrl }) }
  const { port, stop } = await startWithStore({ config, slack, log, where, seams })
  const how = port === undefined ? 'Connected to Slack in Socket Mode' : `Listening for Slack on port ${port}`
  return { says: `${how}. Ctrl-C ends.`, stop }
}

/** What runs, and how it is stopped. */
export interface Started {
  readonly store: Store
  readonly clock: DigestClock
  /** Where Slack comes to it. */
  readonly port: number | undefined
  stop(): Promise<void>
}

interface Parts {
  readonly config: Settings
  readonly slack: SlackConfig
  readonly log: Logger
  readonly where: Pick<StoreOptions, 'dataDir' | 'databaseUrl'>
  /** Nobody else can use the store. */
  readonly alone?: boolean
  readonly seams?: StartSeams
}

/** Store, bot, Slack and digest clock, each started after what it needs. */
export const startWithStore = async (parts: Parts): Promise<Started> => {
  const { config, slack, log, where, alone = false, seams = {} } = parts
  const { now = Date.now, reach } = seams
  // Loaded here, for an answer in the terminal needs none of them.
  const [{ openStore }, { keepClean }, { createSlackEdge }, { createDigestClock }] = await Promise.all([
    import('./store/open-store.js'),
    import('./store/keep-clean.js'),
    import('./slack/slack-edge.js'),
    import('./digest/clock.js'),
  ])
  const onProblem = (err: Error): void => log.error({ err }, 'the store failed')
  const store = await openStore({ ...where, now, onProblem })
  log.info({ store: store.kind, place: store.place }, 'store opened')
  try {
    const bot = await createBot(config.knowledge, log, store)
    const edge: SlackEdge = createSlackEdge({
      config: slack,
      dispatch: (line) => bot.dispatch(line, controlOf(line, { store, edge, clock, now, command: slack.command })),
      store: store.events,
      log,
      now,
      around: aroundOf(bot, store),
      ...(reach && { reach }),
    })
    const clock = createDigestClock({
      store: store.digests,
      poster: edge.digests.poster,
      knowledge: () => bot.knowledge,
      feedback: store.feedback.of,
      unanswered: unansweredIn(store),
      command: slack.command,
      now,
      log,
      alone,
      ...(reach && { reach }),
    })
    const port = await edge.start()
    clock.start()
    const leaveStore = keepClean(store.cleanUp, log)
    return {
      store,
      clock,
      port,
      stop: () => shutDown({ parts: [clock.stop, edge.stop], leaveStore, closeStore: store.close, log }),
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** In App Home. */
const MOST_QUESTIONS = 5

/** What Slack's modals and App Home show besides answers. */
const aroundOf = (bot: Bot, { digests, feedback, verdicts, lastQuestions }: Store): Partial<Surroundings> => ({
  feedback: verdicts,
  // What was asked is in the conversations, and forgotten with them.
  questions: {
    note: async () => undefined,
    last: (_, person) => lastQuestions(endingOf(person), MOST_QUESTIONS),
  },
  likes: feedback.give,
  knowledge: () => bot.knowledge,
  digests: async (workspace) =>
    (await digests.subscriptions(workspace)).map((one) => ({ channel: one.channel, says: describePlan(one) })),
})

interface DigestParts {
  readonly store: Store
  readonly edge: SlackEdge
  readonly clock: DigestClock
  readonly command: string
  readonly now: () => number
}

/** What `digest` works with for one line; undefined where the line's place is not known. */
const controlOf = (
  { workspace, conversation: channel, person, open = false }: Line,
  { store, edge, clock, command, now }: DigestParts,
): DigestControl | undefined => {
  if (workspace === undefined) return undefined
  return {
    workspace,
    channel,
    direct: channel.startsWith('D'),
    now: now(),
    store: store.digests,
    feedback: () => store.feedback.of(workspace, channel),
    unanswered: (from, until) => unansweredIn(store)(workspace, channel, from, until),
    personZone: () => edge.digests.personZone(person),
    canPost: () => edge.digests.canPost(channel),
    command,
    invite: edge.digests.invite,
    // A change made where everybody reads it is told already.
    announce: (what) => (open ? Promise.resolve() : edge.digests.announce(channel, person, what)),
    sendNow: clock.sendNow,
  }
}

const unansweredIn =
  ({ questions }: Store) =>
  async (workspace: string, channel: string, from: number, until: number): Promise<readonly string[]> =>
    (await questions.between(workspace, channel, from, until)).map(({ question }) => question)
