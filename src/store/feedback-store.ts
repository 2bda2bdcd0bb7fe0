import type { Database } from './tables.js'

export interface StoredFeedback {
  /** What a person thinks of a passage: the last word counts. */
  give(workspace: string, channel: string, person: string, passage: string, verdict: 'more' | 'less'): Promise<void>
  /** Passages that people of a channel spoke of: those for it, less those against. */
  of(workspace: string, channel: string): Promise<ReadonlyMap<string, number>>
}

/** 👍 and *Less like this* on what a digest showed. */
export const createFeedbackStore = (database: Database, { now }: { readonly now: () => number }): StoredFeedback => ({
  give: async (workspace, channel, person, passage, said) => {
    const given = { verdict: said === 'more' ? 1 : -1, given_at: now() }
    await database
      .insertInto('feedback')
      .values({ workspace, channel, person, passage, ...given })
      .onConflict((conflict) => conflict.columns(['workspace', 'channel', 'person', 'passage']).doUpdateSet(given))
      .execute()
  },
  of: async (workspace, channel) => {
    const rows = await database
      .selectFrom('feedback')
      .select((column) => ['passage', column.fn.sum<number | string>('verdict').as('sum')])
      .where('workspace', '=', workspace)
      .where('channel', '=', channel)
      .groupBy('passage')
      .execute()
    // PostgreSQL gives a sum as text.
    return new Map(rows.map(({ passage, sum }) => [passage, Number(sum)]))
  },
})
