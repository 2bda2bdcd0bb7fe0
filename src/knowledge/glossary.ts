/** A term of the field with the names and spellings people use for it. */
export interface GlossaryEntry {
  readonly term: string
  /** What an acronym stands for. */
  readonly standsFor?: string
  readonly also: readonly string[]
  readonly misspelt: readonly string[]
  /** Everyday words by which people describe what they forgot the name of. */
  readonly about: readonly string[]
  readonly kind: string
}

export type Glossary = readonly GlossaryEntry[]
