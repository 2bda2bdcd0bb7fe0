// What the store costs: milliseconds and memory that opening it adds to a start, and the median write, on the embedded
// store and, where this machine has it, on PostgreSQL.  npm run bench:store
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const STARTS = 7
const WRITES = 500

const [mode, dataDir, databaseUrl] = process.argv.slice(2)
if (mode === 'child') await runChild()
else await runParent()

async function runParent() {
  const folder = await mkdtemp(join(tmpdir(), 'kubecon-bench-'))
  try {
    measure('embedded store', join(folder, 'data'))
  } finally {
    await rm(folder, { recursive: true })
  }
  const { loadTypeScript } = await import('./load-typescript.mjs')
  const { findPostgres, startPostgres } = await loadTypeScript('tests/store/postgres-server.ts')
  const programs = await findPostgres()
  if (!programs) return console.log('PostgreSQL: none on this machine')
  const server = await startPostgres(programs, { fsync: true })
  try {
    measure('PostgreSQL', '/nowhere', await server.createSchema())
  } finally {
    await server.remove()
  }
}

function measure(name, ...place) {
  const self = fileURLToPath(import.meta.url)
  const runs = Array.from({ length: STARTS }, () =>
    JSON.parse(execFileSync(process.execPath, ['--expose-gc', self, 'child', ...place], { encoding: 'utf8' })),
  )
  const median = (of, digits) => at(runs.map(of), 0.5).toFixed(digits)
  const open = `${median((run) => run.open, 0)} ms (${median((run) => run.cpu, 0)} ms of them computing)`
  const memory = `${median((run) => run.memory, 1)} MB, ${median((run) => run.written, 1)} MB after ${2 * WRITES} writes`
  console.log(`${name}: adds ${open} to a start; the first one, which makes the tables: ${runs[0].open.toFixed(0)} ms`)
  console.log(`  adds ${memory}`)
  console.log(`  a write: median ${median((run) => run.write, 2)} ms, p95 ${median((run) => run.slow, 2)} ms`)
  console.log(`  claiming an event (a transaction): median ${median((run) => run.claim, 2)} ms`)
}

/** The bot first, so that only what the store adds is counted. */
async function runChild() {
  const { createBot } = await import('../dist/src/main.js')
  const { createLog } = await import('../dist/src/log.js')
  await createBot('knowledge', createLog({ logLevel: 'silent' }))
  const before = residentMegabytes()
  const started = performance.now()
  const busy = process.cpuUsage()
  const { openStore } = await import('../dist/src/store/open-store.js')
  const store = await openStore({ dataDir, databaseUrl, now: Date.now })
  const open = performance.now() - started
  const { user, system } = process.cpuUsage(busy)
  const memory = residentMegabytes() - before
  const writes = await times((i) => store.questions.note('T1', `C${process.pid}.${i}`, 'what is CRI-O'))
  const claims = await times((i) => store.events.claim([`${process.pid}.${i}`, `message ${process.pid}.${i}`]))
  const written = residentMegabytes() - before
  await store.close()
  const result = {
    open,
    cpu: (user + system) / 1000,
    memory,
    written,
    write: at(writes, 0.5),
    slow: at(writes, 0.95),
    claim: at(claims, 0.5),
  }
  console.log(JSON.stringify(result))
}

async function times(work) {
  const all = []
  for (let i = 0; i < WRITES; i++) {
    const started = performance.now()
    await work(i)
    all.push(performance.now() - started)
  }
  return all
}

function residentMegabytes() {
  globalThis.gc()
  return process.memoryUsage.rss() / 1024 / 1024
}

function at(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
