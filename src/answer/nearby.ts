import type { Hit, Ranking } from '../search/rank.js'

/** A thing that a paragraph speaks of is named in it or not far from it. */
const LINES = 8

/**
 * By term of the question: how well it stands in the passages around the one that was hit. Prose names its subject
 * once and goes on about it for some paragraphs.
 */
export const readNearby = ({ passage: one, match }: Hit, ranking: Ranking): readonly number[] => {
  const { reportId, lines } = one.passage
  const around = ranking.filter(
    ({ passage: other }) =>
      one.passage.kind !== 'row' &&
      other !== one &&
      other.section === one.section &&
      other.passage.reportId === reportId &&
      Math.abs(other.passage.lines[0] - lines[0]) <= LINES,
  )
  return match.text.best.map((_, t) => Math.max(0, ...around.map((hit) => hit.match.text.best[t] ?? 0)))
}
