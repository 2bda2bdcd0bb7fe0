import { z } from 'zod'
import type { Answer } from '../answer/answer.js'
import type { Conversation, Turn } from '../answer/conversation.js'
import type { Database } from './tables.js'

/** A conversation as it was when it was opened, and what was said since. */
export interface StoredConversation extends Conversation {
  /** Resolves when every turn is on the disk; rejects when one could not be written. */
  saved(): Promise<void>
}

export interface ConversationStoreOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** How long a turn is remembered, in milliseconds; default one day. */
  readonly forgetAfter?: number
  /** Turns recalled of a conversation; default 20. */
  readonly turns?: number
}

const DAY = 24 * 60 * 60 * 1000

/**
 * Conversations that outlive the process. A disk or server answers later, the core's `Conversation` at once: so one is
 * opened (awaited) before its line is handled, and saved (awaited) after.
 */
export const createConversationStore = (
  database: Database,
  { now, forgetAfter = DAY, turns: most = 20 }: ConversationStoreOptions,
): ((key: string) => Promise<StoredConversation>) => {
  const recall = async (key: string): Promise<readonly Turn[]> => {
    const rows = await database
      .selectFrom('turns')
      .select(['question', 'answer'])
      .where('conversation', '=', key)
      .where('said_at', '>', now() - forgetAfter)
      .orderBy('said_at', 'desc')
      .limit(most)
      .execute()
    return rows.reverse().flatMap(({ question, answer }) => {
      const read = readAnswer(answer)
      return read ? [{ question, answer: read }] : []
    })
  }
  const write = async (key: string, { question, answer }: Turn, time: number): Promise<void> => {
    // Two turns of one millisecond, perhaps of two processes, keep their order: the later one moves on.
    for (let saidAt = time; ; saidAt++) {
      const written = await database
        .insertInto('turns')
        .values({ conversation: key, said_at: saidAt, question, answer: JSON.stringify(answer) })
        .onConflict((conflict) => conflict.doNothing())
        .returning('said_at')
        .execute()
      if (written.length > 0) return
    }
  }
  return async (key) => {
    let turns = await recall(key)
    let writing: Promise<void> = Promise.resolve()
    let failure: { readonly error: unknown } | undefined
    return {
      turns: () => turns,
      remember: (turn) => {
        turns = [...turns, turn].slice(-most)
        const time = now()
        writing = writing
          .then(() => write(key, turn, time))
          .catch((error: unknown) => {
            failure ??= { error }
          })
      },
      saved: async () => {
        await writing
        const failed = failure
        failure = undefined
        if (failed) throw failed.error
      },
    }
  }
}

/** As much of an answer as says that this version of the bot can work with it. */
const storedAnswer = z.looseObject({
  status: z.enum(['answered', 'weak', 'not-found']),
  question: z.string(),
  excerpts: z.array(z.looseObject({ text: z.string(), highlights: z.array(z.unknown()), citation: z.looseObject({}) })),
  total: z.number(),
  from: z.number(),
  related: z.array(z.string()),
  repaired: z.array(z.looseObject({})),
})

/** Another version of the bot may have written it; what cannot be read is forgotten. */
const readAnswer = (text: string): Answer | undefined => {
  try {
    const answer: Answer = JSON.parse(text)
    return storedAnswer.safeParse(answer).success ? answer : undefined
  } catch {
    return undefined
  }
}
