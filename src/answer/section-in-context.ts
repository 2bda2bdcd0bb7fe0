import type { LineRange, Passage, Report, Section } from '../knowledge/report.js'
import type { Citation, Excerpt } from './answer.js'

/** A section of a report: which of its sections, counted from 0. */
export interface SectionPlace {
  readonly report: string
  readonly position: number
}

/** A section to be read as a whole, with the sentences of excerpts marked in it. */
export interface SectionInContext {
  readonly report: Report
  readonly section: Section
  /** Those before and after it in the report. */
  readonly previous?: SectionPlace
  readonly next?: SectionPlace
  readonly paragraphs: readonly MarkedParagraph[]
}

export interface MarkedParagraph {
  readonly kind: Passage['kind']
  readonly text: string
  /** Ranges of `text` that stand in an excerpt: start included, end excluded, in order. */
  readonly marks: readonly (readonly [start: number, end: number])[]
}

type Reports = readonly Report[]

/** The section that holds the cited lines; undefined when the reports do not have them (any more). */
export const findSection = (
  reports: Reports,
  citation: Pick<Citation, 'report' | 'lines'>,
): SectionPlace | undefined => {
  const report = reports.find(({ id }) => id === citation.report)
  const position = report?.sections.findIndex(({ lines }) => overlaps(lines, citation.lines)) ?? -1
  return position < 0 ? undefined : { report: citation.report, position }
}

/** The section at a place, with what of it the excerpts hold; undefined when there is none. */
export const readSection = (
  reports: Reports,
  { report: id, position }: SectionPlace,
  excerpts: readonly Excerpt[],
): SectionInContext | undefined => {
  const report = reports.find((one) => one.id === id)
  const section = report?.sections[position]
  if (!report || !section) return undefined
  return {
    report,
    section,
    ...(position > 0 && { previous: { report: id, position: position - 1 } }),
    ...(position + 1 < report.sections.length && { next: { report: id, position: position + 1 } }),
    paragraphs: section.passages.map(({ kind, text, sentences }) => ({
      kind,
      text,
      marks: sentences
        .filter(({ start, end, lines }) =>
          excerpts.some(
            (excerpt) =>
              excerpt.citation.report === id &&
              overlaps(lines, excerpt.citation.lines) &&
              excerpt.text.includes(text.slice(start, end)),
          ),
        )
        .map(({ start, end }) => [start, end] as const),
    })),
  }
}

const overlaps = ([first, last]: LineRange, [otherFirst, otherLast]: LineRange): boolean =>
  first <= otherLast && otherFirst <= last
