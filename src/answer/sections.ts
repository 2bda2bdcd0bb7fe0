import type { Passage } from '../knowledge/report.js'

/** Finds the passages that stand under the same heading of the same report, in order. */
export type Neighbours = (passage: Passage) => readonly Passage[]

export const findNeighbours = (passages: readonly Passage[]): Neighbours => {
  const sections = new Map<string, Passage[]>()
  for (const passage of passages) {
    const section = sections.get(keyOf(passage))
    if (section) section.push(passage)
    else sections.set(keyOf(passage), [passage])
  }
  return (passage) => sections.get(keyOf(passage)) ?? []
}

const keyOf = ({ reportId, heading }: Passage): string => `${reportId}\n${heading.join('\n')}`
