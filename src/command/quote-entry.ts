import type { Citation } from '../answer/answer.js'
import { describePlace } from './describe-report.js'
import type { ListingEntry } from './reply.js'

/** Somebody's words as an entry of a list: quoted, with where they stand. */
export const quoteEntry = (text: string, citation: Citation): ListingEntry => ({
  quoted: true,
  label: `“${text}”`,
  note: [...citation.heading.slice(-1), citation.author, describePlace(citation)].join(' · '),
})
