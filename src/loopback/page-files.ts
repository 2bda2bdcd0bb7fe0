import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'

const TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
])

/** A file of the web chat page; undefined for anything else. Names have no folders, so nothing outside can be read. */
export const readPageFile = async (name: string): Promise<{ type: string; content: Buffer } | undefined> => {
  const type = TYPES.get(extname(name))
  if (type === undefined || !/^[a-z0-9][a-z0-9-]*(\.[a-z0-9]+)+$/.test(name)) return undefined
  try {
    return { type, content: await readFile(new URL(`page/${name}`, import.meta.url)) }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
