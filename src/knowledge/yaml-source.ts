import { isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Problem } from '../errors.js'

/** YAML as read: its value, what is wrong with it, and where each part of it stands in the file. */
export interface YamlSource {
  readonly value: unknown
  readonly problems: readonly Problem[]
  problemAt(path: readonly PropertyKey[], rule: string, message: string): Problem
}

/** Where the YAML stands: its file, and how many lines of the file are above it. */
export interface YamlPlace {
  readonly file: string
  readonly above: number
  /** Rule that problems of the YAML itself are told under. */
  readonly rule: string
}

/** Reads YAML without its exotic parts: no aliases (they can blow up), no custom tags, no repeated keys. */
export const readYaml = (text: string, { file, above, rule }: YamlPlace): YamlSource => {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true, schema: 'core' })
  const problemOf = (offset: number, ownRule: string, message: string): Problem => {
    const { line, col } = counter.linePos(offset)
    return { file, line: Math.max(line, 1) + above, column: Math.max(col, 1), rule: ownRule, message }
  }
  const problems = [...document.errors, ...document.warnings].map(({ pos, message }) =>
    problemOf(pos[0], rule, firstLine(message)),
  )
  return {
    ...(problems.length > 0
      ? { value: undefined, problems }
      : readValue(
          () => document.toJS({ maxAliasCount: 0 }),
          (message) => problemOf(0, rule, message),
        )),
    problemAt: (path, ownRule, message) => {
      // The innermost part that exists: a missing key is told where it should have stood.
      for (let length = path.length; length >= 0; length--) {
        const node = document.getIn(path.slice(0, length), true)
        if (isNode(node) && node.range) return problemOf(node.range[0], ownRule, message)
      }
      return problemOf(0, ownRule, message)
    },
  }
}

const readValue = (
  read: () => unknown,
  problemOf: (message: string) => Problem,
): Pick<YamlSource, 'value' | 'problems'> => {
  try {
    return { value: read(), problems: [] }
  } catch (error) {
    return {
      value: undefined,
      problems: [problemOf(firstLine(error instanceof Error ? error.message : String(error)))],
    }
  }
}

/** The parser's messages go on with a picture of the place; the place is told by line and column. */
const firstLine = (message: string): string => (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')

/** What a schema finds wrong, each at its place, with the keys that may have been meant. */
export const schemaProblems = (
  { issues }: z.ZodError,
  source: YamlSource,
  rule: string,
  explainKey: (key: string, path: readonly PropertyKey[]) => string,
): Problem[] =>
  issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => source.problemAt([...issue.path, key], rule, explainKey(key, issue.path)))
    const name = issue.path.filter((part) => typeof part === 'string').join('.')
    return [source.problemAt(issue.path, rule, name === '' ? issue.message : `${name}: ${issue.message}`)]
  })
