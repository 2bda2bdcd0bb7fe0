import { readFile, writeFile } from 'node:fs/promises'

const MOST_LINES = 500

/** Lines typed in earlier sessions, newest first; none when there is no such file or it cannot be read. */
export const readHistory = async (file: string): Promise<readonly string[]> => {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text.split('\n').filter((line) => line !== '')
}

/** Keeps the lines for the next session, for the person's own eyes. A chat is not worth failing over its history. */
export const writeHistory = async (file: string, lines: readonly string[]): Promise<void> => {
  const text = lines.slice(0, MOST_LINES).map((line) => `${line}\n`)
  await writeFile(file, text.join(''), { mode: 0o600 }).catch(() => undefined)
}
