import { pino } from 'pino'
import type { Knowledge } from '../../src/knowledge/report.js'
import { createLoopback, type Loopback } from '../../src/loopback/loopback.js'
import type { OpenView } from '../../src/loopback/views.js'
import type { Message } from '../../src/loopback/workspace.js'
import { createFeedbackInMemory } from '../../src/slack/feedback/feedback.js'
import { BOT_SCOPES } from '../../src/slack/scopes.js'
import { createSlackEdge, type SlackEdge, type SlackEdgeOptions } from '../../src/slack/slack-edge.js'
import { createSmallBot } from '../support/small-bot.js'
import { knowledgeOfFiles, SMALL_REPORTS } from '../support/small-reports.js'

/** The bot over three short reports, on a Slack on loopback. */
export interface BotOnLoopback {
  readonly slack: Loopback
  readonly feedback: ReturnType<typeof createFeedbackInMemory>
  /** What the bot knows from now on. */
  know(knowledge: Knowledge): void
  /** Ends the bot, and starts another one that remembers nothing. */
  restart(): Promise<void>
  /** Brings the answers in work to their end, and ends the bot. */
  stop(): Promise<void>
  close(): Promise<void>
  /** Waits until a method was called so many times in all. */
  called(method: string, count?: number): Promise<void>
  /** What the bot has logged. */
  log(): string
  /** The one view that is open. */
  view(): OpenView
}

export type BotOptions = Partial<Omit<SlackEdgeOptions, 'config' | 'log'>> & {
  readonly scopes?: readonly string[]
  readonly textCommand?: string
  readonly search?: true
}

export const startBot = async ({
  around,
  scopes = BOT_SCOPES,
  textCommand,
  search,
  ...more
}: BotOptions = {}): Promise<BotOnLoopback> => {
  const slack = await createLoopback({ scopes })
  const { botToken, appToken } = slack.credentials
  const feedback = createFeedbackInMemory()
  const logged: string[] = []
  let knowledge = knowledgeOfFiles(SMALL_REPORTS)
  const start = async (): Promise<SlackEdge> => {
    const bot = createSmallBot({ knowledge })
    const edge = createSlackEdge({
      config: {
        mode: 'socket',
        botToken,
        appToken,
        command: '/kubecon',
        apiUrl: slack.apiUrl,
        ...(textCommand !== undefined && { textCommand }),
        ...(search && { search }),
      },
      dispatch: ({ text, ...line }) => bot.say(text, line),
      log: pino({ base: null }, { write: (line: string) => void logged.push(line) }),
      around: { knowledge: () => knowledge, feedback, ...around },
      ...more,
    })
    await edge.start()
    return edge
  }
  let edge = await start()
  return {
    slack,
    feedback,
    know: (other) => {
      knowledge = other
    },
    restart: async () => {
      await edge.stop()
      edge = await start()
    },
    stop: () => edge.stop(),
    close: async () => {
      await edge.stop()
      await slack.close()
    },
    called: async (method, count = 1) => {
      await slack.journal.untilCount(count, ({ kind, name }) => kind === 'call' && name === method)
    },
    log: () => logged.join(''),
    view: () => {
      const [view, ...others] = slack.views
      if (!view || others.length > 0) throw new Error(`${slack.views.length} views are open, not one`)
      return view
    },
  }
}

/** A message of the bot with one button that the bot did not make. */
export const postForged = ({ slack }: BotOnLoopback, channel: string, actionId: string, value: string): Message =>
  slack.workspace.post({
    channel,
    user: slack.workspace.bot.id,
    text: 'old',
    blocks: [
      {
        type: 'actions',
        block_id: 'forged',
        elements: [{ type: 'button', action_id: actionId, text: { type: 'plain_text', text: 'Old' }, value }],
      },
    ],
  })
