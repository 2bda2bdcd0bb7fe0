/** What people can hold against an answer. */
export const REASONS = {
  'wrong-passage': 'The passages are not about it',
  outdated: 'It is out of date',
  'not-asked': 'It is not what I asked',
  other: 'Something else',
} as const
export type Reason = keyof typeof REASONS

/** What somebody thinks of an answer. */
export interface Verdict {
  /** Id of the workspace; empty where Slack does not say. */
  readonly workspace: string
  readonly channel: string
  readonly person: string
  /** What was asked, as understood. */
  readonly question: string
  /** Keys of the passages shown. */
  readonly passages: readonly string[]
  readonly helpful: boolean
  /** Given after a 👎, if at all. */
  readonly reason?: Reason
}

/** Where verdicts go. */
export interface FeedbackSink {
  /** Of one person on one question of a channel the last word counts. */
  give(verdict: Verdict): Promise<void>
  /** Whether the answers in a channel are to ask for verdicts. */
  isWanted(workspace: string, channel: string): Promise<boolean>
}

/** Forgets at the end of the process; holds the last `most` verdicts (default 1,000). */
export const createFeedbackInMemory = (most = 1000): FeedbackSink & { readonly given: () => readonly Verdict[] } => {
  const given = new Map<string, Verdict>()
  return {
    given: () => [...given.values()],
    isWanted: async () => true,
    give: async (verdict) => {
      const key = [verdict.workspace, verdict.channel, verdict.person, verdict.question].join('\n')
      given.delete(key)
      given.set(key, verdict)
      const [oldest] = given.keys()
      if (given.size > most && oldest !== undefined) given.delete(oldest)
    },
  }
}
