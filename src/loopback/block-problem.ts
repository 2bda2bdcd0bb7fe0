/** What is wrong with a block, and where: a JSON pointer. */
export interface BlockProblem {
  readonly path: string
  readonly message: string
}

/** Each once: two rules may say the same, and a choice says it for each of its ways. */
export const distinctProblems = (problems: readonly BlockProblem[]): BlockProblem[] => [
  ...new Map(problems.map((problem) => [`${problem.path} ${problem.message}`, problem])).values(),
]
