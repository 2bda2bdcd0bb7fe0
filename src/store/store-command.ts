import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { countOf } from '../command/count.js'
import { InvalidInputError } from '../errors.js'
import { storeFile } from './open-sqlite.js'
import { openStore, type Store, type StoreOptions } from './open-store.js'
import { exportToFile, exportToStream, type OnRows } from './write-export.js'

export interface StoreCommandOptions extends Pick<StoreOptions, 'dataDir' | 'databaseUrl' | 'now'> {
  /** Whether an import may remove what the store holds. */
  readonly replace: boolean
  /** Takes an export that no file is named for. */
  readonly output: Writable
  /** Takes what is said to whoever waits. */
  readonly progress: Writable
}

const USAGE = `Usage: kubecon store export [file]
       kubecon store import <file> [--replace]
       kubecon store backup [folder]
`

/**
 * `kubecon store …`: moves what the bot remembers. Exit code 0.
 * @throws BotError saying what could not be read or written, and what to do
 */
export const runStoreCommand = async (words: readonly string[], options: StoreCommandOptions): Promise<number> => {
  const [verb = '', place, ...rest] = words
  if (rest.length > 0) throw new InvalidInputError(`"${rest.join(' ')}" is too much.\n\n${USAGE}`)
  if (options.replace && verb !== 'import')
    throw new InvalidInputError(`Only an import replaces what the store holds.\n\n${USAGE}`)
  switch (verb) {
    case 'export':
      return withStore(mustExist(options), (store) => exportTo(store, place, options))
    case 'import':
      if (place === undefined) throw new InvalidInputError(`Say which file to read.\n\n${USAGE}`)
      return withStore(options, (store) => importFrom(store, place, options))
    case 'backup':
      return withStore(mustExist(options), (store) => backUp(store, place, options))
    default:
      throw new InvalidInputError(`${verb === '' ? 'Say what to do' : `There is no "store ${verb}"`}.\n\n${USAGE}`)
  }
}

/** An empty store made by mistake, exported as if it were the bot's, would be found out when it is too late. */
const mustExist = (options: StoreCommandOptions): StoreCommandOptions => {
  const { dataDir, databaseUrl } = options
  if (databaseUrl !== undefined || existsSync(storeFile(dataDir))) return options
  throw new InvalidInputError(
    `There is no store ${resolve(storeFile(dataDir))}. Set DATA_DIR or DATABASE_URL as the bot has it, or start in its folder.`,
  )
}

const withStore = async (options: StoreCommandOptions, work: (store: Store) => Promise<void>): Promise<number> => {
  const { dataDir, databaseUrl, now } = options
  const store = await openStore({ dataDir, databaseUrl, now })
  try {
    await work(store)
    return 0
  } finally {
    await store.close()
  }
}

const exportTo = async (
  store: Store,
  file: string | undefined,
  { output, progress }: StoreCommandOptions,
): Promise<void> => {
  const onRows = telling('exported', progress)
  const rows =
    file === undefined ? await exportToStream(store, output, onRows) : await exportToFile(store, file, onRows)
  progress.write(`Exported ${countOf(rows, 'row')} of ${store.place}${file === undefined ? '' : ` to ${file}`}.\n`)
}

const importFrom = async (store: Store, file: string, { replace, progress }: StoreCommandOptions): Promise<void> => {
  const rows = await store.import(file, { replace, onRows: telling('imported', progress) })
  progress.write(`Imported ${countOf(rows, 'row')} of ${file} into ${store.place}.\n`)
}

const backUp = async (store: Store, folder: string | undefined, options: StoreCommandOptions): Promise<void> => {
  const { file, rows } = await store.backup(folder ?? join(options.dataDir, 'backups'))
  options.output.write(`${file}\n`)
  options.progress.write(`Backed up ${countOf(rows, 'row')} of ${store.place}, and read them again.\n`)
}

const MANY = 10_000

/** Says every 10,000 rows that it goes on. */
const telling = (what: string, progress: Writable): OnRows => {
  let next = MANY
  return (rows) => {
    if (rows < next) return
    next = rows - (rows % MANY) + MANY
    progress.write(`${countOf(rows, 'row')} ${what} …\n`)
  }
}
