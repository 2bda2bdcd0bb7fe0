import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type { Pool, QueryResult } from 'pg'

/** What pg says when nothing comes back: of a statement, and of a connection that is being made. */
const SILENCE = /^Query read timeout$|connection timeout/i

/**
 * The connections of a pool, given up when the server says nothing more, as one that is cut off does: pg would hand the
 * same silent connection to the next statement. After that nobody else waits for `pause` milliseconds, so that an answer
 * that needs ten statements waits once.
 */
export const createImpatientPool = (pool: Pool, pause: number): PostgresPool => {
  let silence: { readonly error: unknown; readonly until: number } | undefined
  const isSilence = (error: unknown): boolean => {
    if (!(error instanceof Error && SILENCE.test(error.message))) return false
    silence = { error, until: performance.now() + pause }
    return true
  }
  return {
    connect: async () => {
      if (silence && performance.now() < silence.until) throw silence.error
      const client = await pool.connect().catch((error: unknown) => {
        isSilence(error)
        throw error
      })
      let broken: { readonly error: unknown } | undefined
      const query = async (sql: string, parameters: readonly unknown[]): Promise<QueryResult> => {
        // The rollback of what was not answered.
        if (broken) throw broken.error
        try {
          const result = await client.query(sql, [...parameters])
          silence = undefined
          return result
        } catch (error) {
          if (isSilence(error)) broken = { error }
          throw error
        }
      }
      const release = (): void => client.release(broken !== undefined)
      // Kysely asks with texts only, for it was given no cursors.
      const impatient: PostgresPoolClient = Object.create(client, {
        query: { value: query },
        release: { value: release },
      })
      return impatient
    },
    end: () => pool.end(),
  }
}
