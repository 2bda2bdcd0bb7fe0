import type { types } from '@slack/bolt'
import type { Excerpt } from '../../answer/answer.js'
import { findSection, type SectionInContext, type SectionPlace } from '../../answer/section-in-context.js'
import type { Report } from '../../knowledge/report.js'
import { button, buttonRow } from '../buttons.js'
import { modal } from './modal.js'
import { sectionBlocks } from './section-blocks.js'

/** Name of the buttons in the modal, before the colon. */
export const SECTION = 'section'

/** Slack takes 100 blocks and 250 KB; a longer section is no reading for a modal. */
const ROOM = { blocks: 80, characters: 60_000 }
const MOST_PASSAGES = 5

export interface SectionModalOptions {
  /** The passages of the answer that the modal belongs to. */
  readonly excerpts: readonly Excerpt[]
  /** Position of the first of them among all passages of the answer: they are numbered as they were shown. */
  readonly from: number
  readonly reports: readonly Report[]
  readonly revision: string
  /** What the button carried that opened the modal: the question and its page. */
  readonly value: string
}

/** A whole section with the excerpt marked, and the ways to the sections around it and to the other passages. */
export const sectionModal = (context: SectionInContext, options: SectionModalOptions): types.ModalView =>
  modal({
    title: 'In context',
    metadata: options.value,
    blocks: [
      ...sectionBlocks(context, ROOM),
      ...buttonRow('sections', [...neighbours(context, options), ...otherPassages(context, options)]),
    ],
  })

const neighbours = ({ previous, next }: SectionInContext, { revision }: SectionModalOptions): types.Button[] => [
  ...(previous ? [button(`${SECTION}:previous`, 'Previous section', placeValue(previous, revision))] : []),
  ...(next ? [button(`${SECTION}:next`, 'Next section', placeValue(next, revision))] : []),
]

/** The passages of the answer that stand in other sections. */
const otherPassages = (
  { report, section }: SectionInContext,
  { excerpts, from, reports, revision }: SectionModalOptions,
): types.Button[] => {
  const here = reports.find(({ id }) => id === report.id)?.sections.indexOf(section)
  return excerpts.slice(0, MOST_PASSAGES).flatMap(({ citation }, i) => {
    const place = findSection(reports, citation)
    if (!place || (place.report === report.id && place.position === here)) return []
    return [button(`${SECTION}:passage-${i + 1}`, `Passage ${from + i + 1}`, placeValue(place, revision))]
  })
}

const placeValue = ({ report, position }: SectionPlace, revision: string): string => `${revision} ${position} ${report}`

/** What `placeValue` wrote; undefined for anything else, and for a place in reports that have changed since. */
export const readPlaceValue = (value: string, revision: string): SectionPlace | undefined => {
  const [, written, position, report] = /^(\w*) (\d{1,6}) (.{1,300})$/s.exec(value) ?? []
  if (written !== revision || position === undefined || report === undefined) return undefined
  return { report, position: Number(position) }
}
