import { open, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { InvalidInputError } from '../errors.js'
import type { Store } from './open-store.js'
import { syncFolder } from './sync-folder.js'

/** Told how many rows are done. */
export type OnRows = (rows: number) => void

/**
 * Writes everything the store holds to a stream, no faster than it is read. Returns the number of rows.
 * @throws InvalidInputError when nobody reads to the end
 */
export const exportToStream = async (store: Store, output: Writable, onRows: OnRows): Promise<number> => {
  // What each write says of a failure is enough; an error that nobody listens to would end the process.
  const heard = (): void => undefined
  output.on('error', heard)
  let lines = 0
  try {
    return await store.export(async (line) => {
      await new Promise<void>((done, fail) => output.write(`${line}\n`, (error) => (error ? fail(error) : done())))
      onRows(lines++)
    })
  } catch (error) {
    throw unwritten(error, 'Standard output was closed before the export was whole', 'Read it to its end')
  } finally {
    output.off('error', heard)
  }
}

/**
 * Writes everything the store holds to a new file that only its owner can read. Returns the number of rows.
 * @throws InvalidInputError when the file is there already or cannot be written; half a file is removed
 */
export const exportToFile = async (store: Store, file: string, onRows: OnRows): Promise<number> => {
  try {
    const handle = await open(file, 'wx', 0o600)
    let lines = 0
    try {
      const rows = await store.export(async (line) => {
        await handle.appendFile(`${line}\n`)
        onRows(lines++)
      })
      await handle.sync()
      syncFolder(dirname(resolve(file)))
      return rows
    } catch (error) {
      await rm(file, { force: true })
      throw error
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw unwritten(error, `The export ${file} could not be written`, 'Name a new file where there is room')
  }
}

/** What the system says of a file or pipe, in a sentence; other errors are sentences already. */
const unwritten = (error: unknown, what: string, nextStep: string): unknown =>
  error instanceof Error && 'syscall' in error
    ? new InvalidInputError(`${what} (${error.message}). ${nextStep}.`, { cause: error })
    : error
