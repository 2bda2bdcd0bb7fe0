import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { type AnswerQuestion, createAnswerer } from './answer/answer-question.js'
import type { Command, CommandContext } from './command/command.js'
import { dispatch } from './command/dispatch.js'
import type { Line } from './command/line.js'
import { problemNotice, type Reply } from './command/reply.js'
import { InvalidConfigError } from './errors.js'
import type { Knowledge } from './knowledge/report.js'
import type { Loopback } from './loopback/loopback.js'
import { buildIndex } from './search/search-index.js'
import type { SlackConfig } from './slack/slack-config.js'
import { createConversationMemory } from './store/conversation-memory.js'
import { loadCommands } from './store/load-commands.js'
import { readKnowledgeFolder } from './store/read-knowledge-folder.js'

/** The bot, ready to take lines from any edge. */
export interface Bot {
  readonly knowledge: Knowledge
  readonly commands: ReadonlyMap<string, Command>
  readonly answer: AnswerQuestion
  /** Never rejects: what goes wrong inside is logged and told as a reply. */
  readonly dispatch: (line: Line) => Promise<Reply>
}

// This file runs from dist/src, beside dist/commands; package.json stands above both.
const dist = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * Puts the bot together.
 * @throws InvalidKnowledgeError if the folder holds no usable report
 * @throws InvalidCommandError if a command does not load
 */
export const createBot = async (knowledgeFolder: string, log: Logger): Promise<Bot> => {
  const started = performance.now()
  const [knowledge, commands, version] = await Promise.all([
    readKnowledgeFolder(knowledgeFolder),
    loadCommands(join(dist, 'commands')),
    readVersion(),
  ])
  const answer = createAnswerer(knowledge, buildIndex(knowledge))
  const contextFor = createContexts(knowledge, [...commands.values()], answer, version)
  const { reports, passages, problems, revision } = knowledge
  log.info(
    { reports: reports.length, passages: passages.length, problems: problems.length, revision, ms: since(started) },
    'ready',
  )
  return { knowledge, commands, answer, dispatch: guard((line) => dispatch(line, { commands, contextFor }), log) }
}

/** A bot that hears somebody, until it is stopped. */
export interface Running {
  /** Where it is heard, in a line for the person who started it. */
  readonly says: string
  /** Brings the answers in work to their end first. */
  stop(): Promise<void>
}

// Slack's packages take a third of a second to load, which an answer in the terminal need not wait for.
const loadSlackEdge = () => import('./slack/slack-edge.js')

/** @throws InvalidConfigError when a token is not accepted or Slack cannot be reached */
export const connectToSlack = async (bot: Bot, slack: SlackConfig, log: Logger): Promise<Running> => {
  const { createSlackEdge } = await loadSlackEdge()
  const edge = createSlackEdge({ config: slack, dispatch: bot.dispatch, log })
  await edge.start()
  const how = slack.mode === 'socket' ? 'in Socket Mode' : `over HTTP on port ${slack.port}`
  return { says: `Connected to Slack ${how}. Ctrl-C ends.`, stop: edge.stop }
}

/** The port of the preview unless another is set: a fixed one keeps a bookmark valid. */
const PREVIEW_PORT = 3210

/** The unchanged Slack app on a Slack of this machine's own, with a page to chat in. */
export const openPreview = async (bot: Bot, port: number | undefined, log: Logger): Promise<Running> => {
  const loopback = await openLoopback(port)
  const { botToken, appToken } = loopback.credentials
  const slack = { mode: 'socket', botToken, appToken, command: '/kubecon', apiUrl: loopback.apiUrl } as const
  const { createSlackEdge } = await loadSlackEdge()
  const edge = createSlackEdge({ config: slack, dispatch: bot.dispatch, log })
  await edge.start()
  return {
    says: `Open ${loopback.url} to chat with the bot: a preview on this machine, not Slack. Ctrl-C ends.`,
    stop: async () => {
      await edge.stop()
      await loopback.close()
    },
  }
}

const openLoopback = async (port: number | undefined): Promise<Loopback> => {
  const { createLoopback } = await import('./loopback/loopback.js')
  const { readManifest } = await import('./loopback/manifest.js')
  const { BOT_SCOPES } = await import('./slack/scopes.js')
  const manifest = readManifest(await readFile(join(dist, '..', 'slack-manifest.yaml'), 'utf8'))
  const options = { scopes: BOT_SCOPES, manifest }
  try {
    return await createLoopback({ ...options, port: port ?? PREVIEW_PORT })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    if (port !== undefined)
      throw new InvalidConfigError(`PORT: ${port} is taken by another program. Set another, or none.`, { cause: error })
    return createLoopback(options)
  }
}

const createContexts = (
  knowledge: Knowledge,
  commands: readonly Command[],
  answer: AnswerQuestion,
  version: string,
): ((line: Line) => CommandContext) => {
  const conversations = createConversationMemory({ now: Date.now })
  const ready = performance.now()
  return (line) => {
    const conversation = conversations([line.conversation, line.thread ?? '', line.person].join('\n'))
    return {
      line,
      knowledge,
      conversation,
      commands,
      // A further page asks the filled-in question again, which needs no context.
      ask: (question, page) =>
        answer(question, page ? { ...page } : { context: conversation.turns().map((turn) => turn.question) }),
      status: () => ({ version, uptime: (performance.now() - ready) / 1000, nodeVersion: process.versions.node }),
    }
  }
}

/** Logs what became of each line, and turns an error into a reply that names where to look it up. */
const guard =
  (handle: (line: Line) => Promise<Reply>, log: Logger): Bot['dispatch'] =>
  async (line) => {
    const started = performance.now()
    try {
      const reply = await handle(line)
      const status = reply.kind === 'answer' ? reply.answer.status : undefined
      log.info({ reply: reply.kind, status, characters: line.text.length, ms: since(started) }, 'replied')
      return reply
    } catch (err) {
      const ref = randomBytes(3).toString('hex')
      log.error({ err, ref, ms: since(started) }, 'could not reply')
      return problemNotice(`Something failed on my side (ref ${ref}). Nothing was lost; please try again.`, 'status')
    }
  }

const since = (started: number): number => Number((performance.now() - started).toFixed(1))

const readVersion = async (): Promise<string> => {
  const { version } = JSON.parse(await readFile(join(dist, '..', 'package.json'), 'utf8')) as { version: string }
  return version
}
