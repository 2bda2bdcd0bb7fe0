// How good the answers are, ours beside those of other engines, on every question set and collection that is at hand.
//   npm run evaluate                       the whole table
//   npm run evaluate -- --explain g012     how one question of a set went (or any question in quotation marks)
//   npm run evaluate -- --ablate           what each feature is worth, to docs/ablations.md
//   npm run evaluate -- --write            keep this run as the baseline
//   npm run evaluate -- --check            only the project's own questions; fails when they went worse than the baseline
//   npm run evaluate -- --all              every question of a collection, where otherwise some hundreds stand for them
//   npm run evaluate -- --baseline FILE    another baseline than bench/baseline.json
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createAnswerer } from '../dist/src/answer/answer-question.js'
import { buildIndex } from '../dist/src/search/search-index.js'
import { readKnowledgeFolder } from '../dist/src/store/read-knowledge-folder.js'
import { ablate } from './ablate.mjs'
import { build } from './adapter.mjs'
import { atHand } from './at-hand.mjs'
import { readCollection } from './collections.mjs'
import { explain } from './explain.mjs'
import { measureLimits } from './limits.mjs'
import { auroc, calibrationError, interval, mean, mrrAt10, ndcgAt10 } from './measures.mjs'
import { readOptions } from './options.mjs'
import { readQuestions, scoreExcerpts } from './question-set.mjs'

const BASELINE = 'bench/baseline.json'
const SHARED = '../shared'
/** Questions of a collection that are asked; --all asks every one. */
const SAMPLE = 300
/** Fewer right answers than the baseline has that are still taken for noise. */
const NOISE = 3

/** Two collections whose questions have nothing to do with each other. */
const FAR_APART = ['squad2-a', 'newwiki-a']

