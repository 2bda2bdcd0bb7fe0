import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem } from '../errors.js'
import { InvalidKnowledgeError } from '../errors.js'
import { buildKnowledge } from '../knowledge/build-knowledge.js'
import { fileTooLarge, type KnowledgeFile, LARGEST_FILE, unreadable } from '../knowledge/decode-text.js'
import { isKnowledgeFile, misnamed, WORD_FILES } from '../knowledge/file-names.js'
import type { Knowledge } from '../knowledge/report.js'
import { readShippedWords } from './shipped-words.js'

/**
 * Reads every report of a folder, with its glossary and thesaurus; folders inside of it are not read. A folder without
 * words of its own borrows those that come with the bot: pasted reports are asked about in the same everyday words.
 * @throws InvalidKnowledgeError if the folder cannot be read or none of its reports can be used
 */
export const readKnowledgeFolder = async (folder: string): Promise<Knowledge> => {
  const listed = (await listFolder(folder)).sort()
  const names = listed.filter(isKnowledgeFile)
  const borrowed = WORD_FILES.every((name) => names.includes(name)) ? [] : await readShippedWords()
  const readings = [
    ...(await Promise.all(names.map((name) => readOne(folder, name)))),
    ...borrowed.filter(({ name }) => !names.includes(name)),
  ]
  const unread = readings.flatMap((reading) => ('rule' in reading ? [reading] : []))
  const knowledge = buildKnowledge(readings.flatMap((reading) => ('rule' in reading ? [] : [reading])))
  const problems = [...listed.flatMap(misnamed), ...unread, ...knowledge.problems]
  if (knowledge.reports.length === 0)
    throw new InvalidKnowledgeError(
      problems.length === 0
        ? `${folder} holds no reports. Put at least one .md or .txt file there, or name another folder with --knowledge.`
        : `None of the reports in ${folder} can be used:`,
      problems,
    )
  return { ...knowledge, problems }
}

const listFolder = async (folder: string): Promise<string[]> => {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const reason =
      code === 'ENOENT'
        ? 'does not exist'
        : code === 'ENOTDIR'
          ? 'is a file, not a folder'
          : `cannot be read (${String(code)})`
    throw new InvalidKnowledgeError(
      `${folder} ${reason}. Name the folder of reports with --knowledge or KNOWLEDGE_DIR.`,
      [],
      { cause: error },
    )
  }
}

const readOne = async (folder: string, name: string): Promise<KnowledgeFile | Problem> => {
  const path = join(folder, name)
  try {
    // Looked up first: a huge file never comes into memory, and a pipe or device, which would be waited for, is not opened.
    const file = await stat(path)
    if (!file.isFile()) return unreadable(name, 1, 1, 'is no regular file')
    return file.size > LARGEST_FILE ? fileTooLarge(name, file.size) : { name, content: await readFile(path) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return unreadable(name, 1, 1, `cannot be read (${code})`)
  }
}
