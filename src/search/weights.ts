import type { FeatureName } from './features.js'

/** How much each feature counts in the score of a passage. */
export type Weights = Readonly<Record<FeatureName, number>>

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
