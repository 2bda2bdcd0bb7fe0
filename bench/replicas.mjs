// Three replicas on one PostgreSQL: 2,000 events, a tenth of them delivered twice, and 100 digests due in the same minute,
// while one of the three is killed (SIGKILL) every few seconds.  npm run bench:replicas
import { loadTypeScript } from './load-typescript.mjs'

const LOAD = { digests: 100, events: 2000, atOnce: 10, killEvery: 150, lease: 5000 }

const { replicaRuns } = await loadTypeScript('tests/store/replica-runs.ts')
const { findPostgres, startPostgres } = await loadTypeScript('tests/store/postgres-server.ts')

const programs = await findPostgres()
if (!programs) {
  console.error('PostgreSQL: none on this machine. Install it (Debian and Ubuntu: apt-get install postgresql).')
  process.exit(1)
}
const server = await startPostgres(programs)
try {
  const options = { dataDir: '/nowhere', databaseUrl: await server.createSchema() }
  const { posted, kills, redelivered, lastDigest, lastAnswer, faults, complaints } = await replicaRuns(LOAD, options)
  console.log(
    `3 replicas, ${LOAD.events} events (${redelivered} delivered twice), ${LOAD.digests} digests: ${posted} posts`,
  )
  console.log(`  ${kills} kills, one every ${(lastAnswer / kills / 1000).toFixed(1)} s; lease ${LOAD.lease / 1000} s`)
  console.log(`  last answer after ${seconds(lastAnswer)}, last digest ${seconds(lastDigest)} after it was due`)
  console.log(
    `  ${faults.length} faults: lost, doubled or never confirmed; ${complaints.length} complaints of replicas`,
  )
  for (const fault of [...faults, ...complaints].slice(0, 20)) console.log(`  ${fault}`)
  if (faults.length > 0) process.exitCode = 1
} finally {
  await server.remove()
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`
}
