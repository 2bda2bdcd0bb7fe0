import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from 'kysely'
import Libsql from 'libsql'
import { safeFile } from './safe-file.js'
import { explainError, StoreError } from './store-error.js'
import { syncFolder } from './sync-folder.js'
import type { Database, Tables } from './tables.js'
import { type Telling, tellingDialect } from './telling-dialect.js'

/** How long a process waits for another one that writes, in milliseconds. */
const PATIENCE = 5_000
/** How much of it without doing anything else. */
const BUSY_TIMEOUT = 10

export const storeFile = (dataDir: string): string => join(dataDir, 'kubecon.db')

/** Opens the file, which is made when there is none; only its owner can read it. */
export const openSqlite = async (dataDir: string, onResult: Telling['onResult']): Promise<Database> => {
  const place = storeFile(dataDir)
  const file = await openFile(dataDir, place)
  return new Kysely<Tables>({
    dialect: tellingDialect(new ImmediateDialect({ database: safeFile(file) }), { place, onResult }),
  })
}

const openFile = async (dataDir: string, place: string): Promise<Libsql.Database> => {
  try {
    createFile(dataDir, place)
    return await patiently(() => {
      const file = new Libsql(place, { timeout: BUSY_TIMEOUT })
      try {
        prepare(file, place)
        return file
      } catch (error) {
        file.close()
        throw error
      }
    })
  } catch (error) {
    throw explainError(error, place)
  }
}

/** SQLite gives the files beside it (`-wal`, `-shm`) the rights of the database. */
const createFile = (dataDir: string, place: string): void => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  closeSync(openSync(place, 'a', 0o600))
  chmodSync(place, 0o600)
  syncFolder(dataDir)
}

const prepare = (file: Libsql.Database, place: string): void => {
  file.pragma('journal_mode = WAL')
  file.pragma('synchronous = FULL')
  file.pragma('foreign_keys = ON')
  const findings: unknown[] = file.prepare('pragma quick_check(1)').all()
  const [first] = findings
  const found = typeof first === 'object' && first !== null && 'quick_check' in first ? first.quick_check : undefined
  if (found !== 'ok') throw new StoreError('corrupt', place, { cause: new Error(String(found)) })
}

/**
 * Tries again while another process writes. SQLite's own waiting would hold up the whole bot, and does not cover the way
 * into WAL, so each try is short. Only for what leaves nothing behind when it fails.
 */
const patiently = async <Result>(work: () => Result | Promise<Result>): Promise<Result> => {
  const until = Date.now() + PATIENCE
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error
      await wait(5 + Math.random() * 20)
    }
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')

/** A transaction that turned from reading to writing could not wait for another writer, so every one begins as a writer. */
class ImmediateDialect extends SqliteDialect {
  readonly #config: { readonly database: SqliteDatabase }

  constructor(config: { readonly database: SqliteDatabase }) {
    super(config)
    this.#config = config
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#config)
  }
}

class ImmediateDriver extends SqliteDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection()
    return {
      // Within a transaction, which begins as a writer, nothing is busy; a statement outside one is whole or nothing.
      executeQuery: (query) => patiently(() => connection.executeQuery(query)),
      streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    }
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}
