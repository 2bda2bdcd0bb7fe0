import { expect, it } from 'vitest'
import { findPostgres, startPostgres } from './postgres-server.js'
import { replicaRuns } from './replica-runs.js'

const programs = await findPostgres()

// postgres-store.test.ts says aloud that PostgreSQL is missing, and fails for it in CI. More of all, with figures: npm run bench:replicas
it.skipIf(!programs)(
  'three replicas answer every event once and post every digest once, while one is killed again and again',
  async () => {
    const server = await startPostgres(programs ?? '')
    try {
      const { faults, kills, redelivered, posted } = await replicaRuns(
        { digests: 15, events: 150, atOnce: 10, killEvery: 40, lease: 4000 },
        { dataDir: '/nowhere', databaseUrl: await server.createSchema() },
      )
      expect(faults).toEqual([])
      expect(posted).toBe(165)
      expect(kills).toBeGreaterThanOrEqual(3)
      expect(redelivered).toBeGreaterThan(5)
    } finally {
      await server.remove()
    }
  },
  120_000,
)
