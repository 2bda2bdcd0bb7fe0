// How fast: time to build the index and to answer, ours beside other engines in the same run, questions taken in turns so
// that a busy machine slows all alike. Other engines only search; ours also picks the sentences and decides.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readKnowledgeFolder } from '../dist/src/store/read-knowledge-folder.js'
import { build } from './adapter.mjs'
import { readCollection } from './collections.mjs'
import { PEERS } from './peers.mjs'
import { readQuestions } from './question-set.mjs'

const COLLECTIONS = '../shared/eval'
const ROUNDS = 3

await run(
  'five reports',
  await passagesOf('knowledge'),
  readQuestions('tests/evaluation/golden.jsonl').map(({ q }) => q),
)
const large = ['cranfield', 'squad2-a', 'newwiki-a', 'covidqa-a'].filter((name) => existsSync(join(COLLECTIONS, name)))
if (large.length > 0) {
  const collections = large.map((name) => readCollection(join(COLLECTIONS, name)))
  const docs = collections.flatMap((one, i) => one.docs.map((doc) => ({ ...doc, id: `${i} ${doc.id}` })))
  const questions = collections.flatMap(({ queries }) => queries.slice(0, 40).map(({ text }) => text))
  await run('collections', docs, questions)
}

async function run(name, docs, questions) {
  console.log(`\n${name}: ${docs.length} passages, ${questions.length} questions`)
  console.log(row(['', 'build ms', 'median ms', 'p95', 'p99', '× ours']))
  const engines = []
  for (const [engine, make] of [['kubecon-bot', ours], ...Object.entries(PEERS)]) {
    const started = performance.now()
    const ask = await make(docs)
    engines.push({ engine, ask, built: performance.now() - started, times: [] })
  }
  for (const question of questions) for (const { ask } of engines) ask(question, 10)
  for (let round = 0; round < ROUNDS; round++)
    for (const question of questions)
      for (const { ask, times } of engines) {
        const started = performance.now()
        ask(question, 10)
        times.push(performance.now() - started)
      }
  const reference = at(engines[0].times, 0.5)
  for (const { engine, built, times } of engines)
    console.log(
      row([
        engine,
        built.toFixed(0),
        at(times, 0.5).toFixed(2),
        at(times, 0.95).toFixed(2),
        at(times, 0.99).toFixed(2),
        (at(times, 0.5) / reference).toFixed(2),
      ]),
    )
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
