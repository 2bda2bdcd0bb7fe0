// What is lost when the process with the digest clock is killed (SIGKILL) at 200 random points around posting, on the
// embedded store and, where this machine has it, on PostgreSQL.  npm run bench:kills
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadTypeScript } from './load-typescript.mjs'

const KILLS = 200

const { killRuns, KILL_POINTS } = await loadTypeScript('tests/digest/kill-runs.ts')
const { findPostgres, startPostgres } = await loadTypeScript('tests/store/postgres-server.ts')

const dataDir = await mkdtemp(join(tmpdir(), 'kubecon-kills-'))
try {
  await measure('embedded store', { dataDir })
} finally {
  await rm(dataDir, { recursive: true })
}
const programs = await findPostgres()
if (programs) {
  const server = await startPostgres(programs)
  try {
    await measure('PostgreSQL', { dataDir: '/nowhere', databaseUrl: await server.createSchema() })
  } finally {
    await server.remove()
  }
} else console.log('PostgreSQL: none on this machine')

async function measure(name, options) {
  const { kills, digests, rounds, acknowledged, faults } = await killRuns(KILLS, options, 2)
  const all = [...kills.values()].reduce((sum, one) => sum + one, 0)
  console.log(`${name}: ${all} kills (${KILL_POINTS.map((point) => `${kills.get(point) ?? 0} ${point}`).join(', ')})`)
  console.log(`  ${digests} digests, ${rounds} further rounds, ${acknowledged} acknowledged writes`)
  console.log(`  ${faults.length} faults: lost, doubled, or not opened again`)
  for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`)
  if (faults.length > 0) process.exitCode = 1
}
