import { readFile } from 'node:fs/promises'
import type { KnowledgeFile } from '../knowledge/decode-text.js'
import { WORD_FILES } from '../knowledge/file-names.js'

// This file runs from dist/src/store, and from src/store in tests; knowledge/ stands beside the outermost of them.
const FOLDERS = ['../../../knowledge/', '../../knowledge/'].map((path) => new URL(path, import.meta.url))

/** The glossary and thesaurus that come with the bot; without them a folder is read as it is. */
export const readShippedWords = async (): Promise<KnowledgeFile[]> =>
  (await Promise.all(WORD_FILES.map(readShipped))).flat()

const readShipped = async (name: string): Promise<KnowledgeFile[]> => {
  for (const folder of FOLDERS) {
    const content = await readFile(new URL(name, folder)).catch(() => undefined)
    if (content) return [{ name, content }]
  }
  return []
}
