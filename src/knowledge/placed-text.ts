import type { LineRange } from './report.js'

/** Text as it stands on one line of a file. */
export interface Piece {
  readonly text: string
  /** Counted from 1. */
  readonly line: number
}

/** Plain text with white space collapsed to single blanks, which still knows where each character stood. */
export interface PlacedText {
  readonly text: string
  /** Lines of `text.slice(start, end)`. */
  linesOf(start: number, end: number): LineRange
}

/** Joins pieces in file order. Pieces of different lines are set apart by a blank; those of one line are not. */
export const placeText = (pieces: readonly Piece[]): PlacedText => {
  let text = ''
  // Where each line's first character stands in the text; lines without a visible character do not occur.
  const starts: { readonly at: number; readonly line: number }[] = []
  let blankBefore = false
  let lastLine = pieces[0]?.line ?? 1
  for (const { text: raw, line } of pieces) {
    if (line !== lastLine) blankBefore = true
    lastLine = line
    for (const part of raw.split(/(\s+)/)) {
      if (part === '') continue
      if (/^\s/.test(part)) {
        blankBefore = true
        continue
      }
      if (blankBefore && text !== '') text += ' '
      blankBefore = false
      if (starts.at(-1)?.line !== line) starts.push({ at: text.length, line })
      text += part
    }
  }
  return { text, linesOf: (start, end) => [lineAt(starts, start), lineAt(starts, Math.max(start, end - 1))] }
}

const lineAt = (starts: readonly { readonly at: number; readonly line: number }[], offset: number): number => {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle]?.at ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return starts[low]?.line ?? 1
}
