// Fits the model by which the bot decides whether it knows an answer (src/answer/confidence.ts) to every question at
// hand, and says how well it does on questions it was not fitted to.
//   npm run fit:confidence                                  the trade-off, cross-validated, and the model to paste in
//   npm run fit:confidence -- --mistakes                    and every question that it gets wrong
//   npm run fit:confidence -- --without elsewhere,office    the same without some of the signs
//   npm run fit:confidence -- --write                       writes the figures and the chart of docs/how-sure.md;
//                                                           only with all reports and questions at hand
import { atHand } from './at-hand.mjs'
import { readEvidence } from './evidence.mjs'
import { createLogisticModel, crossValidate } from './logistic.mjs'
import { auroc, calibrationError } from './measures.mjs'
import { readOptions } from './options.mjs'
import { tradeOff, writePage } from './write-how-sure.mjs'

/** How strongly weights are drawn to nothing: a sign that few questions show is not to be trusted far. */
const RIDGE = 0.5
/** A question that the reports answer, though the first excerpt does not: refusing it is half a mistake. */
const MISSED_WEIGHT = 0.5
/** Right answers that may be lost to refusals. */
const MOST_LOST = 0.035
/** Thresholds that are shown. */
const STEPS = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7]

const options = readOptions(import.meta.url, {
  mistakes: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  without: { type: 'string', default: '' },
})
const REPORTS = ['knowledge', '../shared/reports']
const QUESTIONS = [
  'tests/evaluation/golden.jsonl',
  'tests/evaluation/for-confidence.jsonl',
  '../shared/eval/questions.dev.jsonl',
]
const present = atHand([...REPORTS, ...QUESTIONS], options.write)
const FOLDERS = REPORTS.filter((folder) => present.includes(folder))
const SETS = QUESTIONS.filter((file) => present.includes(file))

/** Never fitted to, and its mistakes never looked at. */
const HELD_OUT = ['tests/evaluation/held-out.jsonl']

const evidence = await readEvidence(FOLDERS, SETS)
const rows = evidence.map((row) => ({ ...row, weight: row.measured && !row.hit ? MISSED_WEIGHT : 1 }))
const left = options.without.split(',')
const names = Object.keys(rows.find(({ signs }) => signs)?.signs ?? {}).filter((name) => !left.includes(name))
const { weights, sure: sureOf } = createLogisticModel(
  rows.filter(({ signs }) => signs),
  names,
  RIDGE,
)
const judged = crossValidate(rows, names, RIDGE)
const heldOut = (await readEvidence(FOLDERS, HELD_OUT)).map((row) => ({
  ...row,
  sure: row.signs ? sureOf(row.signs) : 0,
}))
const from = answerFrom()
const figures = FOLDERS.flatMap((folder) =>
  [...SETS, ...HELD_OUT].map((file) =>
    figuresOf(`${folder.split('/').at(-1)}, ${file.split('/').at(-1)}`, folder, file),
  ),
)

for (const { name, area, error, steps } of figures) {
  console.log(`${name}: AUROC ${area.toFixed(3)}, calibration error ${error.toFixed(3)}`)
  for (const step of steps) console.log(`  from ${step.from.toFixed(2)}  ${describe(step)}`)
}
console.log(`\nfor src/answer/confidence.ts: ANSWER_FROM = ${from.toFixed(2)}, MODEL =`)
for (const [name, weight] of Object.entries(weights)) console.log(`  ${name}: ${weight},`)
if (options.mistakes) for (const folder of FOLDERS) printMistakes(folder)
if (options.write) writePage(figures, from)

/** The highest threshold that loses few right answers. */
function answerFrom() {
  const right = judged.filter(({ answerable, measured, hit }) => answerable && (hit || !measured))
  const sure = right.map((row) => row.sure).sort((a, b) => a - b)
  return Math.floor(100 * sure[Math.floor(MOST_LOST * sure.length)]) / 100
}

function figuresOf(name, folder, file) {
  const own = [...judged, ...heldOut].filter((row) => row.folder === folder && row.file === file)
  const sure = (answerable) => own.filter((row) => row.answerable === answerable).map((row) => row.sure)
  return {
    name,
    area: auroc(sure(true), sure(false)),
    error: calibrationError(own.map((row) => ({ sure: row.sure, right: row.answerable }))),
    steps: [...new Set([...STEPS, from])].sort((a, b) => a - b).map((step) => tradeOff(own, step)),
  }
}

function describe({ recall, precision, lost, hit1, most }) {
  const percent = (value) => (Number.isNaN(value) ? '–' : `${(100 * value).toFixed(0)}%`).padStart(4)
  return `recall ${percent(recall)}, precision ${percent(precision)} (${lost} refused wrongly), hit@1 ${percent(hit1)} of ${percent(most)}`
}

function printMistakes(folder) {
  const own = judged.filter((row) => row.folder === folder)
  const show = ({ sure, id, q, hit, signs }) => {
    const shown = names.filter((name) => Math.abs(signs?.[name] ?? 0) > 0.005)
    console.log(`  ${sure.toFixed(2)} ${id} ${hit ? '' : '(no hit) '}${q}`)
    console.log(`       ${shown.map((name) => `${name} ${(signs[name] * weights[name]).toFixed(2)}`).join(' ')}`)
  }
  const wrong = (answerable) => own.filter((row) => row.answerable === answerable && row.sure >= from !== answerable)
  console.log(`\n${folder}: answered, though no report says it`)
  wrong(false)
    .sort((a, b) => b.sure - a.sure)
    .forEach(show)
  console.log(`${folder}: refused, though a report says it`)
  wrong(true)
    .sort((a, b) => a.sure - b.sure)
    .forEach(show)
}
