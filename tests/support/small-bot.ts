import { createAnswerer } from '../../src/answer/answer-question.js'
import type { BotStatus, Command, Page } from '../../src/command/command.js'
import { dispatch } from '../../src/command/dispatch.js'
import type { Line } from '../../src/command/line.js'
import type { AnswerReply, ListingReply, NoticeReply, Reply } from '../../src/command/reply.js'
import type { Knowledge } from '../../src/knowledge/report.js'
import { buildIndex } from '../../src/search/search-index.js'
import { createConversationMemory } from '../../src/store/conversation-memory.js'
import { loadCommands } from '../../src/store/load-commands.js'
import { ROOT } from './run-kubecon.js'
import { knowledgeOfFiles, SMALL_REPORTS } from './small-reports.js'

/** The project's own commands. */
export const COMMANDS: ReadonlyMap<string, Command> = await loadCommands(`${ROOT}commands`)

/** A bot in the test's own process, over three short reports unless told otherwise. */
export interface SmallBot {
  readonly say: (text: string, line?: Partial<Omit<Line, 'text'>>) => Promise<Reply>
  readonly answer: (text: string) => Promise<AnswerReply>
  readonly listing: (text: string) => Promise<ListingReply>
  readonly notice: (text: string) => Promise<NoticeReply>
}

export interface SmallBotOptions {
  readonly knowledge?: Knowledge
  readonly commands?: ReadonlyMap<string, Command>
  readonly status?: BotStatus
}

export const createSmallBot = ({
  knowledge = knowledgeOfFiles(SMALL_REPORTS),
  commands = COMMANDS,
  status = { version: '1.2.3', uptime: 7500, nodeVersion: '24.1.0' },
}: SmallBotOptions = {}): SmallBot => {
  const answer = createAnswerer(knowledge, buildIndex(knowledge))
  const conversations = createConversationMemory({ now: () => 0 })
  const contextFor = (line: Line) => {
    const conversation = conversations(`${line.conversation} ${line.person}`)
    return {
      line,
      knowledge,
      conversation,
      commands: [...commands.values()],
      ask: (question: string, page?: Page) =>
        answer(question, page ? { ...page } : { context: conversation.turns().map((turn) => turn.question) }),
      status: () => status,
    }
  }
  const say: SmallBot['say'] = (text, line) =>
    dispatch({ text, person: 'jane', conversation: 'terminal', ...line }, { commands, contextFor })
  return {
    say,
    answer: async (text) => only('answer', await say(text)),
    listing: async (text) => only('listing', await say(text)),
    notice: async (text) => only('notice', await say(text)),
  }
}

/** The reply, which must be of the kind; otherwise the test fails and shows what came instead. */
const only = <Kind extends Reply['kind']>(kind: Kind, reply: Reply): Extract<Reply, { kind: Kind }> => {
  if (reply.kind !== kind) throw new Error(`expected a reply of kind ${kind}, got ${JSON.stringify(reply)}`)
  return reply as Extract<Reply, { kind: Kind }>
}
