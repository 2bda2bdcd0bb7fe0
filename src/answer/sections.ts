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

/** Finds the passages around one that stand under its heading with nothing of another heading in between, in order. */
export const findSurroundings = (passages: readonly Passage[]): Neighbours => {
  const runs = new Map<string, Passage[]>()
  let last: { readonly key: string; readonly run: Passage[] } | undefined
  for (const passage of passages) {
    const key = keyOf(passage)
    if (last?.key === key) last.run.push(passage)
    else last = { key, run: [passage] }
    runs.set(passage.id, last.run)
  }
  return ({ id }) => runs.get(id) ?? []
}

const keyOf = ({ reportId, heading }: Passage): string => `${reportId}\n${heading.join('\n')}`
