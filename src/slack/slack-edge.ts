import { randomBytes } from 'node:crypto'
import { App, type webApi } from '@slack/bolt'
import type { Logger } from 'pino'
import type { Line } from '../command/line.js'
import { problemNotice, type Reply } from '../command/reply.js'
import { OLD_BUTTON } from './ask-again.js'
import { createBoltLogger } from './bolt-logger.js'
import { createConnection } from './connection.js'
import { deliver } from './deliver.js'
import type { Desk } from './desk.js'
import type { SlackMessage } from './limits.js'
import { listenBesideMessages } from './listen-beside-messages.js'
import { noteQuestion, offersFor } from './offers.js'
import { createOwnTeam } from './own-team.js'
import { type Addressed, readCommand, readMessage } from './read-event.js'
import { type Press, readPress } from './read-press.js'
import { type RenderOptions, renderReply } from './render-reply.js'
import { listenToSearch } from './search/listen-to-search.js'
import { createSeenEvents } from './seen-events.js'
import type { SlackConfig } from './slack-config.js'
import { tokenProblem, unreachable } from './start-problem.js'
import { type Surroundings, withDefaults } from './surroundings.js'
import { createTakePress } from './take-press.js'
import { turnPage } from './turn-page.js'
import { withStatus } from './with-status.js'
import { within } from './within.js'
import { createWork } from './work.js'

/** The bot in Slack. */
export interface SlackEdge {
  /**
   * Resolves when the bot hears Slack.
   * @throws InvalidConfigError when a token is not accepted or Slack cannot be reached
   */
  start(): Promise<void>
  /** Hears no more, brings the answers in work to their end (10 seconds at most), and resolves. */
  stop(): Promise<void>
}

export interface SlackEdgeOptions {
  readonly config: SlackConfig
  readonly dispatch: (line: Line) => Promise<Reply>
  readonly log: Logger
  /** Milliseconds since the epoch. */
  readonly now?: () => number
  /** Whatever is left out has a default that forgets at the end of the process. */
  readonly around?: Partial<Surroundings>
  /** Milliseconds after which a person is shown that their question is in work; default 1 second. */
  readonly statusAfter?: number
}

/** How long a start may take. */
const START_WITHIN = 30_000
const DRAIN_WITHIN = 10_000

