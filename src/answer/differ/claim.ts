import type { Name } from './names.js'

/** Something a sentence says that another sentence can contradict. */
export interface Claim {
  /** Only claims of the same topic are held against each other: `count of people`, `what =cri-o replaces`. */
  readonly topic: string
  /** The topic in words, after «The reports differ on». */
  readonly about: string
  /** The words of the sentence that make the claim. */
  readonly says: string
  /** What is claimed: a range of numbers, or a word. */
  readonly value: readonly [low: number, high: number] | string
  /** How much the two sentences must have in common beside the claim to speak of the same thing. */
  readonly needs: 'same-matter' | 'same-names' | 'nothing'
}

/** Reads the claims off a sentence. */
export type ClaimReader = (sentence: string, names: readonly Name[]) => Claim[]

/** True when not both values can be right. */
export const excludes = (a: Claim['value'], b: Claim['value']): boolean =>
  typeof a === 'string' || typeof b === 'string' ? a !== b : a[1] < b[0] || b[1] < a[0]
