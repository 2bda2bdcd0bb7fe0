import type { Passage, Sentence } from '../knowledge/report.js'
import { EXCERPT_LENGTH, type Span } from './excerpt-span.js'

/** From this length on an excerpt says enough by itself; a shorter one is a remark that its surroundings explain. */
const ENOUGH = 300
/** The same for another paragraph, which may be on something else: only what says very little alone needs it. */
const ENOUGH_FOR_ANOTHER = 160
/** Words that point at what the sentence before has named. */
const POINTS_BACK = /^(?:it|they|this|these|those|he|she|that|its|their|his|her|such)\b/iu

/** A sentence with the passage it stands in. */
interface Unit {
  readonly passage: Passage
  readonly sentence: Sentence
}

/** The sentences that stand around one another under a heading, in order: read once for all the spans among them. */
export interface Surroundings {
  readonly units: readonly Unit[]
  /** Where the units of each passage begin. */
  readonly starts: ReadonlyMap<Passage, number>
}

export const readSurroundings = (neighbours: readonly Passage[]): Surroundings => {
  const units: Unit[] = []
  const starts = new Map<Passage, number>()
  for (const passage of neighbours) {
    if (passage.sentences.length > 0) starts.set(passage, units.length)
    for (const sentence of passage.sentences) units.push({ passage, sentence })
  }
  return { units, starts }
}

/**
 * The span as it is shown. One that begins with a pronoun takes in the sentence before; a short one takes in what
 * follows it, then what stands before it, in whole sentences under the same heading, as long as there is room.
 * @param sentence which sentence of its passage it begins with, from 0
 */
export const growSpan = (span: Span, sentence: number, { units, starts }: Surroundings): Span => {
  const [passage] = span.passages
  if (!passage || span.passages.length > 1 || !isProse(passage)) return span
  const opening = starts.get(passage)
  if (opening === undefined) return span
  const start = opening + sentence
  /** Where the text before a unit begins: its passage, or the passage before. */
  const opensAt = (at: number): number => {
    const before = units[at - 1]?.passage
    return before === undefined ? -1 : (starts.get(before) ?? -1)
  }
  let first = start
  let last = start + span.sentences.length - 1
  const fits = (from: number, to: number): boolean => {
    const added = units[from < first ? from : to]
    return added !== undefined && isProse(added.passage) && joined(units.slice(from, to + 1)).length <= EXCERPT_LENGTH
  }
  /** Whether it is so short that this unit beside it belongs to it. */
  const isShortFor = (beside: number): boolean =>
    joined(units.slice(first, last + 1)).length <
    (units[beside]?.passage.id === passage.id ? ENOUGH : ENOUGH_FOR_ANOTHER)
  while (POINTS_BACK.test(textOf(units[first])) && fits(first - 1, last)) first--
  while (isShortFor(last + 1) && fits(first, last + 1)) last++
  // What stands before is taken from its own beginning on: an excerpt that begins in the middle of a thought misleads.
  while (isShortFor(first - 1) && opensAt(first) >= 0 && fits(opensAt(first), last)) first = opensAt(first)
  return first === start && last === start + span.sentences.length - 1 ? span : toSpan(units.slice(first, last + 1))
}

/** Code and table rows stand for themselves; captions are never shown. */
const isProse = ({ kind, quotable }: Passage): boolean => quotable && kind !== 'code' && kind !== 'row'

const textOf = (unit: Unit | undefined): string =>
  unit ? unit.passage.text.slice(unit.sentence.start, unit.sentence.end) : ''

const joined = (units: readonly Unit[]): string =>
  units
    .map((unit, i) => {
      const before = units[i - 1]
      return (before === undefined ? '' : before.passage === unit.passage ? ' ' : '\n') + textOf(unit)
    })
    .join('')

const toSpan = (units: readonly Unit[]): Span => ({
  text: joined(units),
  sentences: units.map(textOf),
  lines: [units[0]?.sentence.lines[0] ?? 0, units.at(-1)?.sentence.lines[1] ?? 0],
  passages: [...new Set(units.map(({ passage }) => passage))],
})
