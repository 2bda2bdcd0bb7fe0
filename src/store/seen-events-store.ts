import type { Transaction } from 'kysely'
import { createGroupWrites } from './group-writes.js'
import type { Database, Tables } from './tables.js'
import { storableText } from './telling-dialect.js'

export interface UnfinishedWork {
  readonly keys: readonly string[]
  readonly work: string
}

export interface StoredEvents {
  /**
   * True for what nobody has claimed, and for what was claimed by a process that did not finish it within the lease.
   * Claim before the work. Keys are names of the same thing, such as an event's id and its message; one known key makes
   * all of them known. With `work` given, what a killed process left is found by `takeUnfinished`.
   */
  claim(keys: readonly string[], work?: string): Promise<boolean>
  /** The work is done: its keys stay known, what was to be done is forgotten. */
  finish(keys: readonly string[]): Promise<void>
  /** The work goes on: begins the lease of what is not finished anew. */
  renew(keys: readonly string[]): Promise<void>
  /** The work could not be done, through no fault of its own: when the lease is over it is taken as if for the first time. */
  putBack(keys: readonly string[]): Promise<void>
  /** Claims anew what was not finished within the lease; each goes to one process, and to three in all. */
  takeUnfinished(): Promise<readonly UnfinishedWork[]>
}

export interface SeenEventsStoreOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** How long a key is remembered, in milliseconds; default one day. */
  readonly keepFor?: number
  /** How long the work may take, in milliseconds, before another process may do it; default one minute. */
  readonly lease?: number
}

const DAY = 24 * 60 * 60 * 1000
/** An event that ends every process that works on it must not end all of them for ever. */
const MOST_TRIES = 3
const MOST_AT_ONCE = 500

/** Remembers across restarts and replicas what was handled, so that what Slack delivers twice is answered once. */
export const createSeenEventsStore = (
  database: Database,
  { now, keepFor = DAY, lease = 60_000 }: SeenEventsStoreOptions,
): StoredEvents => {
  const claim = createGroupWrites<Claim, boolean>({
    write: (claims) =>
      database.transaction().execute((transaction) => claimAll(transaction, claims, now(), { keepFor, lease })),
    collide: (one, other) => one.names.some((name) => other.names.includes(name)),
  })
  const finish = createGroupWrites<readonly string[], void>({
    write: async (groups) => {
      await database
        .updateTable('events')
        .set({ done_at: now(), work: null })
        .where('key', 'in', groups.flat())
        .execute()
      return groups.map(() => undefined)
    },
  })
  return {
    claim: (keys, work) => {
      const names = [...new Set(keys.map(storableText))].sort()
      return names.length === 0 ? Promise.resolve(true) : claim({ names, work })
    },
    finish: (keys) => (keys.length === 0 ? Promise.resolve() : finish(keys.map(storableText))),
    renew: async (keys) => {
      // Databases take so many values in one statement.
      for (let i = 0; i < keys.length; i += MOST_AT_ONCE)
        await database
          .updateTable('events')
          .set({ claimed_at: now() })
          .where('key', 'in', keys.slice(i, i + MOST_AT_ONCE).map(storableText))
          .where('done_at', 'is', null)
          .execute()
    },
    putBack: async (keys) => {
      if (keys.length === 0) return
      await database
        .updateTable('events')
        .set({ tries: 1 })
        .where('key', 'in', keys.map(storableText))
        .where('done_at', 'is', null)
        .execute()
    },
    takeUnfinished: () => takeLate(database, now(), lease),
  }
}

interface Claim {
  /** In order, at least one. */
  readonly names: readonly string[]
  readonly work: string | undefined
}

/** Claims several at once; no name is in two of them. */
const claimAll = async (
  transaction: Transaction<Tables>,
  claims: readonly Claim[],
  time: number,
  { keepFor, lease }: Required<Pick<SeenEventsStoreOptions, 'keepFor' | 'lease'>>,
): Promise<readonly boolean[]> => {
  const rows = claims.flatMap(({ names, work }) =>
    names.map((key, i) => ({
      key,
      claimed_at: time,
      done_at: null,
      tries: 1,
      work: i === 0 && work !== undefined ? JSON.stringify({ keys: names, work }) : null,
    })),
  )
  const won = await transaction
    .insertInto('events')
    // Always in the same order: two processes with the same keys wait for each other, never both.
    .values(rows.sort((a, b) => (a.key < b.key ? -1 : 1)))
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({ claimed_at: time, done_at: null, tries: 1, work: (row) => row.ref('excluded.work') })
        .where((where) =>
          where.or([
            where('events.claimed_at', '<=', time - keepFor),
            where.and([where('events.done_at', 'is', null), where('events.claimed_at', '<=', time - lease)]),
          ]),
        ),
    )
    .returning('key')
    .execute()
  const wonKeys = new Set(won.map(({ key }) => key))
  const results = claims.map(({ names }) => names.every((name) => wonKeys.has(name)))
  // The other names of these are somebody else's: these become names of the same work, not work of their own.
  const added = claims.flatMap(({ names }, i) => (results[i] ? [] : names.filter((name) => wonKeys.has(name))))
  if (added.length > 0) await transaction.updateTable('events').set({ work: null }).where('key', 'in', added).execute()
  return results
}

const takeLate = async (database: Database, time: number, lease: number): Promise<readonly UnfinishedWork[]> => {
  const late = await database
    .selectFrom('events')
    .select(['key', 'claimed_at'])
    .where('done_at', 'is', null)
    .where('work', 'is not', null)
    .where('claimed_at', '<=', time - lease)
    .where('tries', '<', MOST_TRIES)
    .orderBy('claimed_at')
    .execute()
  const taken: UnfinishedWork[] = []
  for (const claim of late) {
    const unfinished = await database.transaction().execute((transaction) => take(transaction, claim, time))
    if (unfinished) taken.push(unfinished)
  }
  return taken
}

const take = async (
  transaction: Transaction<Tables>,
  claim: { readonly key: string; readonly claimed_at: number },
  time: number,
): Promise<UnfinishedWork | undefined> => {
  const row = await transaction
    .updateTable('events')
    .set((column) => ({ claimed_at: time, tries: column('tries', '+', 1) }))
    .where('key', '=', claim.key)
    .where('claimed_at', '=', claim.claimed_at)
    .where('done_at', 'is', null)
    .returning('work')
    .executeTakeFirst()
  if (!row?.work) return undefined
  const unfinished: UnfinishedWork = JSON.parse(row.work)
  await transaction
    .updateTable('events')
    .set({ claimed_at: time })
    .where('key', 'in', [...unfinished.keys])
    .where('done_at', 'is', null)
    .execute()
  return unfinished
}
