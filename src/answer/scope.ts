import type { Report } from '../knowledge/report.js'
import { splitWords } from '../search/words.js'

/** Word → the reports it is true of. */
type ReportsByWord = ReadonlyMap<string, ReadonlySet<string>>

/** The words by which people narrow a question to some of the reports: each kind narrows on its own. */
export interface Scope {
  readonly cities: ReportsByWord
  readonly years: ReportsByWord
  readonly authors: ReportsByWord
}

/** Shorter parts of names («Re») are ordinary words. */
const SHORTEST_NAME = 4

export const readScope = (reports: readonly Report[]): Scope => {
  const by = (textOf: (report: Report) => string, shortest = 1): ReportsByWord => {
    const words = new Map<string, Set<string>>()
    for (const report of reports)
      for (const { form } of splitWords(textOf(report))) {
        if (form.length < shortest) continue
        const ids = words.get(form) ?? new Set()
        ids.add(report.id)
        words.set(form, ids)
      }
    return words
  }
  return {
    cities: by(({ event }) => event.city),
    years: by(({ event }) => event.start.slice(0, 4)),
    authors: by(({ author }) => author, SHORTEST_NAME),
  }
}

/** Cities and years: words that say which event is meant. */
export const isPlace = (form: string, { cities, years }: Scope): boolean => cities.has(form) || years.has(form)

/**
 * True when the question names a city, year or author and the passage neither comes from such a report nor speaks of
 * it: what somebody said in Austin is no answer on Berlin.
 */
export const isElsewhere = (
  reportId: string,
  passageForms: ReadonlySet<string>,
  questionForms: ReadonlySet<string>,
  scope: Scope,
): boolean =>
  Object.values(scope).some((words: ReportsByWord) => {
    const named = [...questionForms].filter((form) => words.has(form))
    return named.length > 0 && named.every((form) => !words.get(form)?.has(reportId) && !passageForms.has(form))
  })
