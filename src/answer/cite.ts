import type { LineRange, Passage, Report } from '../knowledge/report.js'
import type { Citation } from './answer.js'

/** The citation of lines of a passage. */
export const cite = (passage: Passage, report: Report, lines: LineRange): Citation => ({
  report: report.id,
  author: report.author,
  event: report.event.name,
  heading: passage.heading,
  speakers: passage.speakers.map(({ name, role, company }) => [name, role, company].filter(Boolean).join(', ')),
  lines,
  ...(report.url === undefined ? {} : { url: report.url }),
})
