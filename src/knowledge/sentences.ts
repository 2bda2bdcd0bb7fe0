/** A sentence's place in a text: `text.slice(start, end)`. */
export interface SentenceSpan {
  readonly start: number
  readonly end: number
}

/** Abbreviations after which a full stop ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s("“])(?:e\.g|i\.e|vs|etc|cf|ca|approx|Inc|Ltd|Corp|Co|Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|Fig|No|Vol|pp|al|a\.m|p\.m|U\.S|U\.K|\p{Lu})\.$/u
/** No abbreviation is longer, with what stands before it. */
const LONGEST_ABBREVIATION = 16
/** What a sentence does not begin with: the full stop before it belonged to a name, a number or an aside. */
const NO_BEGINNING = /^[\p{Ll})\]”’,;:]/u

/** Characters that are segmented at a time: the segmenter takes time with the square of what it is given. */
const WINDOW = 4096

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** Where the sentences of a text stand, without the blanks between them, in order. */
export const splitSentences = (text: string): SentenceSpan[] => {
  const sentences: SentenceSpan[] = []
  for (const { segment, index } of segmentsOf(text)) {
    const start = index + (segment.length - segment.trimStart().length)
    const end = index + segment.trimEnd().length
    if (end <= start) continue
    const last = sentences.at(-1)
    if (last && continues(text, last, start)) sentences[sentences.length - 1] = { start: last.start, end }
    else sentences.push({ start, end })
  }
  return sentences
}

interface Segment {
  readonly segment: string
  readonly index: number
}

/** The segments of the whole text, found window by window. */
function* segmentsOf(text: string): Generator<Segment> {
  let from = 0
  let size = WINDOW
  while (from < text.length) {
    const found: Segment[] = Array.from(segmenter.segment(text.slice(from, from + size)))
    const isRest = from + size >= text.length
    // Where the last two segments of a window end and meet depends on what stands behind the window.
    const sure = isRest ? found : found.slice(0, -2)
    for (const { segment, index } of sure) yield { segment, index: from + index }
    if (isRest) return
    from += sure.reduce((length, { segment }) => length + segment.length, 0)
    size = sure.length > 0 ? WINDOW : 2 * size
  }
}

const continues = (text: string, last: SentenceSpan, start: number): boolean =>
  // Without white space between them the pieces are one word: a URL, a version, a file name.
  start === last.end ||
  ABBREVIATION.test(text.slice(Math.max(last.start, last.end - LONGEST_ABBREVIATION), last.end)) ||
  NO_BEGINNING.test(text.slice(start, start + 2))
