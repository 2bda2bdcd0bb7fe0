import { MONTHS } from './calendar.js'

/** ISO dates in words, `10–11 March 2016`; empty when unknown. */
export const describeDates = (start: string, end: string): string => {
  if (start === '') return ''
  const [year = '', month = '', day = ''] = start.split('-')
  if (day === '') return year
  const [endYear = year, endMonth = month, endDay = day] = (end || start).split('-')
  const words = (d: string, m: string): string => `${Number(d)} ${MONTHS[Number(m) - 1] ?? ''}`
  if (start === end || end === '') return `${words(day, month)} ${year}`
  if (year !== endYear) return `${words(day, month)} ${year} – ${words(endDay, endMonth)} ${endYear}`
  if (month !== endMonth) return `${words(day, month)} – ${words(endDay, endMonth)} ${year}`
  return `${Number(day)}–${words(endDay, endMonth)} ${year}`
}
