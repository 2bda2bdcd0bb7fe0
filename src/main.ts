import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { type AnswerQuestion, createAnswerer } from './answer/answer-question.js'
import type { BotStatus, Command } from './command/command.js'
import type { DigestControl } from './command/digest/control.js'
import type { Line } from './command/line.js'
import { problemNotice, type Reply } from './command/reply.js'
import { handleLine, type LineParts } from './handle-line.js'
import type { Knowledge } from './knowledge/report.js'
import { learnFromVerdicts } from './learn-from-verdicts.js'
import { noteUnanswered } from './note-unanswered.js'
import { openConversations } from './open-conversations.js'
import { buildIndex } from './search/search-index.js'
import { loadCommands } from './store/load-commands.js'
import type { Store } from './store/open-store.js'
import { readKnowledgeFolder } from './store/read-knowledge-folder.js'

export { endingOf } from './handle-line.js'

/** The bot, ready to take lines from any edge. */
export interface Bot {
  readonly knowledge: Knowledge
  readonly commands: ReadonlyMap<string, Command>
  readonly answer: AnswerQuestion
  /** Never rejects: what goes wrong inside is logged and told as a reply. */
  readonly dispatch: (line: Line, digest?: DigestControl) => Promise<Reply>
}

// This file runs from dist/src, beside dist/commands; package.json stands above both.
const dist = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * Puts the bot together. Without a store it remembers conversations for as long as it runs.
 * @throws InvalidKnowledgeError if the folder holds no usable report
 * @throws InvalidCommandError if a command does not load
 */
export const createBot = async (knowledgeFolder: string, log: Logger, store?: Store): Promise<Bot> => {
  const started = performance.now()
  const [knowledge, commands, version] = await Promise.all([
    readKnowledgeFolder(knowledgeFolder),
    loadCommands(join(dist, 'commands')),
    readVersion(),
  ])
  const answer = createAnswerer(knowledge, buildIndex(knowledge))
  const ready = performance.now()
  const status = (): BotStatus => {
    const trouble = store?.problem()?.message
    return {
      version,
      uptime: (performance.now() - ready) / 1000,
      nodeVersion: process.versions.node,
      ...(trouble !== undefined && { trouble }),
    }
  }
  const parts: LineParts = {
    knowledge,
    commands,
    answer,
    status,
    conversation: openConversations(store, log),
    ...learnFromVerdicts(store, log),
  }
  const handle = async (line: Line, digest?: DigestControl): Promise<Reply> => {
    const reply = await handleLine(line, digest, parts, log)
    if (store) await noteUnanswered(line, reply, store, log)
    return reply
  }
  const { reports, passages, problems, revision } = knowledge
  log.info(
    { reports: reports.length, passages: passages.length, problems: problems.length, revision, ms: since(started) },
    'ready',
  )
  return { knowledge, commands, answer, dispatch: guard(handle, log) }
}

/** Logs what became of each line, and turns an error into a reply that names where to look it up. */
const guard =
  (handle: Bot['dispatch'], log: Logger): Bot['dispatch'] =>
  async (line, digest) => {
    const started = performance.now()
    try {
      const reply = await handle(line, digest)
      const status = reply.kind === 'answer' ? reply.answer.status : undefined
      log.info({ reply: reply.kind, status, characters: line.text.length, ms: since(started) }, 'replied')
      return reply
    } catch (err) {
      const ref = randomBytes(3).toString('hex')
      log.error({ err, ref, ms: since(started) }, 'could not reply')
      return problemNotice(`Something failed on my side (ref ${ref}). Please try again.`, 'status')
    }
  }

const since = (started: number): number => Number((performance.now() - started).toFixed(1))

const readVersion = async (): Promise<string> => {
  const { version } = JSON.parse(await readFile(join(dist, '..', 'package.json'), 'utf8')) as { version: string }
  return version
}
