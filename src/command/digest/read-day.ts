import { MONTHS, WEEKDAYS } from '../../knowledge/calendar.js'
import { nearestName } from '../did-you-mean.js'
import { shorten } from '../shorten.js'
import { addDays, describeDay, toDay, weekdayOf } from './local-day.js'
import { isProblem, type Problem, problem } from './read-problem.js'

const FORMS = (today: string): readonly string[] => ['tomorrow', addDays(today, 7)]

/** A day as people write it, seen from today: `tomorrow`, `friday`, `2026-12-24`, `24 Dec`, `24.12.`. Not in the past. */
export const readDay = (text: string, today: string): string | Problem => {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/^(?:on|until|till|til|to|the)\s+/, '')
  const day = readWords(words, today) ?? readNumbers(words, today)
  if (day === undefined) return problem(`I cannot read "${shorten(text.trim(), 40)}" as a day.`, ...FORMS(today))
  if (isProblem(day)) return day
  if (day < today) return problem(`${describeDay(day)} ${day.slice(0, 4)} is over.`, ...FORMS(today))
  if (day > addDays(today, 731)) return problem(`${day} is more than two years away.`, ...FORMS(today))
  return day
}

const readWords = (words: string, today: string): string | Problem | undefined => {
  if (words === 'today') return today
  if (words === 'tomorrow') return addDays(today, 1)
  if (words === 'next week') return addDays(today, 8 - weekdayOf(today))
  const named = words.replace(/^(?:next|this)\s+/, '')
  const weekday = readWeekday(named)
  if (weekday !== undefined) return addDays(today, (weekday - weekdayOf(today) + 7) % 7 || 7)
  const near = nearestName(
    named,
    ['today', 'tomorrow', ...WEEKDAYS].map((name) => name.toLowerCase()),
  )
  return near === undefined
    ? undefined
    : problem(`I cannot read "${shorten(words, 40)}" as a day. Did you mean ${near}?`, near)
}

/** 1 Monday … 7 Sunday, also short. */
export const readWeekday = (word: string): number | undefined => {
  const name = word.toLowerCase().replace(/\.$/, '')
  if (!/^[a-z]{2,10}$/.test(name)) return undefined
  const i = WEEKDAYS.findIndex((weekday) => {
    const full = weekday.toLowerCase()
    return name === full || name === `${full}s` || (name.length <= 5 && full.startsWith(name))
  })
  return i < 0 ? undefined : i + 1
}

const readNumbers = (words: string, today: string): string | Problem | undefined => {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words)
  if (iso) return dayOrProblem(words, today, Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})?$/.exec(words)
  if (dotted) return inYear(words, today, Number(dotted[2]), Number(dotted[1]), dotted[3])
  const slashed = /^\d{1,4}\/\d{1,2}(?:\/\d{1,4})?$/.exec(words)
  if (slashed)
    return problem(
      `"${words}" is one day in Europe and another in America. Write it as year-month-day.`,
      ...FORMS(today),
    )
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?([a-z]+)\.?,?(?:\s+(\d{4}))?$/.exec(words)
  const monthFirst = /^([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?(?:\s+(\d{4}))?$/.exec(words)
  const name = dayFirst?.[2] ?? monthFirst?.[1]
  if (name === undefined || name.length < 3) return undefined
  const month = MONTHS.findIndex((one) => one.toLowerCase().startsWith(name)) + 1
  if (month === 0) return undefined
  return inYear(words, today, month, Number(dayFirst?.[1] ?? monthFirst?.[2]), dayFirst?.[3] ?? monthFirst?.[3])
}

/** Without a year: the next such day. */
const inYear = (words: string, today: string, month: number, day: number, year?: string): string | Problem => {
  const thisYear = Number(today.slice(0, 4))
  if (year !== undefined) return dayOrProblem(words, today, Number(year), month, day)
  const soon = [0, 1, 2, 3, 4].map((years) => toDay(thisYear + years, month, day))
  return soon.find((one) => one !== undefined && one >= today) ?? dayOrProblem(words, today, thisYear, month, day)
}

const dayOrProblem = (words: string, today: string, year: number, month: number, day: number): string | Problem =>
  toDay(year, month, day) ?? problem(`The calendar has no day "${words}".`, ...FORMS(today))

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:d|days?)$/, 1],
  [/^(?:w|wks?|weeks?)$/, 7],
  [/^(?:m|mo|months?)$/, 30],
]

/** Days in `2w`, `3 days`, `a week`; undefined when it is no span of time. */
export const readSpan = (text: string): number | Problem | undefined => {
  const found = /^(?:for\s+)?(\d{1,4}|an?|one|two|three|four)\s*([a-z]+)$/.exec(text.trim().toLowerCase())
  if (!found) return undefined
  const [, amount = '', unit = ''] = found
  const length = UNITS.find(([pattern]) => pattern.test(unit))?.[1]
  if (length === undefined) return undefined
  const count = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4 }[amount] ?? Number(amount)
  const days = count * length
  if (days < 1 || days > 366)
    return problem(`I can pause for a day up to a year, not for "${shorten(text.trim(), 40)}".`, '1d', '2w', '3 months')
  return days
}
