import type { Excerpt } from '../answer/answer.js'
import { cite } from '../answer/cite.js'
import { findSection } from '../answer/section-in-context.js'
import type { Knowledge, LineRange } from '../knowledge/report.js'
import { quoteEntry } from './quote-entry.js'
import type { ListingGroup } from './reply.js'

/** Passages shown on either side. */
const AROUND = 2

/** What stands before an excerpt in its section, the excerpt, and what stands after it, each quoted and cited. */
export const passageInContext = (excerpt: Excerpt, { reports }: Pick<Knowledge, 'reports'>): ListingGroup[] => {
  const { citation } = excerpt
  const place = findSection(reports, citation)
  const report = reports.find(({ id }) => id === place?.report)
  const passages = (place && report?.sections[place.position]?.passages) ?? []
  const [first, last] = citation.lines
  const isQuoted = ({ lines }: { readonly lines: LineRange }): boolean => lines[0] <= last && lines[1] >= first
  const from = passages.findIndex(isQuoted)
  const to = passages.findLastIndex(isQuoted)
  const entriesOf = (some: typeof passages) =>
    report ? some.map((passage) => quoteEntry(passage.text, cite(passage, report, passage.lines))) : []
  return [
    { heading: 'Before', entries: entriesOf(passages.slice(Math.max(0, from - AROUND), Math.max(0, from))) },
    { heading: 'Quoted', entries: [quoteEntry(excerpt.text, citation)] },
    { heading: 'After', entries: from < 0 ? [] : entriesOf(passages.slice(to + 1, to + 1 + AROUND)) },
  ].filter(({ entries }) => entries.length > 0)
}
