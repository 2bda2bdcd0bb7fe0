import type { ClaimReader } from './claim.js'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)'
const DAY = '\\d{1,2}(?:st|nd|rd|th)?'
const DAYS = `(?<from>${DAY})(?:\\s?(?:-|–|to|and)\\s?(?<to>${DAY}))?`
const DATE = new RegExp(
  `\\b(?:(?<before>${MONTH}) ${DAYS}|${DAYS.replaceAll('?<', '?<x')} (?<after>${MONTH}))\\b`,
  'giu',
)

/** Days of the year: `December 6-8`, `29 March`. A sentence with several tells of more than one thing. */
export const readDates: ClaimReader = (sentence) => {
  const found = [...sentence.matchAll(DATE)]
  const [only] = found
  if (!only || found.length > 1) return []
  const { before, after, from, to, xfrom, xto } = only.groups ?? {}
  const month = MONTHS.indexOf((before ?? after ?? '').slice(0, 3).toLowerCase()) * 100
  const first = month + Number.parseInt(from ?? xfrom ?? '', 10)
  const last = month + Number.parseInt(to ?? xto ?? from ?? xfrom ?? '', 10)
  return [{ topic: 'date', about: 'the date', says: only[0], value: [first, last], needs: 'same-matter' }]
}
