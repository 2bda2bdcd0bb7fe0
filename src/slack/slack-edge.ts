import { App, type Context, webApi } from '@slack/bolt'
import type { Logger } from 'pino'
import type { Line } from '../command/line.js'
import type { Reply } from '../command/reply.js'
import { type AnswerPoint, createSaidAnswerer } from './answer-said.js'
import { createBoltLogger } from './bolt-logger.js'
import { createConnection } from './connection.js'
import type { Desk } from './desk.js'
import { createDigestAccess, type DigestAccess } from './digest/digest-access.js'
import { createHeard, type HeardStore } from './heard.js'
import { acknowledgeOf, withLateAcknowledgement } from './late-acknowledgement.js'
import { listenBesideMessages } from './listen-beside-messages.js'
import { createOwnAccount, type OwnAccount } from './own-account.js'
import { createPostMarked } from './post-marked.js'
import { type Addressed, readCommand, readMessage } from './read-event.js'
import { readPress } from './read-press.js'
import { listenToSearch } from './search/listen-to-search.js'
import { createSeenEvents } from './seen-events.js'
import type { SlackConfig } from './slack-config.js'
import { tokenProblem, unreachable } from './start-problem.js'
import { type Surroundings, withDefaults } from './surroundings.js'
import { createTakePress } from './take-press.js'
import { within } from './within.js'
import { createWork } from './work.js'

/** The bot in Slack. */
export interface SlackEdge {
  /**
   * Resolves when the bot hears Slack, with the port that it listens on where Slack comes to it.
   * @throws InvalidConfigError when a token is not accepted
   * @throws UnavailableError when Slack cannot be reached
   */
  start(): Promise<number | undefined>
  /** What the daily digest needs of Slack. */
  readonly digests: DigestAccess
  /** Hears no more, brings the answers in work to their end (10 seconds at most), and resolves. */
  stop(): Promise<void>
}

export interface SlackEdgeOptions {
  readonly config: SlackConfig
  readonly dispatch: (line: Line) => Promise<Reply>
  readonly log: Logger
  /** Where what was heard outlives the process; left out, it is remembered for as long as the process lives. */
  readonly store?: HeardStore
  /** Milliseconds since the epoch. */
  readonly now?: () => number
  /** Whatever is left out has a default that forgets at the end of the process. */
  readonly around?: Partial<Surroundings>
  /** Milliseconds after which a person is shown that their question is in work; default 1 second. */
  readonly statusAfter?: number
  /** Called between the steps of an answer. */
  readonly reach?: (point: AnswerPoint) => void | Promise<void>
}

/** How long a start may take. */
const START_WITHIN = 30_000
/** Less than what container managers give. */
const STOP_WITHIN = 10_000
/** How often it is looked for lines that a process which was killed left unanswered. */
const LOOK_EVERY = 30_000

