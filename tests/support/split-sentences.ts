import type { Sentence } from '../../src/knowledge/report.js'

/** Cuts hand-made text after full stops: enough for tests, which do not abbreviate. */
export const splitSentences = (text: string, line: number): Sentence[] =>
  [...text.matchAll(/\S[^.!?]*[.!?]*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
    lines: [line, line],
  }))
