/** Why something cannot be read, and forms that can be. */
export interface Problem {
  readonly problem: string
  /** The nearest valid forms, to be put where the wrong one was. */
  readonly forms: readonly string[]
  /** What they stand for in the line; the whole line when it is left out. */
  readonly wrong?: string
}

export const problem = (text: string, ...forms: readonly string[]): Problem => ({ problem: text, forms })

export const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'problem' in value

/** The line again, once with each of the valid forms in place of the wrong one. */
export const repaired = (text: string, { forms, wrong }: Problem): readonly string[] =>
  forms.map((form) => (wrong !== undefined && text.includes(wrong) ? text.replace(wrong, () => form) : form))
