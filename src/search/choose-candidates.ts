import type { CandidateFinder } from './candidates.js'
import { createImpactCandidates } from './impact-candidates.js'
import type { IndexedPassage } from './indexed-passage.js'
import { createMiniSearchCandidates } from './minisearch-candidates.js'
import type { Vocabulary } from './vocabulary.js'

/**
 * MiniSearch counts the passages of a term one by one in hash maps, which costs nothing to speak of in a few hundred
 * passages and more than all the ranking in some thousands (docs/decisions/0005-index-by-size.md).
 */
const LARGE_FROM = 2000

/** The candidate step for a collection of this size. Both engines give the same passages. */
export const chooseCandidates = (passages: readonly IndexedPassage[], vocabulary: Vocabulary): CandidateFinder =>
  passages.length < LARGE_FROM
    ? createMiniSearchCandidates(passages, vocabulary)
    : createImpactCandidates(passages, vocabulary)
