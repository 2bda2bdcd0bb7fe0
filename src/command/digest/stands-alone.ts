import { leansBack } from '../../answer/leans-back.js'
import type { LineRange, Passage } from '../../knowledge/report.js'
import { isSideMatter } from './interest.js'

/** The whole sentences of a passage that a digest shows. */
export interface Quote {
  readonly text: string
  readonly lines: LineRange
}

const SHORTEST = 70
const LONGEST = 400

const POINTS_AWAY =
  /\b(?:see (?:above|below)|(?:the|as) (?:above|below)|following (?:list|table|pictures?|slides?|photos?))\b/iu
const ENDS = /[.!?…]["”’)\]]*$/u
const BEGINS = /^["“'(]*[\p{Lu}\p{N}]|^["“'(]*\p{Ll}+\p{Lu}|^["“'(]*[\p{L}-]*\d/u

/**
 * What a reader who knows nothing of the report can make sense of: whole sentences, at most 400 characters, that neither
 * carry on from a text before nor point to one after, without closing words on pictures. Undefined when there is none.
 */
export const standAloneQuote = (passage: Passage): Quote | undefined => {
  const { kind, leadIn, quotable, sentences, text } = passage
  if (!quotable || leadIn !== undefined || kind === 'row' || kind === 'code') return undefined
  const [first] = sentences
  if (!first || leansBack(text) || !BEGINS.test(text)) return undefined
  const shown = sentences.filter(({ end }) => end - first.start <= LONGEST)
  while (shown.length > 1 && isSideMatter(sentenceOf(passage, shown.length - 1))) shown.pop()
  const last = shown.at(-1)
  if (!last) return undefined
  const quote = text.slice(first.start, last.end)
  if (quote.length < SHORTEST || !ENDS.test(quote) || POINTS_AWAY.test(quote)) return undefined
  return { text: quote, lines: [first.lines[0], last.lines[1]] }
}

const sentenceOf = ({ text, sentences }: Passage, i: number): string =>
  text.slice(sentences[i]?.start ?? 0, sentences[i]?.end ?? 0)
