/** A sentence's place in a text: `text.slice(start, end)`. */
export interface SentenceSpan {
  readonly start: number
  readonly end: number
}

/** Abbreviations after which a full stop ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s("“])(?:e\.g|i\.e|vs|etc|cf|ca|approx|Inc|Ltd|Corp|Co|Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|Fig|No|Vol|pp|al|a\.m|p\.m|U\.S|U\.K|\p{Lu})\.$/u
/** What a sentence does not begin with: the full stop before it belonged to a name, a number or an aside. */
const NO_BEGINNING = /^[\p{Ll})\]”’,;:]/u

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** Where the sentences of a text stand, without the blanks between them, in order. */
export const splitSentences = (text: string): SentenceSpan[] => {
  const sentences: SentenceSpan[] = []
  for (const { segment, index } of segmenter.segment(text)) {
    const start = index + (segment.length - segment.trimStart().length)
    const end = index + segment.trimEnd().length
    if (end <= start) continue
    const last = sentences.at(-1)
    if (last && continues(text, last, start)) sentences[sentences.length - 1] = { start: last.start, end }
    else sentences.push({ start, end })
  }
  return sentences
}

const continues = (text: string, last: SentenceSpan, start: number): boolean =>
  // Without white space between them the pieces are one word: a URL, a version, a file name.
  start === last.end || ABBREVIATION.test(text.slice(last.start, last.end)) || NO_BEGINNING.test(text.slice(start))
