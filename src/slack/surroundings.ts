import { buildKnowledge } from '../knowledge/build-knowledge.js'
import type { Knowledge } from '../knowledge/report.js'
import { createFeedbackInMemory, type FeedbackSink } from './feedback/feedback.js'
import { type AskedQuestions, createAskedQuestions } from './home/asked-questions.js'

/** What the bot in Slack uses besides answers. Each has a default, so that the edge also works alone. */
export interface Surroundings {
  /** The reports as they are now. */
  readonly knowledge: () => Knowledge
  readonly feedback: FeedbackSink
  readonly questions: AskedQuestions
  /** Keeps what a person thinks of a passage in a channel's digest; `passage` is its key. */
  readonly likes: Likes
  /** The digests of a workspace, for App Home. */
  readonly digests: (workspace: string) => Promise<readonly ListedDigest[]>
}

export type Likes = (
  workspace: string,
  channel: string,
  person: string,
  passage: string,
  verdict: 'more' | 'less',
) => Promise<void>

/** A channel that gets a digest. */
export interface ListedDigest {
  /** Id of the channel. */
  readonly channel: string
  /** When it comes and about what: `09:00 Europe/Berlin, Mon–Fri · about security`. */
  readonly says: string
}

const NOTHING = buildKnowledge([])

export const withDefaults = (given: Partial<Surroundings> = {}): Surroundings => ({
  knowledge: () => NOTHING,
  feedback: createFeedbackInMemory(),
  questions: createAskedQuestions(),
  likes: async () => undefined,
  digests: async () => [],
  ...given,
})
