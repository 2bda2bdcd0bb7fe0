import type { Writable } from 'node:stream'
import { countOf } from '../command/count.js'
import { formatProblem, InvalidKnowledgeError } from '../errors.js'
import { readKnowledgeFolder } from './read-knowledge-folder.js'

/** Writes every problem of a folder of reports. Exit code 0 when there is none, 2 otherwise. */
export const checkFolder = async (folder: string, output: Writable): Promise<number> => {
  try {
    const { reports, passages, problems } = await readKnowledgeFolder(folder)
    for (const problem of problems) output.write(`${folder}/${formatProblem(problem)}\n`)
    output.write(
      problems.length === 0
        ? `${folder}: ${countOf(reports.length, 'report')}, ${countOf(passages.length, 'passage')}, no problems\n`
        : `${folder}: ${countOf(problems.length, 'problem')}\n`,
    )
    return problems.length === 0 ? 0 : 2
  } catch (error) {
    if (!(error instanceof InvalidKnowledgeError)) throw error
    output.write(`${error.message}\n`)
    for (const problem of error.problems) output.write(`${folder}/${formatProblem(problem)}\n`)
    return 2
  }
}
