import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Files under the folders whose names match, with `/` between the parts, sorted. A folder that is not there has none. */
export const sourceFiles = async (folders, name) => {
  const perFolder = await Promise.all(folders.map((folder) => filesIn(folder, name)))
  return perFolder.flat().sort()
}

const filesIn = async (folder, name) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return entries
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
}
