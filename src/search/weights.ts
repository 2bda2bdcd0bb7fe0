import type { FeatureName } from './features.js'

/** How much each feature counts in the score of a passage. */
export type Weights = Readonly<Record<FeatureName, number>>

/**
 * Set by hand, not found by a search over all of them. What is lost without each, on every question set and collection
 * at hand, stands in docs/ablations.md.
 */
export const WEIGHTS: Weights = {
  termFrequency: 1,
  exactForms: 0.5,
  alikeForms: 1,
  orderedPairs: 0.3,
  nearness: 0.4,
  asksLikeness: 1.05,
  asksCoverage: 0.9,
  section: 0.15,
}
