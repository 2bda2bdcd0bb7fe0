// How fast and how large: time and memory to build the index, time to answer, ours beside other engines in the same run,
// questions taken in turns so that a busy machine slows all alike. Other engines only search; ours also picks the
// sentences and decides.
//   npm run bench                the five reports, then 400 and 10,000 passages
//   npm run bench -- --large     also 100,000 passages: some minutes and 2 GB of memory
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { readKnowledgeFolder } from '../dist/src/store/read-knowledge-folder.js'
import { build } from './adapter.mjs'
import { readCollection } from './collections.mjs'
import { grow } from './growth.mjs'
import { readOptions } from './options.mjs'
import { PEERS } from './peers.mjs'
import { readQuestions } from './question-set.mjs'

const COLLECTIONS = '../shared/eval'
const ROUNDS = 3
/** Engines that still answer in reasonable time when passages are many. */
const GROWING = ['MiniSearch, default', 'SQLite FTS5']
/** Questions of each collection: the first warm the engines up, the others are timed the first time they are asked. */
const WARM_UP = 5
const TIMED = 35

const options = readOptions(import.meta.url, { large: { type: 'boolean', default: false } })
setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc')

const asked = readQuestions('tests/evaluation/golden.jsonl').map(({ q }) => q)
await run('five reports', {
  docs: await passagesOf('knowledge'),
  warmUp: asked,
  questions: Array.from({ length: ROUNDS }, () => asked).flat(),
  peers: Object.keys(PEERS),
})
const names = ['cranfield', 'squad2-a', 'newwiki-a', 'covidqa-a'].filter((name) => existsSync(join(COLLECTIONS, name)))
if (names.length > 0) {
  const collections = names.map((name) => readCollection(join(COLLECTIONS, name)))
  const texts = (from, to) => collections.flatMap(({ queries }) => queries.slice(from, to).map(({ text }) => text))
  for (const size of options.large ? [400, 10_000, 100_000] : [400, 10_000])
    await run('collections', {
      docs: grow(
        collections.map(({ docs }) => docs),
        size,
      ),
      warmUp: texts(0, WARM_UP),
      questions: texts(WARM_UP, WARM_UP + TIMED),
      peers: GROWING,
    })
}

async function run(name, { docs, warmUp, questions, peers }) {
  console.log(`\n${name}: ${docs.length} passages, ${questions.length} questions`)
  console.log(row(['', 'build ms', 'memory MB', 'median ms', 'p95', 'p99', '× ours']))
  const engines = []
  for (const [engine, make] of [['kubecon-bot', ours], ...peers.map((peer) => [peer, PEERS[peer]])]) {
    const before = memory()
    const started = performance.now()
    const ask = await make(docs)
    engines.push({ engine, ask, built: performance.now() - started, megabytes: memory() - before, times: [] })
  }
  for (const question of warmUp) for (const { ask } of engines) ask(question, 10)
  for (const question of questions)
    for (const { ask, times } of engines) {
      const started = performance.now()
      ask(question, 10)
      times.push(performance.now() - started)
    }
  const reference = at(engines[0].times, 0.5)
  for (const { engine, built, megabytes, times } of engines)
    console.log(
      row([
        engine,
        built.toFixed(0),
        megabytes.toFixed(0),
        at(times, 0.5).toFixed(2),
        at(times, 0.95).toFixed(2),
        at(times, 0.99).toFixed(2),
        (at(times, 0.5) / reference).toFixed(2),
      ]),
    )
}

/** Megabytes in use, those outside of the heap (typed arrays, databases) included as far as the process tells. */
function memory() {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 2 ** 20
}

async function ours(docs) {
  const { answer } = await build(docs)
  return answer
}

async function passagesOf(folder) {
  const { passages } = await readKnowledgeFolder(folder)
  return passages.map(({ id, heading, text }) => ({ id, title: heading.join(' '), text }))
}

function at(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function row([name, ...cells]) {
  return `  ${name.padEnd(26)}${cells.map((cell) => String(cell).padStart(12)).join('')}`
}
