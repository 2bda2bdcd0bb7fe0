import { MONTHS, WEEKDAYS } from '../../knowledge/calendar.js'

/** What a wall clock and a calendar in a zone show. */
export interface LocalTime {
  /** ISO date. */
  readonly day: string
  /** `HH:MM` */
  readonly time: string
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(zone, format)
  return format
}

/** Local day and time of a moment (milliseconds since the epoch). */
export const localTime = (at: number, zone: string): LocalTime => {
  // One text in the order of ISO: taking it in parts costs three times as much, and a schedule asks often.
  const [year = '', month = '', date = '', hour = '', minute = ''] = formatOf(zone).format(at).match(/\d+/g) ?? []
  return { day: `${year}-${month}-${date}`, time: `${hour}:${minute}` }
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** The moment at which a local day is over. */
export const endOfDay = (day: string, zone: string): number => {
  // Zones are up to 14 hours apart from UTC, and no clock that is set back comes into a day that is over.
  let during = Date.parse(`${day}T00:00:00Z`) + DAY - 15 * HOUR
  let over = during + 30 * HOUR
  while (over - during > MINUTE) {
    const between = during + Math.floor((over - during) / 2 / MINUTE) * MINUTE
    if (localTime(between, zone).day > day) over = between
    else during = between
  }
  return over
}

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

/** The ISO date of a year, month and day; undefined where the calendar has none. */
export const toDay = (year: number, month: number, day: number): string | undefined => {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real && year >= 1000 && year <= 9999 ? date.toISOString().slice(0, 10) : undefined
}

/** `Tue 1 December`; with the year where it is not this one's. */
export const describeDay = (day: string, today = day): string => {
  const [year = '', month = '', date = ''] = day.split('-')
  const words = `${weekdayName(weekdayOf(day))} ${Number(date)} ${MONTHS[Number(month) - 1] ?? ''}`
  return year === today.slice(0, 4) ? words : `${words} ${year}`
}

/** `Mon` */
const weekdayName = (weekday: number): string => (WEEKDAYS[weekday - 1] ?? '').slice(0, 3)

/** `Mon–Fri`, `Mon, Wed, Fri`, `every day`. */
export const describeWeekdays = (weekdays: readonly number[]): string => {
  if (weekdays.length === 7) return 'every day'
  const first = weekdays[0] ?? 1
  const inOneRun = weekdays.every((weekday, i) => weekday === first + i)
  return inOneRun && weekdays.length > 2
    ? `${weekdayName(first)}–${weekdayName(weekdays.at(-1) ?? first)}`
    : weekdays.map(weekdayName).join(', ')
}
