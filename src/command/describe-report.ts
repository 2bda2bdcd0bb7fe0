import type { Citation } from '../answer/answer.js'
import { describeDates } from '../knowledge/event-dates.js'
import type { ConferenceEvent, Report, Section, Speaker } from '../knowledge/report.js'

/** `KubeCon Europe 2016, London, 10–11 March 2016`, with what is known. */
export const describeEvent = ({ name, city, start, end }: ConferenceEvent): string =>
  [name, city, describeDates(start, end)].filter(Boolean).join(', ')

const describeSpeaker = ({ name, role, company }: Speaker): string => [name, role, company].filter(Boolean).join(', ')

/** `lines 12–40` or `line 12`. */
export const describeLines = ([first, last]: readonly [number, number]): string =>
  first === last ? `line ${first}` : `lines ${first}–${last}`

/** `austin-2017-nosek, lines 12–40`, with the other reports that say the same. */
export const describePlace = ({ report, lines, also = [] }: Pick<Citation, 'report' | 'lines' | 'also'>): string => {
  const own = `${report}, ${describeLines(lines)}`
  return also.length === 0 ? own : `${own}; also in ${also.map((other) => describePlace(other)).join(' and ')}`
}

/** A talk as one entry: its title, who gave it, where it stands. */
export const describeTalk = (section: Section, report: Report): { label: string; detail?: string; note: string } => ({
  label: section.heading.at(-1) ?? report.title,
  ...(section.speakers.length === 0 ? {} : { detail: section.speakers.map(describeSpeaker).join('; ') }),
  note: `${report.id}, ${describeLines(section.lines)}`,
})

/** Sections that are talks: those with a title below the top level, or with a speaker. */
export const talksOf = (report: Report): readonly Section[] =>
  report.sections.filter(({ heading, speakers }) => heading.length > 1 || speakers.length > 0)
