/** Texts that share this much of their words say the same thing. */
const SAME_FROM = 0.6

/** Keeps the first of each group of texts that say nearly the same thing. */
export const withoutNearCopies = <T>(items: readonly T[], wordsOf: (item: T) => ReadonlySet<string>): T[] => {
  const kept: { readonly item: T; readonly words: ReadonlySet<string> }[] = []
  for (const item of items) {
    const words = wordsOf(item)
    if (!kept.some((other) => overlap(words, other.words) >= SAME_FROM)) kept.push({ item, words })
  }
  return kept.map(({ item }) => item)
}

/** Jaccard similarity: shared words by all words. */
const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  const all = a.size + b.size - shared
  return all === 0 ? 1 : shared / all
}
