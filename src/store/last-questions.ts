import { sql } from 'kysely'
import type { Database } from './tables.js'

/** Turns looked through: the same question is often asked again. */
const MOST_TURNS = 50

/** The questions of all conversations whose key ends so, newest first, each once. */
export const readLastQuestions = async (
  database: Database,
  ending: string,
  most: number,
): Promise<readonly string[]> => {
  const rows = await database
    .selectFrom('turns')
    .select('question')
    .where(sql`substr(conversation, ${-ending.length} + length(conversation) + 1)`, '=', ending)
    .orderBy('said_at', 'desc')
    .limit(MOST_TURNS)
    .execute()
  return [...new Set(rows.map(({ question }) => question))].slice(0, most)
}
