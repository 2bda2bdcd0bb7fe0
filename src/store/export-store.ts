import { sql } from 'kysely'
import { renderEnd, renderHead } from './stored-lines.js'
import { type Database, KEPT_TABLES } from './tables.js'

export interface ExportOptions {
  readonly kind: 'sqlite' | 'postgres'
  readonly now: number
  /** Called with one line at a time, without its end. */
  readonly write: (line: string) => void | Promise<void>
}

/** Everything the store holds at one moment, as JSON lines; those who write meanwhile are not held up. Returns the number of rows. */
export const exportStore = async (database: Database, { kind, now, write }: ExportOptions): Promise<number> =>
  database.connection().execute(async (connection) => {
    // Not Kysely's transaction, which takes the write lock in SQLite.
    const begin = kind === 'sqlite' ? sql`begin` : sql`begin isolation level repeatable read read only`
    await begin.execute(connection)
    try {
      await write(renderHead(now))
      let rows = 0
      for (const table of KEPT_TABLES) {
        for (const row of await connection.selectFrom(table).selectAll().execute()) {
          await write(JSON.stringify({ table, row }))
          rows += 1
        }
      }
      await write(renderEnd(rows))
      return rows
    } finally {
      await sql`rollback`.execute(connection)
    }
  })
