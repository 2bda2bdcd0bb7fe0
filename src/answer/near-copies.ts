/** A text that shares this much of its words with another, by the shorter of the two, says the same thing. */
const SAME_FROM = 0.6
/** Fewer words than these are shared by chance. */
const FEWEST = 6

/** Keeps the first of each group of texts that say nearly the same thing, and the others with it. */
export const groupNearCopies = <T>(
  items: readonly T[],
  wordsOf: (item: T) => ReadonlySet<string>,
): { readonly item: T; readonly copies: readonly T[] }[] => {
  const kept: { readonly item: T; readonly words: ReadonlySet<string>; readonly copies: T[] }[] = []
  for (const item of items) {
    const words = wordsOf(item)
    const same = kept.find((other) => overlap(words, other.words) >= SAME_FROM)
    if (same) same.copies.push(item)
    else kept.push({ item, words, copies: [] })
  }
  return kept
}

/** Overlap coefficient: shared words by the words of the shorter text. */
const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const [short, long] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const word of short) if (long.has(word)) shared++
  return shared / Math.max(FEWEST, short.size)
}
