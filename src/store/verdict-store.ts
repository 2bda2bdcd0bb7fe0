import type { Vote } from '../answer/votes.js'
import type { Database } from './tables.js'

/** What a person thinks of an answer: of one person on one question of a channel the last word counts. */
export interface GivenVerdict {
  readonly workspace: string
  readonly channel: string
  readonly person: string
  readonly question: string
  /** Keys of the passages that were shown. */
  readonly passages: readonly string[]
  readonly helpful: boolean
  readonly reason?: string
}

export interface StoredVerdicts {
  give(verdict: GivenVerdict): Promise<void>
  /** Votes of a workspace, oldest first; the same array until one is given here, or `keepFor` has passed. */
  votes(workspace: string): Promise<readonly Vote[]>
  /** Whether the answers in a channel ask for verdicts. */
  isWanted(workspace: string, channel: string): Promise<boolean>
  want(workspace: string, channel: string, isWanted: boolean): Promise<void>
}

export interface VerdictStoreOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Milliseconds for which votes are not read again, unless one is given in this process; default one minute. */
  readonly keepFor?: number
}

/** What people think of answers. */
export const createVerdictStore = (
  database: Database,
  { now, keepFor = 60_000 }: VerdictStoreOptions,
): StoredVerdicts => {
  const read = new Map<string, { readonly at: number; readonly votes: Promise<readonly Vote[]> }>()
  const readVotes = async (workspace: string): Promise<readonly Vote[]> => {
    const rows = await database
      .selectFrom('verdicts')
      .select(['person', 'question', 'passage', 'verdict'])
      .where('workspace', '=', workspace)
      .orderBy('given_at')
      .execute()
    return rows.map(({ verdict, ...row }) => ({ ...row, verdict: verdict > 0 ? 1 : -1 }))
  }
  return {
    give: async ({ workspace, channel, person, question, passages, helpful, reason = null }) => {
      if (passages.length === 0) return
      const given = { verdict: helpful ? 1 : -1, reason, given_at: now() }
      await database
        .insertInto('verdicts')
        .values([...new Set(passages)].map((passage) => ({ workspace, channel, person, question, passage, ...given })))
        .onConflict((conflict) =>
          conflict.columns(['workspace', 'channel', 'person', 'question', 'passage']).doUpdateSet(given),
        )
        .execute()
      read.delete(workspace)
    },
    votes: (workspace) => {
      const known = read.get(workspace)
      if (known && now() - known.at < keepFor) return known.votes
      const votes = readVotes(workspace)
      read.set(workspace, { at: now(), votes })
      votes.catch(() => read.delete(workspace))
      return votes
    },
    isWanted: async (workspace, channel) => {
      const found = await database
        .selectFrom('unrated_channels')
        .select('channel')
        .where('workspace', '=', workspace)
        .where('channel', '=', channel)
        .executeTakeFirst()
      return found === undefined
    },
    want: async (workspace, channel, isWanted) => {
      if (isWanted)
        await database
          .deleteFrom('unrated_channels')
          .where('workspace', '=', workspace)
          .where('channel', '=', channel)
          .execute()
      else
        await database
          .insertInto('unrated_channels')
          .values({ workspace, channel })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
    },
  }
}
