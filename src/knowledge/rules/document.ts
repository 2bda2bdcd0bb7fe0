import type { Problem } from '../../errors.js'
import type { Block } from '../blocks.js'
import type { Link } from '../markdown-parser.js'

/** A report's Markdown as the rules look at it. */
export interface MarkdownDocument {
  readonly file: string
  /** Lines of the whole file. */
  readonly lines: readonly string[]
  readonly blocks: readonly Block[]
  readonly links: readonly Link[]
  /** Names of the folder's files, for links from one report to another. */
  readonly files: ReadonlySet<string>
}

/** Something to hold true of a report; gives back where it does not. */
export type Rule = (document: MarkdownDocument) => readonly Problem[]
