import { stem } from '../../search/stem.js'
import { isStopWord } from '../../search/stop-words.js'
import type { Claim, ClaimReader } from './claim.js'

const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
}
const SCALES: Readonly<Record<string, number>> = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6, billion: 1e9 }

/** A number, how it is hedged, and the words after it up to the next mark. Not the 2 of «day 2» or of «the first 2 days». */
const COUNT = new RegExp(
  [
    /(?<![\p{L}\p{N}.,:/-])(?<!\b(?:day|version|part|level|step|chapter|release|phase|line|page|first|last|next|other|another|past|every) )/u
      .source,
    /(?<hedge>(?:almost|nearly|close to|under|less than|fewer than|up to|at most|about|around|roughly|approximately|some|over|more than|at least|well over) )?/u
      .source,
    `(?<number>\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?|(?:${Object.keys(WORDS).join('|')})(?=[ -]))`,
    /(?<plus>\+)?(?:(?<scale>k|m)\b| (?<word>thousand|million|billion)\b)?/u.source,
    /(?:(?<percent> ?%| percent\b)|(?<after>(?: [\p{L}][\p{L}’'-]*){1,4}))/u.source,
  ].join(''),
  'giu',
)
/** The 3 of «etcd 3 clusters» belongs to the name before it. */
const AFTER_NAME = /\S \p{Lu}[\p{L}\p{N}-]* $/u
/** A year, which counts nothing. */
const YEAR = /^(?:19|20)\d\d$/
const PEOPLE = /^(?:people|persons|attendees|participants|visitors|guests)$/
/** Round figures are rounded: this much more or less is the same. */
const ROUNDING = 0.05
const VAGUE = 0.15

/** Numbers of things: `1,500 attendees`, `more than 20 percent`. */
export const readCounts: ClaimReader = (sentence) =>
  [...sentence.matchAll(COUNT)].flatMap(({ 0: found, index, groups = {} }): Claim[] => {
    const { hedge = '', number = '', plus, scale, word, percent, after = '' } = groups
    const value =
      (WORDS[number.toLowerCase()] ?? Number(number.replaceAll(',', ''))) *
      (SCALES[(scale ?? word ?? '').toLowerCase()] ?? 1)
    if (!Number.isFinite(value) || (YEAR.test(number) && !percent) || AFTER_NAME.test(sentence.slice(0, index)))
      return []
    const range = rangeOf(value, plus ? 'over' : hedge.trim().toLowerCase())
    if (percent) return [{ topic: 'share', about: 'the share', says: found.trim(), value: range, needs: 'same-matter' }]
    const thing = thingCounted(after.trim().split(' '), value)
    if (!thing) return []
    const says = found.slice(0, found.length - after.length + thing.length).trim()
    return [
      {
        topic: `count of ${thing.key}`,
        about: `the number of ${thing.name}`,
        says,
        value: range,
        needs: 'same-matter',
      },
    ]
  })

/** What a number counts, as all of its words: 25 certified partners are not 25 partners. */
const thingCounted = (
  words: readonly string[],
  value: number,
): { key: string; name: string; length: number } | undefined => {
  const stop = words.findIndex((one) => isStopWord(one.toLowerCase()))
  const run = stop < 0 ? words : words.slice(0, stop)
  const last = value === 1 ? 0 : run.findIndex((one) => /[^s]s$/i.test(one) || PEOPLE.test(one.toLowerCase()))
  const noun = run[last]
  if (noun === undefined) return undefined
  const kept = run.slice(0, last + 1)
  const isPeople = PEOPLE.test(noun.toLowerCase())
  return {
    key: [...kept.slice(0, -1), isPeople ? 'people' : noun].map((one) => stem(one.toLowerCase())).join(' '),
    name: isPeople ? 'people' : `${kept.join(' ')}${value === 1 ? 's' : ''}`,
    length: kept.join(' ').length + 1,
  }
}

const rangeOf = (value: number, hedge: string): [number, number] => {
  switch (hedge) {
    case 'over':
    case 'well over':
    case 'more than':
    case 'at least':
      return [value, Number.POSITIVE_INFINITY]
    case 'up to':
    case 'at most':
    case 'under':
    case 'less than':
    case 'fewer than':
      return [0, value]
    case 'almost':
    case 'nearly':
    case 'close to':
      return [value * (1 - VAGUE), value]
    case '':
      return value >= 100 && value % 10 === 0 ? [value * (1 - ROUNDING), value * (1 + ROUNDING)] : [value, value]
    default:
      return [value * (1 - VAGUE), value * (1 + VAGUE)]
  }
}
