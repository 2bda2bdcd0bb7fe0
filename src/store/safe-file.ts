import type { SqliteDatabase, SqliteStatement } from 'kysely'
import type Libsql from 'libsql'

/** Statements kept prepared; the bot has about forty, and more only where a list has many lengths. */
const MOST_STATEMENTS = 100

/**
 * libsql as Kysely wants it. A prepared statement of libsql that finds the file busy stays active until it is collected
 * as garbage, and no transaction can commit until then. So the lock is taken by `exec`, which leaves nothing behind, and
 * a prepared statement changes the file only when the lock is held.
 */
export const safeFile = (file: Libsql.Database): SqliteDatabase => {
  // A statement's memory is outside what V8 counts, so thousands would pile up before they are collected.
  const statements = new Map<string, Libsql.Statement<unknown[]>>()
  const prepared = (sql: string): Libsql.Statement<unknown[]> => {
    const known = statements.get(sql)
    if (known) return known
    const statement = file.prepare<unknown[]>(sql)
    if (!/^(select|insert|update|delete)\b/i.test(sql)) return statement
    const [oldest] = statements.keys()
    if (statements.size >= MOST_STATEMENTS && oldest !== undefined) statements.delete(oldest)
    statements.set(sql, statement)
    return statement
  }
  const exec = (sql: string) => {
    file.exec(sql)
    return { changes: 0, lastInsertRowid: 0 }
  }
  const alone = <Result>(work: () => Result): Result => {
    if (file.inTransaction) return work()
    file.exec('begin immediate')
    try {
      const result = work()
      file.exec('commit')
      return result
    } catch (error) {
      if (file.inTransaction) file.exec('rollback')
      throw error
    }
  }
  return {
    close: () => {
      try {
        // libsql's own way out leaves everything in the log, so that a copy of the file alone would lack it.
        file.exec('pragma wal_checkpoint(truncate)')
      } finally {
        file.close()
      }
    },
    prepare: (sql) => {
      if (/^(begin|commit|rollback)\b/i.test(sql))
        return { reader: false, all: () => [], run: () => exec(sql), iterate: none }
      const statement = prepared(sql)
      const { reader } = statement
      if (/^(select|pragma)\b/i.test(sql)) return { reader, ...bound(statement) }
      return {
        reader,
        all: (parameters) => alone(() => statement.all(parameters)),
        run: (parameters) => alone(() => statement.run(parameters)),
        iterate: (parameters) => statement.iterate(parameters),
      }
    },
  }
}

const none = (): IterableIterator<unknown> => [][Symbol.iterator]()

const bound = (statement: Libsql.Statement<unknown[]>): Omit<SqliteStatement, 'reader'> => ({
  all: (parameters) => statement.all(parameters),
  run: (parameters) => statement.run(parameters),
  iterate: (parameters) => statement.iterate(parameters),
})
