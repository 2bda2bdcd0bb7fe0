// What each feature of the ranking is worth: every one switched off in turn, on every question set and collection at hand.
// Counts the first excerpts in the order they are found, whether or not the bot would have been sure enough to show them.
import { writeFileSync } from 'node:fs'
import { createAnswerer } from '../dist/src/answer/answer-question.js'
import { ORDER } from '../dist/src/answer/find-spans.js'
import { buildIndex } from '../dist/src/search/search-index.js'
import { WEIGHTS } from '../dist/src/search/weights.js'
import { readKnowledgeFolder } from '../dist/src/store/read-knowledge-folder.js'
import { build } from './adapter.mjs'
import { readCollection } from './collections.mjs'
import { mean, ndcgAt10 } from './measures.mjs'
import { readQuestions, scoreExcerpts } from './question-set.mjs'

const TARGET = 'docs/ablations.md'
/** Questions of a collection that are asked. */
const SAMPLE = 200

/** @param {readonly string[]} folders @param {readonly string[]} sets @param {readonly string[]} collections folders too */
export async function ablate(folders, sets, collections) {
  const knowledge = await Promise.all(folders.map(readKnowledgeFolder))
  const columns = [
    ...folders.flatMap((folder, i) =>
      sets.map((set) => ({
        title: `${nameOf(folder)}, ${nameOf(set)}`,
        measure: questionsMeasure(knowledge[i], readQuestions(set)),
        decimals: 1,
      })),
    ),
    ...(await Promise.all(
      collections.map(async (folder) => ({
        title: nameOf(folder),
        measure: await collectionMeasure(readCollection(folder)),
        decimals: 3,
      })),
    )),
  ]
  const rows = [['**everything on**', columns.map(({ measure }) => measure())]]
  // The weights are plain tables; setting one to 0 for a while is how a feature is switched off.
  for (const [table, kind] of [
    [WEIGHTS, 'passage'],
    [ORDER, 'excerpt'],
  ])
    for (const [feature, weight] of Object.entries(table)) {
      table[feature] = 0
      rows.push([`${kind}: ${feature}`, columns.map(({ measure }) => measure())])
      table[feature] = weight
    }
  for (const [name, words] of [
    ['glossary', { glossary: [] }],
    ['everyday words of the glossary', (one) => ({ glossary: one.glossary.map((entry) => ({ ...entry, about: [] })) })],
    ['thesaurus', { thesaurus: [] }],
  ])
    rows.push([
      `words: ${name}`,
      columns.map(({ measure }) =>
        measure((one) => ({ ...one, ...(typeof words === 'function' ? words(one) : words) })),
      ),
    ])
  writeFileSync(TARGET, page(columns, rows))
  console.log(`${TARGET}: ${rows.length - 1} features on ${columns.length} sets`)
}

/** Share of first excerpts that hold the answer, in percent. */
function questionsMeasure(knowledge, questions) {
  const answerable = questions.filter(({ type }) => type !== 'unanswerable')
  const whole = createAnswerer(knowledge, buildIndex(knowledge))
  return (change) => {
    const changed = change?.(knowledge)
    const answer = changed ? createAnswerer(changed, buildIndex(changed)) : whole
    const hits = answerable.map((question) => {
      const { excerpts } = answer(question.q, { context: question.context ?? [], least: 0 })
      const shown = excerpts.map(({ text, citation: { report, heading, speakers } }) => ({
        report,
        heading: [...heading, ...speakers].join(' — '),
        text,
      }))
      return Number(scoreExcerpts(question, shown).hit1)
    })
    return 100 * mean(hits)
  }
}

/** nDCG@10; a collection brings no words of its own, so a change of words changes nothing. */
async function collectionMeasure({ docs, queries, relevant }) {
  const { search } = await build(docs)
  const judged = queries.filter(({ id }) => relevant.has(id))
  const step = Math.max(1, judged.length / SAMPLE)
  const asked = Array.from({ length: Math.min(SAMPLE, judged.length) }, (_, i) => judged[Math.floor(i * step)])
  let whole
  const measure = (change) => {
    if (change) return whole
    const value = mean(
      asked.map(({ id, text }) =>
        ndcgAt10(
          search(text, 10).map((hit) => hit.id),
          relevant.get(id),
        ),
      ),
    )
    whole ??= value
    return value
  }
  return measure
}

const nameOf = (path) => path.replace(/^.*\/(?=[^/]+\/?$)/, '').replace(/\.jsonl$/, '')

function page(columns, rows) {
  const [[, whole]] = rows
  const cell = (value, i) => {
    const shown = value.toFixed(columns[i].decimals)
    const change = value - whole[i]
    const loss = change.toFixed(columns[i].decimals)
    return Number(loss) === 0 ? '·' : `${shown} (${change > 0 ? '+' : '−'}${loss.replace('-', '')})`
  }
  const table = rows.map(([name, values], r) =>
    [name, ...values.map((value, i) => (r === 0 ? value.toFixed(columns[i].decimals) : cell(value, i)))].join(' | '),
  )
  return `# What each feature is worth

Written by \`npm run evaluate -- --ablate\`. Each row is the whole engine with one feature switched off: the share of questions whose first excerpt holds the answer (percent, before the decision to refuse), and nDCG@10 for collections. A dot is no change. A feature earns its place by what is lost without it on more than one set; a change of one question is noise.

| without | ${columns.map(({ title }) => title).join(' | ')} |
| --- |${columns.map(() => ' ---: |').join('')}
${table.map((row) => `| ${row} |`).join('\n')}
`
}
