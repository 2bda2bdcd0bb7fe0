import type { Citation } from '../answer/answer.js'
import { describeDates } from '../knowledge/event-dates.js'
import type { ConferenceEvent, Report, Section, Speaker } from '../knowledge/report.js'

/** `KubeCon Europe 2016, London, 10–11 March 2016`, with what is known. */
export const describeEvent = ({ name, city, start, end }: ConferenceEvent): string =>
  [name, city, describeDates(start, end)].filter(Boolean).join(', ')

const describeSpeaker = ({ name, role, company }: Speaker): string => [name, role, company].filter(Boolean).join(', ')

const describeSpeakers = ({ speakers }: Section): string => speakers.map(describeSpeaker).join('; ')

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
  ...(section.speakers.length === 0 ? {} : { detail: describeSpeakers(section) }),
  note: `${report.id}, ${describeLines(section.lines)}`,
})

/**
 * Sections that are talks. Where a report names speakers, those tell its talks from booths and parties; in one that
 * names none, every section below a chapter is taken for a talk.
 */
export const talksOf = ({ sections }: Report): readonly Section[] =>
  sections.some(isOnStage)
    ? sections.filter((section) => isOnStage(section) && !sections.some((other) => isPartOf(section, other)))
    : sections.filter(({ heading }) => heading.length > 1)

const isOnStage = ({ speakers }: Section): boolean => speakers.length > 0

/** True for what stands under a heading of its own within a talk, whose speakers it has. */
const isPartOf = (section: Section, talk: Section): boolean =>
  section.heading.length > talk.heading.length &&
  talk.heading.every((title, i) => section.heading[i] === title) &&
  describeSpeakers(section) === describeSpeakers(talk)
