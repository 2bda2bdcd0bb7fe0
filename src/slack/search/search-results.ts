import type { Excerpt } from '../../answer/answer.js'
import { describePlace } from '../../command/describe-report.js'
import type { Report } from '../../knowledge/report.js'
import { shortCitation } from '../cite.js'
import { cut, oneLine, printable } from '../escape.js'

/** A passage as Slack's own search shows it. */
export interface SearchResult {
  readonly external_ref: { readonly id: string; readonly type: 'passage' }
  readonly title: string
  readonly description: string
  readonly link: string
  /** ISO date. */
  readonly date_updated: string
}

export interface SearchResultOptions {
  readonly reports: readonly Report[]
  /** Id of the app: where a report has no address, its passages lead to the direct message with the bot. */
  readonly app: string
  /** ISO date for what has none: the day on which the reports were read. */
  readonly readOn: string
}

/** Passages as results: the words themselves, and where they stand. */
export const searchResults = (
  excerpts: readonly Excerpt[],
  { reports, app, readOn }: SearchResultOptions,
): SearchResult[] =>
  excerpts.map(({ text, citation }) => {
    const { report, heading, event, url } = citation
    const start = reports.find(({ id }) => id === report)?.event.start ?? ''
    return {
      external_ref: { id: cut(printable(describePlace({ report, lines: citation.lines })), 200), type: 'passage' },
      title: cut(oneLine([heading.at(-1), event].filter(Boolean).join(' · ')), 150) || report,
      description: `“${printable(text)}” — ${shortCitation(citation)}`,
      link: isWebAddress(url) ? url : `https://slack.com/app_redirect?app=${encodeURIComponent(app)}`,
      date_updated: dateOf(start) ?? readOn,
    }
  })

const isWebAddress = (url: string | undefined): url is string =>
  url !== undefined && /^https?:/.test(url) && URL.canParse(url)

/** A whole date: of a year alone, its first day. */
const dateOf = (start: string): string | undefined => {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(start) ?? []
  return year === undefined ? undefined : `${year}-${month}-${day}`
}
