import type { Report } from '../knowledge/report.js'

/** The reports in the order of their events, then of their ids. Those without a date come first. */
export const byDate = (reports: readonly Report[]): readonly Report[] =>
  [...reports].sort((a, b) => compare(a.event.start, b.event.start) || compare(a.id, b.id))

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
