import type { Answer, Citation, Excerpt } from '../../src/answer/answer.js'

/** An excerpt with what a test says of it; the rest is filled in. */
export const excerptOf = (
  text: string,
  { citation = {}, ...rest }: Partial<Omit<Excerpt, 'citation'>> & { readonly citation?: Partial<Citation> } = {},
): Excerpt => ({
  text,
  highlights: [],
  citation: {
    report: 'austin-2017-doe',
    author: 'Jane Doe',
    event: 'KubeCon 2017',
    heading: ['Keynotes'],
    speakers: [],
    lines: [3, 4],
    ...citation,
  },
  score: 0.9,
  ...rest,
})

/** An answer with what a test says of it; answered unless it says otherwise. */
export const answerOf = (sketch: Partial<Answer> = {}): Answer => ({
  status: 'answered',
  question: 'what is CRI-O',
  excerpts: [excerptOf('CRI-O is a container runtime.')],
  total: 1,
  confidence: 0.9,
  from: 0,
  related: [],
  repaired: [],
  ...sketch,
})

/** What the bot says when the reports do not cover a question. */
export const notFound = (sketch: Partial<Answer> = {}): Answer =>
  answerOf({ status: 'not-found', excerpts: [], total: 0, confidence: 0.1, ...sketch })
