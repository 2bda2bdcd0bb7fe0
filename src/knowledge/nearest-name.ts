import { editDistance } from './edit-distance.js'

const SHORTEST = 3
/** From this length on two edits are allowed, if the first letter is right. */
const TWO_EDITS_FROM = 6

/** The name nearest to a mistyped word; undefined when none is near, or the word is a name itself. */
export const nearestName = (word: string, names: Iterable<string>): string | undefined => {
  const typed = word.toLowerCase()
  // Far longer than any name: not worth the comparison.
  if (typed.length < SHORTEST || typed.length > 100) return undefined
  let nearest: string | undefined
  let fewest = Number.POSITIVE_INFINITY
  for (const name of names) {
    const edits = editDistance(typed, name)
    if (edits === 0) return undefined
    const most = typed.length >= TWO_EDITS_FROM && typed[0] === name[0] ? 2 : 1
    if (edits > most || edits >= fewest) continue
    nearest = name
    fewest = edits
  }
  return nearest
}
