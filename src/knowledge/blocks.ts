import type { PlacedText } from './placed-text.js'
import type { LineRange, Passage, Speaker } from './report.js'

/** What a report is made of, in file order, whichever way it was written. */
export type Block = HeadingBlock | TextBlock

export interface HeadingBlock {
  readonly kind: 'heading'
  /** 1 for the outermost. */
  readonly level: number
  readonly text: string
  readonly speakers: readonly Speaker[]
  readonly lines: LineRange
}

/** A passage to be: it lacks only its place among the others. */
export interface TextBlock {
  readonly kind: Passage['kind']
  readonly placed: PlacedText
  readonly lines: LineRange
  readonly quotable: boolean
  readonly asks: readonly string[]
  /** First line of the paragraph that introduces the list, or of the table's head. */
  readonly leadInLine?: number
  /** Texts of the list items it is nested in, outermost first. */
  readonly within: readonly string[]
}
