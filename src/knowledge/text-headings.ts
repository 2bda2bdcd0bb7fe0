import type { HeadingBlock } from './blocks.js'
import { parseTalkHeading } from './talk-heading.js'
import type { TextMatter } from './text-matter.js'
import type { Row } from './text-rows.js'

const LONGEST_HEADING = 200
const LONGEST_PLAIN_HEADING = 90
const MOST_WORDS = 14
/** A file with so many talk headings writes its other headings in title case too. */
const TALKS_FROM = 5

const DAY = /^day\s*#?\d/iu
const PART =
  /^(?:day\s*#?\d|(?:morning|evening|opening|closing|afternoon) keynotes?|keynotes?(?: \(\w+\)| (?:morning|evening))?$|sessions?\b|breakouts?\b|talks$|expo$|executive summary|summary$|conclusions?$)/iu
const SENTENCE_END = /[.!:;,…”’]$/u
const VERB = /\s(?:is|are|was|were|has|have|had|works?|will|can|does|did)\s/u
const ARROW = /\s(?:-|–)?>|\?\s|<-/u
const SMALL_WORD = /^(?:a|an|the|and|or|of|in|on|at|to|for|from|with|by|vs|as|is)$/iu
/** Tracks of a conference stand as a letter behind the title. */
const TRACK = / [A-Z]$/

/** Reads row `i` as a heading below one of level `above`; undefined for running text. */
export type HeadingReader = (i: number, above: number) => HeadingBlock | undefined

export const createHeadingReader = (rows: readonly Row[], matter: TextMatter): HeadingReader => {
  const talks = rows.filter(({ text, bullet }) => !bullet && parseTalkHeading(text) !== undefined).length
  const titled = talks >= TALKS_FROM
  // The last line of a text is no heading: nothing stands below it.
  const lastText = rows.findLastIndex(({ text }) => matter.isQuotable(text))
  return (i, above) => {
    const row = rows[i]
    if (!row || row.text.length > LONGEST_HEADING || !/^[\p{Lu}\p{N}"“#]/u.test(row.text)) return undefined
    if (matter.isCaption(row.text) || !matter.isQuotable(row.text)) return undefined
    if (row.bullet) return leadsDeeperItems(rows, i) ? headingOf(row, above + (row.indent > 2 ? 2 : 1)) : undefined
    if (!standsAlone(rows, i) || i >= lastText) return undefined
    const talk = parseTalkHeading(row.text)
    if (talk) return { ...headingOf(row, 3), text: talk.title.replace(TRACK, ''), speakers: talk.speakers }
    if (PART.test(row.text) && row.text.length < 60) return headingOf(row, DAY.test(row.text) ? 1 : 2)
    return looksLikeTitle(row.text, titled) ? headingOf(row, titled ? 3 : 2) : undefined
  }
}

const headingOf = ({ text, line }: Row, level: number): HeadingBlock => ({
  kind: 'heading',
  level,
  text,
  speakers: [],
  lines: [line, line],
})

/** A bullet with deeper bullets right below it that is no sentence names what they are about. */
const leadsDeeperItems = (rows: readonly Row[], i: number): boolean => {
  const row = rows[i]
  const next = rows[i + 1]
  return row !== undefined && next?.bullet === true && next.indent > row.indent && !/[.!:]$/.test(row.text)
}

const standsAlone = (rows: readonly Row[], i: number): boolean =>
  (rows[i - 1]?.text ?? '') === '' && (rows[i + 1]?.text ?? '') === ''

const looksLikeTitle = (text: string, titled: boolean): boolean => {
  const words = text.split(/\s+/)
  if (text.length > LONGEST_PLAIN_HEADING || words.length > MOST_WORDS) return false
  if (SENTENCE_END.test(text) || VERB.test(text) || ARROW.test(text)) return false
  return !titled || isTitleCase(words)
}

const isTitleCase = (words: readonly string[]): boolean => {
  const main = words.filter((word) => /\p{L}/u.test(word) && !SMALL_WORD.test(word))
  return main.length > 0 && main.filter((word) => /^\P{L}*\p{Lu}/u.test(word)).length >= main.length * 0.75
}
