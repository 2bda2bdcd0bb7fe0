import { chmodSync, closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
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
import { makeFolder } from './make-folder.js'
import { BUSY_TIMEOUT, createPatience, type Patiently } from './patience.js'
import { safeFile } from './safe-file.js'
import { explainError, StoreError } from './store-error.js'
import { syncFolder } from './sync-folder.js'
import type { Database, Tables } from './tables.js'
import { type Telling, tellingDialect } from './telling-dialect.js'

/** How long a process waits for another one that holds the file, in milliseconds: from the first that found it held. */
const PATIENCE = 5_000

export const storeFile = (dataDir: string): string => join(dataDir, 'kubecon.db')

/** Opens the file, which is made when there is none; only its owner can read it. */
export const openSqlite = async (
  dataDir: string,
  onResult: Telling['onResult'],
  within = PATIENCE,
): Promise<Database> => {
  const place = storeFile(dataDir)
  const patiently = createPatience(within)
  const file = await openFile(dataDir, place, patiently)
  return new Kysely<Tables>({
    dialect: tellingDialect(new ImmediateDialect({ database: safeFile(file), patiently }), {
      kind: 'sqlite',
      place,
      onResult,
    }),
  })
}

const openFile = async (dataDir: string, place: string, patiently: Patiently): Promise<Libsql.Database> => {
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
    throw explainError(error, 'sqlite', place)
  }
}

/** SQLite gives the files beside it (`-wal`, `-shm`) the rights of the database. */
const createFile = (dataDir: string, place: string): void => {
  makeFolder(dataDir)
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

interface ImmediateConfig {
  readonly database: SqliteDatabase
  readonly patiently: Patiently
}

/** A transaction that turned from reading to writing could not wait for another writer, so every one begins as a writer. */
class ImmediateDialect extends SqliteDialect {
  readonly #config: ImmediateConfig

  constructor(config: ImmediateConfig) {
    super(config)
    this.#config = config
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#config)
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #patiently: Patiently

  constructor(config: ImmediateConfig) {
    super(config)
    this.#patiently = config.patiently
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection()
    return {
      // Within a transaction, which begins as a writer, nothing is busy; a statement outside one is whole or nothing.
      executeQuery: (query) => {
        // Readers pass a writer, so that they get through says nothing.
        const isRead = query.query.kind === 'SelectQueryNode'
        return this.#patiently(() => connection.executeQuery(query), isRead)
      },
      streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    }
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}
