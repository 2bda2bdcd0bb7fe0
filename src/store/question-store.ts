import type { Database } from './tables.js'

export interface AskedQuestion {
  readonly question: string
  /** Milliseconds since the epoch. */
  readonly askedAt: number
}

export interface StoredQuestions {
  /** Keeps a question that found no answer, without who asked it. */
  note(workspace: string, channel: string, question: string): Promise<void>
  /** Questions of a channel, oldest first: from `from`, before `until`. */
  between(workspace: string, channel: string, from: number, until: number): Promise<readonly AskedQuestion[]>
}

/** Questions that found no answer. */
export const createQuestionStore = (database: Database, { now }: { readonly now: () => number }): StoredQuestions => ({
  note: async (workspace, channel, question) => {
    await database
      .insertInto('questions')
      .values({ workspace, channel, asked_at: now(), question })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  },
  between: async (workspace, channel, from, until) => {
    const rows = await database
      .selectFrom('questions')
      .select(['question', 'asked_at'])
      .where('workspace', '=', workspace)
      .where('channel', '=', channel)
      .where('asked_at', '>=', from)
      .where('asked_at', '<', until)
      .orderBy('asked_at')
      .execute()
    return rows.map(({ question, asked_at }) => ({ question, askedAt: asked_at }))
  },
})
