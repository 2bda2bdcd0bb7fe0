import type { DigestStore } from '../command/digest/types.js'
import { type Backup, backupStore } from './backup-store.js'
import { type CleanedUp, cleanUp } from './clean-up.js'
import { createConversationStore, type StoredConversation } from './conversation-store.js'
import { createDigestStore } from './digest-store.js'
import { exportStore } from './export-store.js'
import { createFeedbackStore, type StoredFeedback } from './feedback-store.js'
import { type ImportOptions, importStore, readLines } from './import-store.js'
import { readLastQuestions } from './last-questions.js'
import { migrate } from './migrate.js'
import { openPostgres, storeServer } from './open-postgres.js'
import { openSqlite, storeFile } from './open-sqlite.js'
import { createQuestionStore, type StoredQuestions } from './question-store.js'
import { createSeenEventsStore, type StoredEvents } from './seen-events-store.js'
import type { StoreKind } from './store-error.js'
import type { Database } from './tables.js'
import { createVerdictStore, type StoredVerdicts } from './verdict-store.js'

export interface StoreOptions {
  /** Folder of the embedded database; made when there is none. */
  readonly dataDir: string
  /** `postgres://…`: a server instead of a file, for several replicas. */
  readonly databaseUrl?: string | undefined
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Told of every statement that failed, for the log. */
  readonly onProblem?: (problem: Error) => void
}

export interface Store {
  readonly kind: StoreKind
  /** File, or server and database, without user and password. */
  readonly place: string
  readonly database: Database
  readonly digests: DigestStore
  readonly events: StoredEvents
  readonly questions: StoredQuestions
  readonly feedback: StoredFeedback
  readonly verdicts: StoredVerdicts
  /** What was said in a conversation, for as long as one line is handled. */
  conversation(key: string): Promise<StoredConversation>
  /** The questions of all conversations whose key ends so, newest first, each once. */
  lastQuestions(ending: string, most: number): Promise<readonly string[]>
  /** Removes what is older than it is kept; to be called at start and every hour. */
  cleanUp(): Promise<CleanedUp>
  /** Hands over everything as JSON lines; returns the number of rows. */
  export(write: (line: string) => void | Promise<void>): Promise<number>
  /** Reads the file of an export; returns the number of rows. */
  import(file: string, options?: ImportOptions): Promise<number>
  /** Writes an export to a new file of a folder. */
  backup(folder: string): Promise<Backup>
  /** Why the last statement failed, until a change was written again; for `status`. */
  problem(): Error | undefined
  close(): Promise<void>
}

/**
 * Opens the store and brings its tables up to date.
 * @throws StoreError saying what is wrong and what to do
 */
export const openStore = async ({ dataDir, databaseUrl, now, onProblem }: StoreOptions): Promise<Store> => {
  let last: Error | undefined
  const onResult = (problem: Error | undefined): void => {
    last = problem
    if (problem) onProblem?.(problem)
  }
  const kind = databaseUrl === undefined ? 'sqlite' : 'postgres'
  const place = databaseUrl === undefined ? storeFile(dataDir) : storeServer(databaseUrl)
  const database =
    databaseUrl === undefined ? await openSqlite(dataDir, onResult) : await openPostgres(databaseUrl, onResult)
  try {
    await migrate(database, { kind, place, now })
  } catch (error) {
    await database.destroy()
    throw error
  }
  return {
    kind,
    place,
    database,
    digests: createDigestStore(database),
    events: createSeenEventsStore(database, { now }),
    questions: createQuestionStore(database, { now }),
    feedback: createFeedbackStore(database, { now }),
    verdicts: createVerdictStore(database, { now }),
    conversation: createConversationStore(database, { now }),
    lastQuestions: (ending, most) => readLastQuestions(database, ending, most),
    cleanUp: () => cleanUp(database, now()),
    export: (write) => exportStore(database, { kind, now: now(), write }),
    import: (file, options) => importStore(database, readLines(file), file, options),
    backup: (folder) => backupStore(database, { kind, now: now(), folder }),
    problem: () => last,
    close: () => database.destroy(),
  }
}
