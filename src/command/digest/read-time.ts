import { type Problem, problem } from './read-problem.js'

const CLOCK = /^(\d{1,3})(?:[:.h](\d{0,3}))?\s*(a\.?m\.?|p\.?m\.?|h|uhr)?$/i
const DIGITS = /^([01]\d|2\d)([0-9]\d)h?$/

/** `HH:MM` for a time as people write it: `9`, `9am`, `09:00`, `9.30`, `0930`, `noon`; undefined when it is no time. */
export const readTime = (word: string): string | Problem | undefined => {
  const name = word.toLowerCase()
  if (name === 'noon' || name === 'midday') return '12:00'
  if (name === 'midnight') return '00:00'
  const [, hours = '', minutes = '', half = ''] = DIGITS.exec(name) ?? CLOCK.exec(name) ?? []
  if (hours === '') return undefined
  const afternoon = half.startsWith('p')
  const morning = half.startsWith('a')
  const hour = Number(hours)
  const minute = Number(minutes)
  if (minutes.length === 1 && !/h/i.test(word))
    return problem(
      `"${word}" lacks a digit.`,
      toTime(hour % 24, minute),
      toTime(hour % 24, minute * 10 > 59 ? 0 : minute * 10),
    )
  if (hour === 24 && minute === 0) return problem(`"${word}" is 00:00 of the next day.`, '00:00', '23:59')
  if (hour > 23 || minute > 59 || minutes.length > 2)
    return problem(`"${word}" is no time of day: they go from 00:00 to 23:59.`, nearest(hour, minute))
  if (!afternoon && !morning) return toTime(hour, minute)
  if (hour > 12 || hour === 0)
    return afternoon
      ? problem(`"${word}" is written ${toTime(hour, minute)}, or with hours from 1 to 12.`, toTime(hour, minute))
      : problem(`"${word}" is no time of day.`, toTime(hour, minute), '9am')
  return toTime((hour % 12) + (afternoon ? 12 : 0), minute)
}

const nearest = (hour: number, minute: number): string => toTime(Math.min(hour, 23), Math.min(minute, 59))

const toTime = (hour: number, minute: number): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
