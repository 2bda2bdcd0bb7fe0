import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeDigests, type Place } from './contract.js'
import { describeExport } from './contract-export.js'
import { describeMemory } from './contract-memory.js'
import { describeProcesses } from './contract-processes.js'
import { describeVerdicts } from './contract-verdicts.js'
import { findPostgres, type PostgresServer, startPostgres } from './postgres-server.js'

const programs = await findPostgres()
// The runner's own word, not the test's log: a skipped suite must be seen, and CI must not pass without it.
if (!programs)
  process.stderr.write(
    '\nSKIPPED: the tests of the store on PostgreSQL, because this machine has none. Install it (Debian and Ubuntu: ' +
      'apt-get install postgresql), or set POSTGRES_PATH to the folder of its programs. With CI=true this fails.\n\n',
  )

describe.runIf(!programs && process.env['CI'])('the store on PostgreSQL', () => {
  it('is tested in CI', () => {
    expect.fail('PostgreSQL is not installed: apt-get install postgresql')
  })
})

describe.skipIf(!programs)('the store on PostgreSQL', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres(programs ?? '')
  }, 60_000)
  afterAll(() => server.remove())

  const place: Place = {
    options: async () => ({ dataDir: '/nowhere', databaseUrl: await server.createSchema() }),
  }
  describeDigests(place)
  describeMemory(place)
  describeExport(place)
  describeProcesses(place)
  describeVerdicts(place)
})
