import { sql } from 'kysely'
import { MIGRATIONS, type Migration } from './migrations/migrations.js'
import { StoreError } from './store-error.js'
import type { Database } from './tables.js'

/** Any number that no other program uses for a PostgreSQL advisory lock. */
const LOCK = 7_031_882_604

export interface MigrateOptions {
  readonly kind: 'sqlite' | 'postgres'
  /** File or server, for messages. */
  readonly place: string
  readonly now: () => number
  readonly migrations?: readonly Migration[]
}

/**
 * Brings the tables up to date: all missing migrations or none. Processes that start at once wait for each other, in
 * SQLite because every transaction takes the write lock when it begins.
 * @throws StoreError when a newer bot has already changed the tables
 */
export const migrate = async (
  database: Database,
  { kind, place, now, migrations = MIGRATIONS }: MigrateOptions,
): Promise<void> =>
  database.transaction().execute(async (transaction) => {
    if (kind === 'postgres') await sql`select pg_advisory_xact_lock(${LOCK})`.execute(transaction)
    await transaction.schema
      .createTable('schema_versions')
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.primaryKey().notNull())
      .addColumn('applied_at', 'bigint', (column) => column.notNull())
      .execute()
    const rows = await transaction.selectFrom('schema_versions').select('name').execute()
    const applied = new Set(rows.map(({ name }) => name))
    const unknown = [...applied].filter((name) => !migrations.some((migration) => migration.name === name))
    if (unknown.length > 0) throw new StoreError('newer', place, { cause: new Error(`unknown: ${unknown.join(', ')}`) })
    for (const { name, up } of migrations) {
      if (applied.has(name)) continue
      await up(transaction)
      await transaction.insertInto('schema_versions').values({ name, applied_at: now() }).execute()
    }
  })
