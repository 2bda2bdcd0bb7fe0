import type { LineRange, Passage, Sentence } from '../knowledge/report.js'

/** Excerpts are kept to this many characters where sentences allow. */
export const EXCERPT_LENGTH = 400
/** A list with its lead-in may be longer: half a list is no answer. */
const LIST_LENGTH = 600
const MOST_SENTENCES = 3

/** Text that could be shown as an excerpt: whole sentences of one passage, or a list with its lead-in. */
export interface Span {
  readonly text: string
  readonly sentences: readonly string[]
  readonly lines: LineRange
  /** The passages it is taken from, in order. */
  readonly passages: readonly Passage[]
}

/**
 * Every excerpt a passage offers: all of it when short enough, else from each sentence on as many as fit, three at
 * most, so that a quotation brings what follows from it.
 */
export const spansOf = (passage: Passage): Span[] => {
  const { text, sentences, lines } = passage
  if (text.length <= EXCERPT_LENGTH || sentences.length <= 1)
    return [
      { text, sentences: sentences.length === 0 ? [text] : textsOf(passage, sentences), lines, passages: [passage] },
    ]
  return sentences.map((first, i) => {
    const fitting = sentences
      .slice(i, i + MOST_SENTENCES)
      .filter((one, k) => k === 0 || one.end - first.start <= EXCERPT_LENGTH)
    const last = fitting.at(-1) ?? first
    return {
      text: text.slice(first.start, last.end),
      sentences: textsOf(passage, fitting),
      lines: [first.lines[0], last.lines[1]],
      passages: [passage],
    }
  })
}

/** A list item together with its lead-in and its neighbours, if all of it is short enough to show. */
export const listSpan = (passage: Passage, neighbours: readonly Passage[]): Span | undefined => {
  const leadIn = passage.kind === 'item' ? passage.leadIn : passage.id
  if (leadIn === undefined) return undefined
  const list = neighbours.filter((one) => one.id === leadIn || one.leadIn === leadIn)
  const text = list.map((one) => one.text).join('\n')
  const [first] = list
  const last = list.at(-1)
  if (!first || !last || list.length < 3 || text.length > LIST_LENGTH) return undefined
  return { text, sentences: list.map((one) => one.text), lines: [first.lines[0], last.lines[1]], passages: list }
}

const textsOf = ({ text }: Passage, sentences: readonly Sentence[]): string[] =>
  sentences.map(({ start, end }) => text.slice(start, end))
