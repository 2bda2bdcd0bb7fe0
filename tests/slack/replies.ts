import type { Answer, Excerpt } from '../../src/answer/answer.js'
import type { AnswerReply } from '../../src/command/reply.js'

/** An excerpt as the reports have them; what a test is about is given, the rest is filled in. */
export const anExcerpt = ({
  citation,
  ...rest
}: Partial<Omit<Excerpt, 'citation'>> & { citation?: Partial<Excerpt['citation']> } = {}): Excerpt => ({
  text: 'CRI-O uses runC to create and run containers.',
  highlights: [[0, 5]],
  score: 0.9,
  ...rest,
  citation: {
    report: 'austin-2017-galexrt',
    author: 'galexrt',
    event: 'KubeCon NA 2017, Austin',
    heading: ['Wednesday', 'CRI-O: All the Runtime Kubernetes Needs'],
    speakers: ['Mrunal Patel'],
    lines: [120, 124],
    ...citation,
  },
})

/** An answer of one excerpt of seven, unless said otherwise. */
export const anAnswer = (answer: Partial<Answer> = {}, reply: Partial<AnswerReply> = {}): AnswerReply => ({
  kind: 'answer',
  scope: '5 reports: London 2016, Berlin 2017, Austin 2017',
  ...reply,
  answer: {
    status: 'answered',
    question: 'what is CRI-O',
    topic: 'CRI-O',
    excerpts: [anExcerpt()],
    total: 7,
    from: 0,
    confidence: 0.9,
    related: [],
    repaired: [],
    ...answer,
  },
})
