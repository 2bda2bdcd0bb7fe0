/**
 * What a channel was told in this round, kept among its posted passages: which reports there were when the round began,
 * and what is said once. A mark starts with a character that no report id starts with.
 */
export interface Marks {
  /** Reports that were there when the round began; empty before its first digest. */
  readonly reports: ReadonlySet<string>
  /** What was said, with the day it was said last. */
  readonly said: ReadonlyMap<string, string>
}

const REPORTS = '!reports '
const SAID = '!said '

export const reportsMark = (ids: readonly string[]): string => `${REPORTS}${ids.join(' ')}`

export const saidMark = (what: string, day: string): string => `${SAID}${day} ${what}`

/** Too long for a message's metadata, and known again from the reports. */
export const isReportsMark = (key: string): boolean => key.startsWith(REPORTS)

export const isMark = (key: string): boolean => key.startsWith('!')

export const readMarks = (posted: ReadonlySet<string>): Marks => {
  const reports = new Set<string>()
  const said = new Map<string, string>()
  for (const key of posted) {
    if (key.startsWith(REPORTS)) for (const id of key.slice(REPORTS.length).split(' ')) reports.add(id)
    if (!key.startsWith(SAID)) continue
    const day = key.slice(SAID.length, SAID.length + 10)
    const what = key.slice(SAID.length + 11)
    if (day > (said.get(what) ?? '')) said.set(what, day)
  }
  return { reports, said }
}
