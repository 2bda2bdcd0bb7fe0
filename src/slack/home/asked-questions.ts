/** What people asked last, each for themselves. */
export interface AskedQuestions {
  note(workspace: string, person: string, question: string): Promise<void>
  /** Newest first, each once. */
  last(workspace: string, person: string): Promise<readonly string[]>
}

const MOST_QUESTIONS = 5

/** Forgets at the end of the process; remembers the `people` who asked last (default 1,000). */
export const createAskedQuestions = (people = 1000): AskedQuestions => {
  const asked = new Map<string, readonly string[]>()
  return {
    note: async (workspace, person, question) => {
      const key = `${workspace} ${person}`
      const others = (asked.get(key) ?? []).filter((one) => one !== question)
      // Set anew, so that whoever asked last stands last.
      asked.delete(key)
      asked.set(key, [question, ...others].slice(0, MOST_QUESTIONS))
      const [oldest] = asked.keys()
      if (asked.size > people && oldest !== undefined) asked.delete(oldest)
    },
    last: async (workspace, person) => asked.get(`${workspace} ${person}`) ?? [],
  }
}
