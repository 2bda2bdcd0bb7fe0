import type { PositionedTerms } from './indexed-passage.js'
import { isExactTerm } from './terms.js'
import type { Vocabulary } from './vocabulary.js'

/**
 * Tells how much a text of the index weighs: each word by the commonest of its terms, since a compound has several.
 * A text never changes, so that it is weighed once for all questions.
 */
export const createTextWeights = (
  vocabulary: Vocabulary,
  idf: (term: string) => number,
): ((text: PositionedTerms) => number) => {
  const weights = new WeakMap<PositionedTerms, number>()
  const weigh = ({ terms, positions }: PositionedTerms): number => {
    const lightest = new Map<number, number>()
    terms.forEach((id, i) => {
      const term = vocabulary.term(id)
      if (isExactTerm(term)) return
      const position = positions[i] ?? 0
      lightest.set(position, Math.min(lightest.get(position) ?? Number.POSITIVE_INFINITY, idf(term)))
    })
    return [...lightest.values()].reduce((sum, weight) => sum + weight, 0)
  }
  return (text) => {
    const known = weights.get(text)
    if (known !== undefined) return known
    const weight = weigh(text)
    weights.set(text, weight)
    return weight
  }
}
