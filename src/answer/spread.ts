/**
 * Puts the best of each group first, then the second best of each, and so on: a comparison shows every side before it
 * shows more of one. The order within a group stays.
 */
export const spread = <T>(items: readonly T[], groupOf: (item: T) => string): T[] => {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(groupOf(item))
    if (group) group.push(item)
    else groups.set(groupOf(item), [item])
  }
  const rounds = Math.max(0, ...[...groups.values()].map(({ length }) => length))
  return Array.from({ length: rounds }, (_, round) =>
    [...groups.values()].flatMap((group) => group.slice(round, round + 1)),
  ).flat()
}
