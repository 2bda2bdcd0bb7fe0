import type { Passage, Sentence } from '../knowledge/report.js'
import { EXCERPT_LENGTH, type Span, spanOf } from './excerpt-span.js'
import { leansBack } from './leans-back.js'

/**
 * A span that begins with «It», «They» or «However» with the sentence before it that names the thing, as long as both
 * fit into an excerpt. What follows the first sentence of the span gives way where it holds no words of the question.
 * @param holds says whether a text has words of the question
 */
export const nameTheThing = (span: Span, holds: (text: string) => boolean): Span => {
  const [passage] = span.passages
  if (!passage || span.passages.length > 1 || !leansBack(span.text)) return span
  const at = passage.text.indexOf(span.text)
  const first = passage.sentences.findIndex(({ start }) => start === at)
  const naming = findNaming(passage, first)
  if (naming === undefined) return span
  const needed = passage.sentences.slice(first, first + span.sentences.length)
  for (;;) {
    const sentences = [...passage.sentences.slice(naming, first), ...needed]
    if (lengthOf(sentences) <= EXCERPT_LENGTH) return spanOf(passage, sentences)
    const last = needed.pop()
    if (!last || needed.length === 0 || holds(passage.text.slice(last.start, last.end))) return span
  }
}

/** The nearest sentence before that leans on nothing itself; none when the passage begins with a word for something else. */
const findNaming = ({ text, sentences }: Passage, first: number): number | undefined => {
  for (let i = first - 1; i >= 0; i--) {
    const sentence = sentences[i]
    if (sentence && !leansBack(text.slice(sentence.start, sentence.end))) return i
  }
  return undefined
}

const lengthOf = (sentences: readonly Sentence[]): number => (sentences.at(-1)?.end ?? 0) - (sentences[0]?.start ?? 0)
