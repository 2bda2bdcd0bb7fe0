import type { Database } from './tables.js'

const DAY = 24 * 60 * 60 * 1000
const YEAR = 365 * DAY

/** How long rows are kept, in milliseconds; docs/operating.md states it. */
export const KEPT_FOR = {
  events: DAY,
  turns: DAY,
  slots: 90 * DAY,
  questions: YEAR,
  feedback: YEAR,
  verdicts: YEAR,
  /** Only of channels that have no digest any more. */
  posted: YEAR,
} as const

export type CleanedUp = Readonly<Record<keyof typeof KEPT_FOR, number>>

/** Removes what is older than it is kept, and says how many rows. */
export const cleanUp = async (database: Database, now: number): Promise<CleanedUp> => {
  const before = (kept: keyof typeof KEPT_FOR): number => now - KEPT_FOR[kept]
  const one = (result: { readonly numDeletedRows: bigint }): number => Number(result.numDeletedRows)
  const events = database.deleteFrom('events').where('claimed_at', '<=', before('events'))
  const turns = database.deleteFrom('turns').where('said_at', '<=', before('turns'))
  const slots = database.deleteFrom('slots').where('claimed_at', '<=', before('slots'))
  const questions = database.deleteFrom('questions').where('asked_at', '<=', before('questions'))
  const feedback = database.deleteFrom('feedback').where('given_at', '<=', before('feedback'))
  const verdicts = database.deleteFrom('verdicts').where('given_at', '<=', before('verdicts'))
  const posted = database
    .deleteFrom('posted')
    .where('posted_at', '<=', before('posted'))
    .where('subscription', 'not in', (query) => query.selectFrom('subscriptions').select('id'))
  return {
    events: one(await events.executeTakeFirst()),
    turns: one(await turns.executeTakeFirst()),
    slots: one(await slots.executeTakeFirst()),
    questions: one(await questions.executeTakeFirst()),
    feedback: one(await feedback.executeTakeFirst()),
    verdicts: one(await verdicts.executeTakeFirst()),
    posted: one(await posted.executeTakeFirst()),
  }
}
