import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { type AnswerQuestion, createAnswerer } from './answer/answer-question.js'
import type { Conversation } from './answer/conversation.js'
import { earlierQuestions } from './answer/earlier-questions.js'
import type { Vote } from './answer/votes.js'
import type { BotStatus, Command, CommandContext, RatingControl } from './command/command.js'
import type { DigestControl } from './command/digest/control.js'
import { dispatch } from './command/dispatch.js'
import type { Line } from './command/line.js'
import { problemNotice, type Reply } from './command/reply.js'
import type { Knowledge } from './knowledge/report.js'
import { buildIndex } from './search/search-index.js'
import { createConversationMemory } from './store/conversation-memory.js'
import { loadCommands } from './store/load-commands.js'
import type { Store } from './store/open-store.js'
import { readKnowledgeFolder } from './store/read-knowledge-folder.js'

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
  const parts: Parts = {
    knowledge,
    commands,
    answer,
    status,
    conversation: openConversations(store, log),
    ...learning(store, log),
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

/** What the contexts of all lines share. */
interface Parts {
  readonly knowledge: Knowledge
  readonly commands: ReadonlyMap<string, Command>
  readonly answer: AnswerQuestion
  readonly status: CommandContext['status']
  readonly conversation: ReturnType<typeof openConversations>
  readonly votes: (line: Line) => Promise<readonly Vote[]>
  readonly rating: (line: Line) => RatingControl | undefined
}

/** A conversation, and how it is known that what is said in it is kept. */
type OpenConversation = Conversation & { saved?(): Promise<void> }

/** Gives a line its context, has it answered, and keeps what was said. */
const handleLine = async (line: Line, digest: DigestControl | undefined, parts: Parts, log: Logger): Promise<Reply> => {
  const { knowledge, commands, answer, status } = parts
  const conversation = await parts.conversation(keyOf(line), line.apart === true)
  const votes = await parts.votes(line)
  const rating = parts.rating(line)
  const reply = await dispatch(line, {
    commands,
    contextFor: (line) => ({
      line,
      knowledge,
      conversation,
      commands: [...commands.values()],
      // A further page asks the filled-in question again, which needs no context.
      ask: (question, page) =>
        answer(question, {
          votes,
          ...(page ?? { context: earlierQuestions(conversation.turns()) }),
        }),
      status,
      ...(digest && { digest }),
      ...(rating && { rating }),
    }),
  })
  await conversation
    .saved?.()
    .catch((err: unknown) => log.error({ err }, 'could not keep the conversation; a follow-up may not be understood'))
  return reply
}

const keyOf = ({ conversation, thread = '', person }: Line): string =>
  [conversation, thread].join('\n') + endingOf(person)

/** What the keys of all conversations of a person end with. */
export const endingOf = (person: string): string => `\n${person}`

const NO_VOTES: readonly Vote[] = []

/** What people think of answers, where there is a store that keeps it. */
const learning = (store: Store | undefined, log: Logger): Pick<Parts, 'votes' | 'rating'> => ({
  votes: async ({ workspace }) => {
    if (!store || workspace === undefined) return NO_VOTES
    return store.verdicts.votes(workspace).catch((err: unknown) => {
      log.error({ err }, 'could not read what people thought of answers; answering without')
      return NO_VOTES
    })
  },
  rating: ({ workspace, conversation }) =>
    store && workspace !== undefined
      ? {
          isWanted: () => store.verdicts.isWanted(workspace, conversation),
          want: (isWanted) => store.verdicts.want(workspace, conversation, isWanted),
        }
      : undefined,
})

/** Conversations in the store; pages of an answer, and what cannot be read or no store is there for, in the process. */
const openConversations = (store: Store | undefined, log: Logger) => {
  const inProcess = createConversationMemory({ now: Date.now })
  return async (key: string, apart: boolean): Promise<OpenConversation> => {
    if (!store || apart) return inProcess(key)
    return store.conversation(key).catch((err: unknown) => {
      log.error({ err }, 'could not read the conversation; going by what this process remembers')
      return inProcess(key)
    })
  }
}

/**
 * A question that found no answer is kept for the channel's next digest, without who asked it: only where others saw it
 * too, or where the digest goes to the asker alone.
 */
const noteUnanswered = async (line: Line, reply: Reply, { questions }: Store, log: Logger): Promise<void> => {
  const { workspace, conversation, open = false, apart = false } = line
  if (reply.kind !== 'answer' || reply.answer.status !== 'not-found' || workspace === undefined || apart) return
  if (!open && !conversation.startsWith('D')) return
  await questions
    .note(workspace, conversation, reply.answer.question)
    .catch((err: unknown) => log.error({ err }, 'could not keep a question that found no answer'))
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
