import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { InvalidInputError } from '../errors.js'
import { type ExportOptions, exportStore } from './export-store.js'
import { readLines } from './import-store.js'
import { makeFolder } from './make-folder.js'
import { parseStoredLines } from './stored-lines.js'
import { syncFolder } from './sync-folder.js'
import type { Database } from './tables.js'

export interface BackupOptions extends Pick<ExportOptions, 'kind' | 'now'> {
  /** Made when there is none. */
  readonly folder: string
}

export interface Backup {
  readonly file: string
  readonly rows: number
}

/** Writes an export that only its owner can read, reads it again, and only then gives it its name. */
export const backupStore = async (database: Database, { kind, now, folder }: BackupOptions): Promise<Backup> => {
  const file = join(folder, `kubecon-${new Date(now).toISOString().replaceAll(':', '-')}.jsonl`)
  const unfinished = `${file}.unfinished`
  try {
    makeFolder(folder)
    const rows = await writeChecked(database, { kind, now }, unfinished)
    await rename(unfinished, file)
    syncFolder(folder)
    return { file, rows }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw new InvalidInputError(`The backup ${file} could not be written (${error.message}).`, { cause: error })
  }
}

const writeChecked = async (
  database: Database,
  options: Pick<ExportOptions, 'kind' | 'now'>,
  file: string,
): Promise<number> => {
  const handle = await open(file, 'w', 0o600)
  try {
    await exportStore(database, { ...options, write: (line) => handle.appendFile(`${line}\n`) })
    await handle.sync()
    let rows = 0
    for await (const _ of parseStoredLines(readLines(file), file)) rows += 1
    return rows
  } catch (error) {
    await rm(file, { force: true })
    throw error
  } finally {
    await handle.close()
  }
}
