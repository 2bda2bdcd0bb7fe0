import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findPostgres, startPostgres } from '../store/postgres-server.js'
import { KILL_POINTS, killRuns } from './kill-runs.js'

/** More of them, with figures: npm run bench:kills */
const KILLS = 21

const programs = await findPostgres()

describe('digests of a process that is killed again and again', { timeout: 120_000 }, () => {
  it('are neither lost nor doubled with the embedded store, and nothing that was written is lost', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'kubecon-kill-'))
    try {
      const { kills, digests, acknowledged, faults } = await killRuns(KILLS, { dataDir })
      expect(faults).toEqual([])
      expect([...kills.values()].reduce((sum, one) => sum + one, 0)).toBe(KILLS)
      expect([...kills.keys()].sort()).toEqual([...KILL_POINTS].sort())
      expect(digests).toBeGreaterThan(KILLS)
      expect(acknowledged).toBeGreaterThan(KILLS)
    } finally {
      await rm(dataDir, { recursive: true })
    }
  })

  // tests/store/postgres-store.test.ts says aloud that PostgreSQL is missing, and fails for it in CI.
  it.skipIf(!programs)('are neither lost nor doubled on PostgreSQL', async () => {
    const server = await startPostgres(programs ?? '')
    try {
      const { kills, faults } = await killRuns(KILLS, {
        dataDir: '/nowhere',
        databaseUrl: await server.createSchema(),
      })
      expect(faults).toEqual([])
      expect([...kills.values()].reduce((sum, one) => sum + one, 0)).toBe(KILLS)
    } finally {
      await server.remove()
    }
  })
})
