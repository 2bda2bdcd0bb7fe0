import type { Problem } from '../errors.js'
import { buildSections } from './build-sections.js'
import { decodeText, type KnowledgeFile } from './decode-text.js'
import { isMarkdown } from './file-names.js'
import { readFrontMatter } from './front-matter.js'
import { parseMarkdown } from './parse-markdown.js'
import { parsePlainText } from './parse-plain-text.js'
import { readPlainHeader } from './plain-header.js'
import type { Report } from './report.js'
import { hiddenCharacters } from './rules/hidden-characters.js'
import { LEAVES_OUT, RULES } from './rules/rules.js'

/** A report as read: undefined when something in it keeps it from being served. */
export interface ReportReading {
  readonly report?: Report
  readonly problems: readonly Problem[]
}

/** Reads a `.md` or `.txt` file of a knowledge folder. */
export const readReport = (file: KnowledgeFile, files: ReadonlySet<string>): ReportReading => {
  const decoded = decodeText(file)
  if ('problem' in decoded) return { problems: [decoded.problem] }
  const { report, problems } = isMarkdown(file.name)
    ? readMarkdownReport(file.name, decoded.text, files)
    : readTextReport(file.name, decoded.text)
  const all = report?.sections.length === 0 ? [...problems, noText(file.name)] : problems
  return all.some(({ rule }) => LEAVES_OUT.has(rule)) || !report ? { problems: all } : { report, problems: all }
}

const readMarkdownReport = (file: string, text: string, files: ReadonlySet<string>): ReportReading => {
  const lines = text.split('\n')
  const { frontMatter, problems } = readFrontMatter(file, text)
  const above = frontMatter?.above ?? 0
  const { blocks, links, problems: misplaced } = parseMarkdown(file, lines.slice(above).join('\n'), above)
  const all = [...problems, ...hiddenCharacters(file, lines)]
  // Without its front matter a file is no report yet; what else is wrong with it would be guesswork.
  if (!frontMatter) return { problems: all }
  const broken = RULES.flatMap((rule) => rule({ file, lines, blocks, links, files }))
  const report = { ...frontMatter.header, file, sections: buildSections(blocks, frontMatter.header.id) }
  return { report, problems: [...all, ...misplaced, ...broken] }
}

/** Pasted text is taken as it comes: no rule but that it can be read. */
const readTextReport = (file: string, text: string): ReportReading => {
  const id = file.replace(/\.[^.]+$/, '')
  const header = readPlainHeader(id, text)
  return { report: { ...header, file, sections: buildSections(parsePlainText(text, header.title), id) }, problems: [] }
}

const noText = (file: string): Problem => ({
  file,
  line: 1,
  column: 1,
  rule: 'no-text',
  message: 'there is nothing to quote in it',
})
