import { type SelectQueryBuilder, sql } from 'kysely'
import type { DigestStore, Subscription } from '../command/digest/types.js'
import type { Database, SubscriptionRow, Tables } from './tables.js'

/** Who gets what when, and what was posted. */
export const createDigestStore = (database: Database): DigestStore => ({
  subscriptions: async (workspace) => {
    const all = database.selectFrom('subscriptions').selectAll().orderBy('created_at').orderBy('id')
    const rows = await (workspace === undefined ? all : all.where('workspace', '=', workspace)).execute()
    return rows.map(toSubscription)
  },

  subscription: async (workspace, channel) => {
    const row = await database
      .selectFrom('subscriptions')
      .selectAll()
      .where('workspace', '=', workspace)
      .where('channel', '=', channel)
      .executeTakeFirst()
    return row && toSubscription(row)
  },

  saveSubscription: async (subscription) => {
    const row = toRow(subscription)
    const { id: _, created_at: __, last_slot: ___, ...changes } = row
    await database
      .insertInto('subscriptions')
      .values(row)
      // The first id of a channel stays, since slots and posted passages go by it; the last slot never goes back.
      .onConflict((conflict) =>
        conflict.columns(['workspace', 'channel']).doUpdateSet({ ...changes, last_slot: later }),
      )
      .execute()
  },

  removeSubscription: async (workspace, channel) => {
    await database
      .deleteFrom('subscriptions')
      .where('workspace', '=', workspace)
      .where('channel', '=', channel)
      .execute()
  },

  claimSlot: async ({ subscription, slot }, now) => {
    const claimed = await database
      .insertInto('slots')
      .values({ subscription, slot, claimed_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('slot')
      .execute()
    return claimed.length > 0
  },

  takeOverSlot: async ({ subscription, slot, claimedAt }, now) => {
    const taken = await database
      .updateTable('slots')
      // A clock that stands still must not let two processes take the same claim.
      .set({ claimed_at: Math.max(now, claimedAt + 1) })
      .where('subscription', '=', subscription)
      .where('slot', '=', slot)
      .where('claimed_at', '=', claimedAt)
      .where('confirmed_at', 'is', null)
      .returning('slot')
      .execute()
    return taken.length > 0
  },

  confirmSlot: ({ subscription, slot }, message, passages, now) =>
    database.transaction().execute(async (transaction) => {
      const confirmed = await transaction
        .insertInto('slots')
        .values({ subscription, slot, claimed_at: now, confirmed_at: now, message })
        .onConflict((conflict) =>
          conflict
            .columns(['subscription', 'slot'])
            .doUpdateSet({ confirmed_at: now, message })
            .where('slots.confirmed_at', 'is', null),
        )
        .returning('slot')
        .execute()
      if (confirmed.length === 0) return
      const round = await currentRound(transaction, subscription)
      if (passages.length > 0)
        await transaction
          .insertInto('posted')
          .values(passages.map((passage) => ({ subscription, round, passage, posted_at: now })))
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      await transaction
        .updateTable('subscriptions')
        .set({ last_slot: slot })
        .where('id', '=', subscription)
        .where((where) => where.or([where('last_slot', 'is', null), where('last_slot', '<', slot)]))
        .execute()
    }),

  releaseSlot: async (claim) => {
    const claims = database
      .deleteFrom('slots')
      .where('subscription', '=', claim.subscription)
      .where('slot', '=', claim.slot)
      .where('confirmed_at', 'is', null)
    await ('claimedAt' in claim ? claims.where('claimed_at', '=', claim.claimedAt) : claims).execute()
  },

  unconfirmedSlots: async () => {
    const rows = await database
      .selectFrom('slots')
      .select(['subscription', 'slot', 'claimed_at'])
      .where('confirmed_at', 'is', null)
      .orderBy('claimed_at')
      .orderBy('subscription')
      .execute()
    return rows.map(({ subscription, slot, claimed_at }) => ({ subscription, slot, claimedAt: claimed_at }))
  },

  posted: async (subscription) => {
    const round = await currentRound(database, subscription)
    const rows = await database
      .selectFrom('posted')
      .select('passage')
      .where('subscription', '=', subscription)
      .where('round', '=', round)
      .execute()
    return new Set(rows.map(({ passage }) => passage))
  },

  startNewRound: async (subscription) => {
    await database
      .insertInto('rounds')
      .values({ subscription, round: 2 })
      .onConflict((conflict) => conflict.column('subscription').doUpdateSet({ round: sql`rounds.round + 1` }))
      .execute()
  },
})

const later = sql<string | null>`case
  when excluded.last_slot is null then subscriptions.last_slot
  when subscriptions.last_slot > excluded.last_slot then subscriptions.last_slot
  else excluded.last_slot end`

const currentRound = async (
  database: { selectFrom(table: 'rounds'): SelectQueryBuilder<Tables, 'rounds', object> },
  subscription: string,
): Promise<number> => {
  const row = await database
    .selectFrom('rounds')
    .select('round')
    .where('subscription', '=', subscription)
    .executeTakeFirst()
  return row?.round ?? 1
}

const toRow = ({ weekdays, topics, skips, ...subscription }: Subscription): SubscriptionRow => ({
  id: subscription.id,
  workspace: subscription.workspace,
  channel: subscription.channel,
  owner: subscription.owner,
  time: subscription.time,
  weekdays: JSON.stringify(weekdays),
  zone: subscription.zone,
  topics: JSON.stringify(topics),
  paused_until: subscription.pausedUntil ?? null,
  skips: JSON.stringify(skips),
  changed_by: subscription.changedBy,
  created_at: subscription.createdAt,
  last_slot: subscription.lastSlot ?? null,
})

const toSubscription = (row: SubscriptionRow): Subscription => ({
  id: row.id,
  workspace: row.workspace,
  channel: row.channel,
  owner: row.owner,
  time: row.time,
  weekdays: JSON.parse(row.weekdays),
  zone: row.zone,
  topics: JSON.parse(row.topics),
  ...(row.paused_until !== null && { pausedUntil: row.paused_until }),
  skips: JSON.parse(row.skips),
  changedBy: row.changed_by,
  createdAt: row.created_at,
  ...(row.last_slot !== null && { lastSlot: row.last_slot }),
})