const options = readOptions(import.meta.url, {
  explain: { type: 'string' },
  ablate: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  check: { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
  baseline: { type: 'string', default: BASELINE },
})

const REPORTS = ['knowledge', join(SHARED, 'reports')]
const GOLDEN = 'tests/evaluation/golden.jsonl'
const QUESTIONS = [GOLDEN, 'tests/evaluation/fresh.jsonl', join(SHARED, 'eval/questions.dev.jsonl')]
// The check and the baseline are of the project's own questions alone; the page of the ablations is of all.
const present = options.check ? [REPORTS[0], GOLDEN] : atHand([...REPORTS, ...QUESTIONS], options.ablate)
const FOLDERS = REPORTS.filter((folder) => present.includes(folder))
const SETS = QUESTIONS.filter((file) => present.includes(file))
/** Never fitted to: only the figures are shown, not how single questions went. */
const HELD_OUT = ['tests/evaluation/held-out.jsonl', 'tests/evaluation/fresh-held-out.jsonl']

if (options.explain !== undefined) await explain(options.explain, FOLDERS[0], SETS)
else if (options.check) await check()
else if (options.ablate) await ablate(FOLDERS, SETS, collections())
else await evaluate()

/** Asks every question of a set; a row each. */
function askAll(questions, answer) {
  return questions.map((question) => {
    const { status, excerpts, confidence } = answer(question.q, { context: question.context ?? [] })
    const answered = status === 'answered'
    const shown = excerpts.map(({ text, citation }) => ({
      report: citation.report,
      heading: [...citation.heading, ...citation.speakers].join(' — '),
      text,
    }))
    const unanswerable = question.type === 'unanswerable'
    const { hit1, hit3 } = unanswerable ? { hit1: false, hit3: false } : scoreExcerpts(question, answered ? shown : [])
    return { ...question, unanswerable, answered, hit1, hit3, sure: confidence, right: unanswerable ? !answered : hit1 }
  })
}

function summarise(rows) {
  const answerable = rows.filter(({ unanswerable }) => !unanswerable)
  const refused = rows.filter(({ answered }) => !answered)
  const rightly = refused.filter(({ unanswerable }) => unanswerable)
  const hits = answerable.map(({ hit1 }) => Number(hit1))
  return {
    hit1: mean(hits),
    interval: interval(hits),
    hit3: mean(answerable.map(({ hit3 }) => Number(hit3))),
    recall: rightly.length / (rows.length - answerable.length),
    precision: refused.length === 0 || answerable.length === rows.length ? Number.NaN : rightly.length / refused.length,
  }
}

async function evaluate() {
  const { PEERS } = await import('./peers.mjs')
  for (const folder of FOLDERS) {
    const knowledge = await readKnowledgeFolder(folder)
    const answer = createAnswerer(knowledge, buildIndex(knowledge))
    const peers = Object.entries(PEERS).map(([name, make]) => [name, answerLike(make, knowledge)])
    for (const file of [...SETS, ...HELD_OUT]) {
      const questions = readQuestions(file)
      console.log(`\n${folder}, ${file}: ${questions.length} questions`)
      console.log(head(['', 'hit@1', '95%', 'hit@3', 'refusal recall', 'precision']))
      const rows = askAll(questions, answer)
      printSummary('kubecon-bot', rows)
      for (const [name, peer] of peers) printSummary(name, askAll(questions, peer))
      const all = rows.map(({ sure, right, unanswerable, answered }) => ({
        sure,
        right: unanswerable ? false : right && answered,
      }))
      console.log(`  calibration error of the confidence ${calibrationError(all).toFixed(3)}`)
      for (const key of ['type', 'report']) printGroups(key, rows)
      if (folder === 'knowledge' && file === SETS[0]) compareWithBaseline(rows)
    }
  }
  for (const folder of collections()) await evaluateCollection(folder, PEERS)
  await evaluateLimits(...FAR_APART, PEERS)
}

/** What typing errors cost, and whether the confidence tells questions of another field from those of its own. */
async function evaluateLimits(name, other, peers) {
  if (![name, other].every((one) => existsSync(join(SHARED, 'eval', one)))) return
  const own = readCollection(join(SHARED, 'eval', name))
  const far = readCollection(join(SHARED, 'eval', other))
  const judged = sample(own.queries.filter(({ id }) => own.relevant.has(id)))
  const foreign = sample(far.queries.filter(({ id }) => far.relevant.has(id)))
  console.log(`\n${name}: ${judged.length} questions, with a typing error in the rarest word, and ${other}'s questions`)
  console.log(head(['', 'recall@1', 'with the error', 'kept', 'AUROC']))
  for (const { engine, clean, wrong, apart } of await measureLimits({ ...own, judged, foreign, peers }))
    console.log(line([engine, percent(clean), percent(wrong), percent(wrong / clean), apart.toFixed(3)]))
}

function collections() {
  const folders = existsSync(join(SHARED, 'eval')) ? readdirSync(join(SHARED, 'eval'), { withFileTypes: true }) : []
  return folders.filter((entry) => entry.isDirectory()).map(({ name }) => join(SHARED, 'eval', name))
}

async function evaluateCollection(folder, peers) {
  const { docs, queries, relevant } = readCollection(folder)
  const judged = sample(queries.filter(({ id }) => relevant.has(id)))
  const ours = await build(docs)
  console.log(`\n${basename(folder)}: ${docs.length} documents, ${judged.length} questions`)
  console.log(head(['', 'nDCG@10', '95%', 'MRR@10', 'answer hit@1', 'hit@3']))
  const answers = judged
    .filter(({ gold }) => gold?.length > 0)
    .map((query) => hits(ours.answer(query.text).excerpts, query.gold))
  printRanking('kubecon-bot', judged, relevant, ours.search, answers)
  for (const [peer, make] of Object.entries(peers)) printRanking(peer, judged, relevant, make(docs), [])
  const silent = sample(queries.filter(({ answerable }) => answerable === false))
  if (silent.length > 0) {
    const sure = (list) => list.map(({ text }) => ours.answer(text).confidence)
    console.log(
      `  answerable against unanswerable questions, AUROC of the confidence ${auroc(sure(judged), sure(silent)).toFixed(3)}`,
    )
  }
}

/** One of the first excerpts, at most 80 words of each, overlaps a right span by half of it at least. */
function hits(excerpts, gold) {
  const right = excerpts.map(({ id, start, end }) =>
    gold.some(
      (one) => one.doc === id && 2 * (Math.min(end, one.end) - Math.max(start, one.start)) >= one.end - one.start,
    ),
  )
  return { hit1: right[0] === true, hit3: right.slice(0, 3).includes(true) }
}

function printRanking(name, queries, relevant, search, answers) {
  const ranked = queries.map(({ id, text }) => [search(text, 10).map((hit) => hit.id), relevant.get(id)])
  const gains = ranked.map(([ids, grades]) => ndcgAt10(ids, grades))
  const share = (key) => (answers.length === 0 ? '' : percent(mean(answers.map((one) => Number(one[key])))))
  const between = interval(gains)
    .map((value) => value.toFixed(3).slice(1))
    .join('–')
  const mrr = mean(ranked.map(([ids, grades]) => mrrAt10(ids, grades)))
  console.log(line([name, mean(gains).toFixed(3), between, mrr.toFixed(3), share('hit1'), share('hit3')]))
}

/** Another engine as an answerer: its first passages, refused only when it finds none. */
function answerLike(make, { passages, reports }) {
  const shown = passages.filter(({ quotable }) => quotable)
  const byId = new Map(shown.map((passage) => [passage.id, passage]))
  const docs = shown.map(({ id, heading, speakers, text }) => ({
    id,
    title: [...heading, ...speakers.map(({ name }) => name)].join(' '),
    text,
  }))
  const search = make(docs)
  const known = new Set(reports.map(({ id }) => id))
  return (question) => {
    const found = search(question, 3).flatMap(({ id }) => byId.get(id) ?? [])
    return {
      status: found.length > 0 ? 'answered' : 'not-found',
      confidence: 0,
      excerpts: found
        .filter(({ reportId }) => known.has(reportId))
        .map(({ text, reportId, heading, speakers }) => ({
          text,
          citation: { report: reportId, heading, speakers: speakers.map(({ name }) => name) },
        })),
    }
  }
}

async function check() {
  const knowledge = await readKnowledgeFolder('knowledge')
  const rows = askAll(readQuestions(SETS[0]), createAnswerer(knowledge, buildIndex(knowledge)))
  const before = JSON.parse(readFileSync(options.baseline, 'utf8'))
  const now = toBaseline(rows)
  const lost = Object.keys(before).filter((id) => before[id] === 'right' && now[id] !== 'right')
  const gained = Object.keys(now).filter((id) => now[id] === 'right' && before[id] !== 'right')
  const { hit1, recall, precision } = summarise(rows)
  const figures = `hit@1 ${percent(hit1)}, refusal recall ${percent(recall)}, precision ${percent(precision)}`
  if (lost.length - gained.length <= NOISE) return console.log(`${rows.length} questions: ${figures}`)
  console.error(
    `${figures}\n${lost.length} answers lost, ${gained.length} gained against ${options.baseline}: ${lost.join(', ')}`,
  )
  console.error('See why with npm run evaluate -- --explain <id>; keep the new state with npm run evaluate -- --write')
  process.exitCode = 1
}

function compareWithBaseline(rows) {
  const now = toBaseline(rows)
  if (options.write) return writeFileSync(options.baseline, `${JSON.stringify(now, undefined, 2)}\n`)
  const before = existsSync(options.baseline) ? JSON.parse(readFileSync(options.baseline, 'utf8')) : {}
  const changed = (from, to) => rows.filter(({ id }) => before[id] === from && now[id] === to)
  for (const { id, q } of changed('wrong', 'right')) console.log(`  gained ${id} ${q}`)
  for (const { id, q } of changed('right', 'wrong')) console.log(`  lost   ${id} ${q}`)
}

function toBaseline(rows) {
  return Object.fromEntries(rows.map(({ id, right }) => [id, right ? 'right' : 'wrong']))
}

function printSummary(name, rows) {
  const { hit1, interval: between, hit3, recall, precision } = summarise(rows)
  const range = between.map((value) => (100 * value).toFixed(0)).join('–')
  console.log(line([name, percent(hit1), range, percent(hit3), percent(recall), percent(precision)]))
}

function printGroups(key, rows) {
  const groups = new Map()
  for (const row of rows) for (const group of [row[key]].flat()) groups.set(group, [...(groups.get(group) ?? []), row])
  const parts = [...groups].map(([group, own]) =>
    own[0].unanswerable
      ? `${group} refused ${percent(mean(own.map(({ answered }) => Number(!answered))))}`
      : `${group} ${percent(mean(own.map(({ hit1 }) => Number(hit1))))} of ${own.length}`,
  )
  console.log(`  hit@1 by ${key}: ${parts.join(' · ')}`)
}

function sample(queries) {
  if (options.all || queries.length <= SAMPLE) return queries
  return Array.from({ length: SAMPLE }, (_, i) => queries[Math.floor((i * queries.length) / SAMPLE)])
}

function percent(value) {
  return Number.isNaN(value) ? '–' : `${(100 * value).toFixed(1)}%`
}

function line([name, ...cells]) {
  return `  ${name.padEnd(26)}${cells.map((cell) => String(cell).padStart(15)).join('')}`
}

function head(cells) {
  return line(cells)
}
