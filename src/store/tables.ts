import type { Kysely } from 'kysely'

/** Dates and times are milliseconds since the epoch, lists are JSON, in SQLite as in PostgreSQL. */
export interface Tables {
  readonly subscriptions: SubscriptionRow
  readonly slots: SlotRow
  readonly rounds: { readonly subscription: string; readonly round: number }
  readonly posted: PostedRow
  readonly feedback: FeedbackRow
  readonly verdicts: VerdictRow
  /** Channels whose answers do not ask for a verdict. */
  readonly unrated_channels: { readonly workspace: string; readonly channel: string }
  readonly questions: QuestionRow
  readonly turns: TurnRow
  readonly events: EventRow
  readonly schema_versions: { readonly name: string; readonly applied_at: number }
}

export interface SubscriptionRow {
  readonly id: string
  readonly workspace: string
  readonly channel: string
  readonly owner: string
  readonly time: string
  readonly weekdays: string
  readonly zone: string
  readonly topics: string
  readonly paused_until: string | null
  readonly skips: string
  readonly changed_by: string
  readonly created_at: number
  readonly last_slot: string | null
}

export interface SlotRow {
  readonly subscription: string
  readonly slot: string
  readonly claimed_at: number
  readonly confirmed_at: number | null
  readonly message: string | null
}

interface PostedRow {
  readonly subscription: string
  readonly round: number
  readonly passage: string
  readonly posted_at: number
}

interface FeedbackRow {
  readonly workspace: string
  readonly channel: string
  readonly person: string
  readonly passage: string
  /** 1 for more like this, -1 for less. */
  readonly verdict: number
  readonly given_at: number
}

interface VerdictRow {
  readonly workspace: string
  readonly channel: string
  readonly person: string
  readonly question: string
  readonly passage: string
  /** 1 for 👍, -1 for 👎. */
  readonly verdict: number
  readonly reason: string | null
  readonly given_at: number
}

interface QuestionRow {
  readonly workspace: string
  readonly channel: string
  readonly asked_at: number
  readonly question: string
}

interface TurnRow {
  readonly conversation: string
  readonly said_at: number
  readonly question: string
  readonly answer: string
}

interface EventRow {
  readonly key: string
  readonly claimed_at: number
  readonly done_at: number | null
  readonly tries: number
  readonly work: string | null
}

export type Database = Kysely<Tables>

/** Tables that hold what people said or set, in the order of an export. */
export const KEPT_TABLES = [
  'subscriptions',
  'slots',
  'rounds',
  'posted',
  'feedback',
  'verdicts',
  'unrated_channels',
  'questions',
  'turns',
  'events',
] as const satisfies readonly (keyof Tables)[]
