import { open } from 'node:fs/promises'
import type { Transaction } from 'kysely'
import { InvalidInputError } from '../errors.js'
import { parseStoredLines, type StoredRow } from './stored-lines.js'
import { type Database, KEPT_TABLES, type Tables } from './tables.js'

export interface ImportOptions {
  /** Removes what the store holds; otherwise only an empty one takes an import. */
  readonly replace?: boolean
  /** Told how many rows were read up to now, every few hundred. */
  readonly onRows?: (rows: number) => void
}

const BATCH = 200

/**
 * Reads an export into the store: all of it or nothing. Returns the number of rows.
 * @throws InvalidInputError when the store is not empty, or naming the line that cannot be read
 */
export const importStore = async (
  database: Database,
  lines: AsyncIterable<string>,
  file: string,
  { replace = false, onRows }: ImportOptions = {},
): Promise<number> =>
  database.transaction().execute(async (transaction) => {
    if (replace) for (const table of KEPT_TABLES) await transaction.deleteFrom(table).execute()
    else await refuseUnlessEmpty(transaction)
    let rows = 0
    let batch: StoredRow[] = []
    const flush = async (): Promise<void> => {
      const [first] = batch
      if (!first) return
      await transaction
        .insertInto(first.table)
        // Every row of a batch is of the same table.
        .values(batch.map(({ row }) => row as Tables[typeof first.table]))
        .execute()
        .catch((error: unknown) => {
          throw isContradiction(error)
            ? new InvalidInputError(
                `${file}: a row of ${first.table} does not fit the others (${error.message}). Nothing was imported.`,
                { cause: error },
              )
            : error
        })
      rows += batch.length
      batch = []
      onRows?.(rows)
    }
    for await (const row of parseStoredLines(lines, file)) {
      if (batch.length === BATCH || batch[0]?.table !== row.table) await flush()
      batch.push(row)
    }
    await flush()
    return rows
  })

/** A row twice, by the codes of SQLite and PostgreSQL. */
const isContradiction = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && /^(?:SQLITE_CONSTRAINT|23)/.test(String(error.code))

/**
 * The lines of a file.
 * @throws InvalidInputError when it cannot be read
 */
export async function* readLines(path: string): AsyncGenerator<string> {
  try {
    const handle = await open(path)
    yield* handle.readLines({ encoding: 'utf8' })
  } catch (error) {
    if (error instanceof Error && 'syscall' in error)
      throw new InvalidInputError(`${path} cannot be read (${error.message}). Nothing was imported.`, { cause: error })
    throw error
  }
}

const refuseUnlessEmpty = async (transaction: Transaction<Tables>): Promise<void> => {
  for (const table of KEPT_TABLES) {
    const row = await transaction.selectFrom(table).selectAll().limit(1).executeTakeFirst()
    if (row)
      throw new InvalidInputError(
        `The store is not empty (it has ${table}). Nothing was imported; to remove what it holds first, add --replace.`,
      )
  }
}