/** The Bolt app: what people say becomes lines, replies become messages. docs/operating.md says what it does when Slack is slow or gone. */
export const createSlackEdge = (options: SlackEdgeOptions): SlackEdge => {
  const { config, dispatch, log, store, now = Date.now, reach, around: given, statusAfter = 1000 } = options
  const around = withDefaults(given)
  const seen = createSeenEvents({ now })
  const work = createWork()
  const logger = createBoltLogger(log)
  const connection = createConnection({ config, log, logger, deadline: START_WITHIN })
  // Every object of options is made anew: Bolt and the socket client write into the one they are given.
  const app = new App({
    token: config.botToken,
    receiver: connection.receiver,
    logger,
    // With a wrong token the constructor would end the process; init() can be caught.
    deferInitialization: true,
    convoStore: false,
    clientOptions: webOptions(config),
  })

  const once = new webApi.WebClient(config.botToken, { ...onceOptions(config), logger })
  const post = createPostMarked({ once, log, now })
  const { answer, recover } = createSaidAnswerer({
    dispatch,
    work,
    log,
    now,
    around,
    statusAfter,
    heard: createHeard({ store, seen, log }),
    post,
    ...(reach && { reach }),
  })
  const account = createOwnAccount(app.client, log)
  const desk: Desk = { dispatch, log, around, seen, work, post, answer, account }
  const takePress = createTakePress(desk)

  const hear = async (event: unknown, eventId: string, context: Context, client: webApi.WebClient) => {
    const { botUserId: botUser, teamId } = context
    const said = readMessage(event, { eventId, botUser, team: teamId, textCommand: config.textCommand })
    const ack = acknowledgeOf(context)
    if (said) await answer(await located(said, context, account), client, ack && (() => acknowledge(ack)))
  }
  app.event('app_mention', ({ event, body, context, client }) => hear(event, body.event_id, context, client))
  app.event('message', ({ event, body, context, client }) => hear(event, body.event_id, context, client))
  // Every command: Slack sends this app none but its own, and one under a name we do not expect is still meant for us.
  app.command(/./, async ({ ack, body, context, client }) => {
    await acknowledge(ack)
    const said = readCommand(body)
    if (said) await answer(await located(said, context, account), client)
  })
  app.action({ type: 'block_actions' }, async ({ ack, body, context, client }) => {
    await acknowledge(ack)
    if (await takePress(body, client)) return
    const press = readPress(body)
    if (press) await answer(await located(press, context, account), client)
  })
  app.error(async (error) => log.error({ err: error.original ?? error }, 'Slack event failed'))

  /** A lost acknowledgement is no reason not to answer. */
  const acknowledge = (ack: () => Promise<void>): Promise<void> =>
    ack().catch((err: unknown) => log.warn({ err }, 'could not acknowledge'))
  if (config.search) listenToSearch(app, desk, now)
  listenBesideMessages(app, desk, { acknowledge, command: config.command })

  // Slack's packages know promises that nobody can catch; none of them is worth the whole bot.
  const survive = (err: unknown): void => log.error({ err }, 'unhandled rejection; carrying on')

  const digests = createDigestAccess({ once, patient: app.client, post, account }, log)

  let looking: NodeJS.Timeout | undefined
  const lookForLeft = (): void => {
    void recover(app.client)
  }

  const stop = async (): Promise<void> => {
    clearInterval(looking)
    const until = performance.now() + STOP_WITHIN
    await connection.close()
    const left = await work.drain(until - performance.now())
    if (left > 0) log.warn({ left }, 'answers in work were given up')
    process.off('unhandledRejection', survive)
  }

  return {
    start: async () => {
      process.on('unhandledRejection', survive)
      try {
        await within(app.init(), START_WITHIN, () => new Error('Slack did not answer')).catch((error: unknown) => {
          throw tokenProblem(error, 'SLACK_BOT_TOKEN') ?? unreachable(config.apiUrl, error)
        })
        await account.team()
        const port = await connection.open(withLateAcknowledgement(app))
        lookForLeft()
        looking = setInterval(lookForLeft, LOOK_EVERY)
        return port
      } catch (error) {
        await stop()
        throw error
      }
    },
    digests,
    stop,
  }
}

/** With what the line itself does not say: the workspace, whether others see it, and whether it is a guest's. */
const located = async <Said extends Addressed>(said: Said, { teamId }: Context, account: OwnAccount): Promise<Said> => {
  const { line, place, personTeam } = said
  const open = place.kind !== 'respond' && !place.channel.startsWith('D')
  // What Bolt says is the workspace of whoever pressed or typed.
  const workspace = (await account.team()) ?? teamId
  const guest = await account.isForeign(personTeam)
  return {
    ...said,
    line: { ...line, ...(workspace !== undefined && { workspace }), ...(open && { open }), ...(guest && { guest }) },
  }
}

const webOptions = ({ apiUrl }: SlackConfig): webApi.WebClientOptions => ({
  slackApiUrl: apiUrl,
  // The default waits for ever, and the receiver would leave 100 retries behind.
  timeout: 10_000,
  retryConfig: { retries: 5, minTimeout: 500, factor: 2, randomize: true },
})

/** For what must not be posted twice: each call is tried once, and a rate limit is told instead of waited for. */
const onceOptions = (config: SlackConfig): webApi.WebClientOptions => ({
  ...webOptions(config),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
})