/** The Bolt app: what people say becomes lines, replies become messages. docs/operating.md says what it does when Slack is slow or gone. */
export const createSlackEdge = ({
  config,
  dispatch,
  log,
  now = Date.now,
  around: given,
  statusAfter = 1000,
}: SlackEdgeOptions): SlackEdge => {
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

  /** Answers what was said to the bot; never rejects. */
  const answer = (said: Addressed, client: webApi.WebClient, press?: Press): Promise<void> => {
    const heard = now()
    if (!seen.claim(said.keys)) {
      log.info({ keys: said.keys }, 'delivered again; answered once')
      return Promise.resolve()
    }
    const { conversation, thread = said.line.person } = said.line
    return work.run(`${conversation} ${thread}`, async () => {
      await work.turn()
      const { message, place } = await withStatus(reply(said, press), said.place, client, { log, after: statusAfter })
      try {
        const { how, failed } = await deliver(message, place, client)
        for (const err of failed) log.warn({ err, keys: said.keys }, 'Slack refused; delivered in another form')
        log.info({ keys: said.keys, channel: conversation, how, ms: now() - heard }, 'answered')
      } catch (err) {
        log.error({ err, keys: said.keys, channel: conversation, ms: now() - heard }, 'could not deliver the answer')
      }
    })
  }

  /** What to say and where; a failure of ours is said too. */
  const reply = async (
    said: Addressed,
    press?: Press,
  ): Promise<Pick<Addressed, 'place'> & { message: SlackMessage }> => {
    const ephemeral = said.place.kind === 'respond'
    try {
      const offers = await offersFor(said, ephemeral, desk)
      if (!press?.page) {
        const given = press && said.line.text === '' ? OLD_BUTTON : await dispatch(said.line)
        await noteQuestion(given, said, desk)
        return { message: renderReply(given, { ...asking(said), ...offers, ephemeral }), place: said.place }
      }
      const given = await turnPage(
        press.page,
        said.line,
        `page ${said.keys[0] ?? randomBytes(8).toString('hex')}`,
        dispatch,
      )
      // Only a page takes the place of a page: an apology beside the answer is better than one instead of it.
      if (given.kind !== 'answer') return { message: renderReply(given, { ephemeral }), place: press.beside }
      return { message: renderReply(given, { asked: given.answer.question, ...offers, ephemeral }), place: said.place }
    } catch (err) {
      const ref = randomBytes(3).toString('hex')
      log.error({ err, ref, keys: said.keys }, 'could not answer')
      const sorry = problemNotice(`Something failed on my side (ref ${ref}). Nothing was lost; please try again.`)
      return { message: renderReply(sorry, { ephemeral }), place: press?.beside ?? said.place }
    }
  }

  const desk: Desk = { dispatch, log, around, seen, work, answer, team: createOwnTeam(app.client, log) }
  const takePress = createTakePress(desk)

  const hear = async (event: unknown, { eventId, team, botUser }: Heard, client: webApi.WebClient) => {
    const said = readMessage(event, { eventId, botUser, team, textCommand: config.textCommand })
    if (said) await answer(said, client)
  }
  app.event('app_mention', ({ event, body, context, client }) => hear(event, heard(body, context), client))
  app.event('message', ({ event, body, context, client }) => hear(event, heard(body, context), client))
  // Every command: Slack sends this app none but its own, and one under a name we do not expect is still meant for us.
  app.command(/./, async ({ ack, body, client }) => {
    await acknowledge(ack)
    const said = readCommand(body)
    if (said) await answer(said, client)
  })
  app.action({ type: 'block_actions' }, async ({ ack, body, client }) => {
    await acknowledge(ack)
    if (await takePress(body, client)) return
    const press = readPress(body)
    if (press) await answer(press, client, press)
  })
  app.error(async (error) => log.error({ err: error.original ?? error }, 'Slack event failed'))

  /** A lost acknowledgement is no reason not to answer. */
  const acknowledge = (ack: () => Promise<void>): Promise<void> =>
    ack().catch((err: unknown) => log.warn({ err }, 'could not acknowledge'))
  if (config.search) listenToSearch(app, desk, now)
  listenBesideMessages(app, desk, { acknowledge, command: config.command })

  // Slack's packages know promises that nobody can catch; none of them is worth the whole bot.
  const survive = (err: unknown): void => log.error({ err }, 'unhandled rejection; carrying on')

  const stop = async (): Promise<void> => {
    await connection.close()
    const left = await work.drain(DRAIN_WITHIN)
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
        await connection.open(app)
      } catch (error) {
        await stop()
        throw error
      }
    },
    stop,
  }
}

const asking = ({ asked, askedBy }: Addressed): Pick<RenderOptions, 'asked' | 'askedBy'> => ({
  ...(asked === undefined ? {} : { asked }),
  ...(askedBy === undefined ? {} : { askedBy }),
})

/** What comes with an event, and whom it comes to. */
interface Heard {
  readonly eventId: string
  readonly team: string
  readonly botUser: string | undefined
}

const heard = (body: { event_id: string; team_id: string }, { botUserId }: { botUserId?: string }): Heard => ({
  eventId: body.event_id,
  team: body.team_id,
  botUser: botUserId,
})

const webOptions = ({ apiUrl }: SlackConfig): webApi.WebClientOptions => ({
  slackApiUrl: apiUrl,
  // The default waits for ever, and the receiver would leave 100 retries behind.
  timeout: 10_000,
  retryConfig: { retries: 5, minTimeout: 500, factor: 2, randomize: true },
})
