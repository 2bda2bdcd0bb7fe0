import { ANY_MONTH, MONTHS } from '../../knowledge/calendar.js'
import type { ClaimReader } from './claim.js'

const DAY = '\\d{1,2}(?:st|nd|rd|th)?'
const DAYS = `(?<from>${DAY})(?:\\s?(?:-|–|to|and)\\s?(?<to>${DAY}))?`
const DATE = new RegExp(
  `\\b(?:(?<before>${ANY_MONTH}) ${DAYS}|${DAYS.replaceAll('?<', '?<x')} (?<after>${ANY_MONTH}))\\b`,
  'giu',
)

/** Days of the year: `December 6-8`, `29 March`. A sentence with several tells of more than one thing. */
export const readDates: ClaimReader = (sentence) => {
  const found = [...sentence.matchAll(DATE)]
  const [only] = found
  if (!only || found.length > 1) return []
  const { before, after, from, to, xfrom, xto } = only.groups ?? {}
  const name = (before ?? after ?? '').toLowerCase()
  const month = MONTHS.findIndex((one) => one.toLowerCase() === name) * 100
  const first = month + Number.parseInt(from ?? xfrom ?? '', 10)
  const last = month + Number.parseInt(to ?? xto ?? from ?? xfrom ?? '', 10)
  return [{ topic: 'date', about: 'the date', says: only[0], value: [first, last], needs: 'same-matter' }]
}
