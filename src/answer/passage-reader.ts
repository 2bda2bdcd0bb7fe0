import type { Passage } from '../knowledge/report.js'
import { type PositionedTerms, positionWords } from '../search/indexed-passage.js'
import type { SearchIndex } from '../search/search-index.js'
import { isStopWord } from '../search/stop-words.js'
import { splitWords } from '../search/words.js'
import { listSpan, type Span, spansOf } from './excerpt-span.js'
import { growSpan, readSurroundings, type Surroundings } from './grow-span.js'
import { findNeighbours, findSurroundings } from './sections.js'

/** An excerpt on offer with its sentences taken apart. */
export interface ReadSpan {
  /** What is read and judged. */
  readonly span: Span
  /** What is shown of it: the span, with its surroundings where it is short. */
  readonly shown: Span
  /** Terms of each sentence of the span. */
  readonly sentences: readonly PositionedTerms[]
  /** The words of what is judged that carry matter, normalised. */
  readonly matter: ReadonlySet<string>
}

/** A passage taken apart once, for all the questions to come. */
export interface ReadPassage {
  readonly spans: readonly ReadSpan[]
  /** Every word of the passage, normalised. */
  readonly forms: ReadonlySet<string>
}

export type PassageReader = (passage: Passage) => ReadPassage

/** Passages kept apart at a time: the ones that answers come from are few, however large the collection. */
const KEPT = 5000

export const createPassageReader = (index: SearchIndex, passages: readonly Passage[]): PassageReader => {
  const neighbours = findNeighbours(passages)
  const surroundings = findSurroundings(passages)
  const kept = new Map<string, ReadPassage>()
  // The passages of a section have their surroundings in common.
  const readings = new WeakMap<readonly Passage[], Surroundings>()
  const surroundingsOf = (passage: Passage): Surroundings => {
    const around = surroundings(passage)
    const reading = readings.get(around) ?? readSurroundings(around)
    readings.set(around, reading)
    return reading
  }
  const readSpan = (
    span: Span,
    sentence: number,
    around: Surroundings,
    readSentence: (text: string) => ReadSentence,
  ): ReadSpan => {
    const shown = growSpan(span, sentence, around)
    return {
      span,
      shown,
      sentences: span.sentences.map((text) => readSentence(text).terms),
      matter: new Set(span.sentences.flatMap((text) => readSentence(text).matter)),
    }
  }
  return (passage) => {
    const known = kept.get(passage.id)
    if (known) return known
    const around = surroundingsOf(passage)
    const list = listSpan(passage, neighbours(passage))
    const spans = list ? [list] : spansOf(passage)
    // A sentence stands in several spans.
    const sentences = new Map<string, ReadSentence>()
    const readSentence = (text: string): ReadSentence => {
      const known = sentences.get(text) ?? sentenceOf(text, index)
      sentences.set(text, known)
      return known
    }
    const read: ReadPassage = {
      // Without a list there is a span from each sentence on.
      spans: spans.map((span, i) => readSpan(span, i, around, readSentence)),
      // The spans of a passage hold all its sentences, those of a list its neighbours too.
      forms: list
        ? new Set(sentenceOf(passage.text, index).forms)
        : new Set(spans.flatMap((span) => span.sentences.flatMap((text) => readSentence(text).forms))),
    }
    const [oldest] = kept.keys()
    if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest)
    kept.set(passage.id, read)
    return read
  }
}

interface ReadSentence {
  readonly terms: PositionedTerms
  readonly forms: readonly string[]
  readonly matter: readonly string[]
}

const sentenceOf = (text: string, { vocabulary, concepts }: SearchIndex): ReadSentence => {
  const words = splitWords(text)
  const forms = words.map(({ form }) => form)
  return { terms: positionWords(words, vocabulary, concepts), forms, matter: forms.filter((form) => !isStopWord(form)) }
}
