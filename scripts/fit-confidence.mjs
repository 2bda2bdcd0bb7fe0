// Fits the model by which the bot decides whether it knows an answer (src/answer/confidence.ts) to every question at
// hand, and says how well it does on questions it was not fitted to.
//   npm run fit:confidence                 prints the model to paste in and the trade-off, both cross-validated
//   npm run fit:confidence -- --mistakes   and every question that it gets wrong
//   npm run fit:confidence -- --without elsewhere,unknown      what these signs are worth
//   npm run fit:confidence -- --write      writes the figures and the chart of docs/how-sure.md
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readEvidence } from '../bench/evidence.mjs'
import { auroc, calibrationError } from '../bench/measures.mjs'
import { createLogisticModel, crossValidate } from './logistic.mjs'


const { values: options } = parseArgs({
  options: {
    mistakes: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    without: { type: 'string', default: '' },
    ridge: { type: 'string', default: '1' },
    at: { type: 'string', default: '0.5' },
  },
})
const RIDGE = Number(options.ridge)
/** The bias is moved so that refusing is right this often, then answering starts at one half. */
const PRECISION = 0.93
const FOLDERS = ['knowledge', '../shared/reports'].filter((folder) => existsSync(folder))
const SETS = [
  'tests/evaluation/golden.jsonl',
  'tests/evaluation/more-questions.jsonl',
  '../shared/eval/questions.dev.jsonl',
].filter((file) => existsSync(file))

const rows = await readEvidence(FOLDERS, SETS)
const left = new Set(options.without.split(','))
const names = Object.keys(rows.find(({ signs }) => signs)?.signs ?? {}).filter((name) => !left.has(name))
const judged = crossValidate(rows, names, RIDGE)
report()

function report() {
  for (const folder of FOLDERS)
    for (const file of SETS) {
      const own = judged.filter((row) => row.folder === folder && row.file === file)
      const sure = (answerable) => own.filter((row) => row.answerable === answerable).map((row) => row.sure)
      console.log(
        `${folder} ${file.split('/').at(-1)}: AUROC ${auroc(sure(true), sure(false)).toFixed(3)}, calibration error ${calibrationError(own.map(({ sure, answerable }) => ({ sure, right: answerable }))).toFixed(3)}`,
      )
      for (const from of [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65]) console.log(`  ${from}  ${tradeOff(own, from)}`)
    }
  const model = createLogisticModel(rows.filter(({ signs }) => signs), names, RIDGE)
  console.log(JSON.stringify(model.weights, undefined, 1).replaceAll('"', ''))
  if (options.mistakes) for (const folder of FOLDERS) printMistakes(folder)
}

function tradeOff(own, from) {
  const refused = own.filter(({ sure }) => sure < from)
  const right = refused.filter(({ answerable }) => !answerable)
  const silent = own.filter(({ answerable }) => !answerable)
  const known = own.filter(({ answerable }) => answerable)
  const hits = known.filter(({ hit, sure }) => hit && sure >= from)
  const percent = (a, b) => `${((100 * a) / Math.max(1, b)).toFixed(0)}%`.padStart(4)
  return `recall ${percent(right.length, silent.length)}, precision ${percent(right.length, refused.length)} (${refused.length - right.length} lost), hit@1 ${percent(hits.length, known.length)} of ${percent(known.filter(({ hit }) => hit).length, known.length)}`
}

function printMistakes(folder) {
  const own = judged.filter((row) => row.folder === folder)
  const at = Number(options.at)
  const show = ({ sure, id, q, hit, signs }) =>
    console.log(
      `  ${sure.toFixed(2)} ${id} ${hit ? '' : '(no hit) '}${q}\n        ${names.filter((name) => Math.abs(signs?.[name] ?? 0) > 0.005).map((name) => `${name} ${signs[name].toFixed(2)}`).join(' ')}`,
    )
  console.log(`${folder}: answered though no report says it`)
  own.filter(({ answerable, sure }) => !answerable && sure >= at).sort((a, b) => b.sure - a.sure).forEach(show)
  console.log(`${folder}: refused though a report says it`)
  own.filter(({ answerable, sure }) => answerable && sure < at).sort((a, b) => a.sure - b.sure).forEach(show)
}
