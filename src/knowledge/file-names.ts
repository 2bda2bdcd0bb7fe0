import type { Problem } from '../errors.js'

export const GLOSSARY = 'glossary.yaml'
export const THESAURUS = 'thesaurus.yaml'

/** Files that say how people put things, whatever the reports are about. */
export const WORD_FILES: readonly string[] = [GLOSSARY, THESAURUS]

/** True for the files of a folder that say something: reports, glossary and thesaurus. */
export const isKnowledgeFile = (name: string): boolean =>
  WORD_FILES.includes(name) || (/\.(?:md|txt)$/i.test(name) && !isSetAside(name))

/** True for Markdown, which is held to its form; other reports are text as people paste it. */
export const isMarkdown = (name: string): boolean => /\.md$/i.test(name)

/** Tells of a file whose name is nearly that of a report or a list of words: it would be missed without a word. */
export const misnamed = (file: string): Problem[] => {
  if (isKnowledgeFile(file) || isSetAside(file)) return []
  const [, words] = /^(glossary|thesaurus)\.ya?ml$/i.exec(file) ?? []
  const [, report, ending] = /^(.+)\.(markdown|mdown|mkdn?|text)$/i.exec(file) ?? []
  const name = words
    ? `${words.toLowerCase()}.yaml`
    : report && `${report}.${ending?.toLowerCase() === 'text' ? 'txt' : 'md'}`
  return name ? [{ file, line: 1, column: 1, rule: 'file-name', message: `is not read: name it ${name}` }] : []
}

/** Hidden files, and those that say what the folder is. */
const isSetAside = (name: string): boolean => /^\.|^readme\./i.test(name)
