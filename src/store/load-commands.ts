import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Command } from '../command/command.js'
import { validateCommands } from '../command/validate-commands.js'
import { InvalidCommandError } from '../errors.js'

/**
 * Loads every command of a folder.
 * @throws InvalidCommandError naming the file that does not load or clashes with another
 */
export const loadCommands = async (folder: string): Promise<ReadonlyMap<string, Command>> => {
  const files = (await readdir(folder)).filter((file) => /\.[cm]?[jt]s$/.test(file) && !file.endsWith('.d.ts')).sort()
  const modules = await Promise.all(files.map(async (file) => ({ file, module: await importCommand(folder, file) })))
  return validateCommands(modules)
}

const importCommand = async (folder: string, file: string): Promise<Record<string, unknown>> => {
  try {
    return (await import(pathToFileURL(join(folder, file)).href)) as Record<string, unknown>
  } catch (error) {
    throw new InvalidCommandError(file, `does not load: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}
