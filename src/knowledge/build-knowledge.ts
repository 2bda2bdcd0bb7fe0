import { createHash } from 'node:crypto'
import type { Problem } from '../errors.js'
import { decodeText, type KnowledgeFile } from './decode-text.js'
import { GLOSSARY, isKnowledgeFile, THESAURUS, WORD_FILES } from './file-names.js'
import { parseGlossary } from './parse-glossary.js'
import { parseThesaurus } from './parse-thesaurus.js'
import { readReport } from './read-report.js'
import type { Knowledge, Report } from './report.js'

/** Builds a Knowledge from the files of a folder. What is wrong with any of them is in its `problems`. */
export const buildKnowledge = (files: readonly KnowledgeFile[]): Knowledge => {
  const own = files.filter(({ name }) => isKnowledgeFile(name)).sort((a, b) => compare(a.name, b.name))
  const names = new Set(own.map(({ name }) => name))
  const readings = own.filter(({ name }) => !WORD_FILES.includes(name)).map((file) => readReport(file, names))
  const { reports, problems: repeated } = withoutRepeats(readings.flatMap(({ report }) => report ?? []))
  const glossary = readWords(own, GLOSSARY, parseGlossary)
  const thesaurus = readWords(own, THESAURUS, parseThesaurus)
  const problems = [
    ...readings.flatMap((reading) => reading.problems),
    ...repeated,
    ...(glossary?.problems ?? []),
    ...(thesaurus?.problems ?? []),
  ]
  return {
    reports,
    passages: reports.flatMap(({ sections }) => sections.flatMap(({ passages }) => passages)),
    glossary: glossary && 'glossary' in glossary ? glossary.glossary : [],
    thesaurus: thesaurus && 'thesaurus' in thesaurus ? thesaurus.thesaurus : [],
    problems: problems.sort(byPlace),
    revision: revisionOf(own),
  }
}

/** `a.md` and `a.txt` have one id: the first is kept. */
const withoutRepeats = (reports: readonly Report[]): { reports: Report[]; problems: Problem[] } => {
  const kept = new Map<string, Report>()
  const problems: Problem[] = []
  for (const report of reports) {
    const other = kept.get(report.id)
    if (!other) kept.set(report.id, report)
    else
      problems.push({
        file: report.file,
        line: 1,
        column: 1,
        rule: 'repeated-id',
        message: `${other.file} has the id "${report.id}" too`,
      })
  }
  return { reports: [...kept.values()], problems }
}

const readWords = <Words>(
  files: readonly KnowledgeFile[],
  name: string,
  parse: (file: string, text: string) => Words & { readonly problems: readonly Problem[] },
): (Words & { readonly problems: readonly Problem[] }) | { readonly problems: readonly Problem[] } | undefined => {
  const file = files.find((one) => one.name === name)
  if (!file) return undefined
  const decoded = decodeText(file)
  return 'problem' in decoded ? { problems: [decoded.problem] } : parse(name, decoded.text)
}

const revisionOf = (files: readonly KnowledgeFile[]): string => {
  const hash = createHash('sha256')
  // Lengths keep the files apart: moving text from one to the next is a change.
  for (const { name, content } of files) hash.update(`${name}\n${Buffer.byteLength(content)}\n`).update(content)
  return hash.digest('hex').slice(0, 12)
}

const byPlace = (a: Problem, b: Problem): number => compare(a.file, b.file) || a.line - b.line || a.column - b.column

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
