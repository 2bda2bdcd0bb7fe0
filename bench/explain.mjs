// Shows how one question went: its terms, the passages in order with what their score is made of, and the decision.
import { createAnswerer } from '../dist/src/answer/answer-question.js'
import { findSpans } from '../dist/src/answer/find-spans.js'
import { createPassageReader } from '../dist/src/answer/passage-reader.js'
import { readProperNames } from '../dist/src/answer/proper-names.js'
import { readScope } from '../dist/src/answer/scope.js'
import { understand } from '../dist/src/answer/understand.js'
import { rank } from '../dist/src/search/rank.js'
import { buildIndex } from '../dist/src/search/search-index.js'
import { WEIGHTS } from '../dist/src/search/weights.js'
import { readKnowledgeFolder } from '../dist/src/store/read-knowledge-folder.js'
import { readQuestions } from './question-set.mjs'

const SHOWN = 5

/** @param {string} wanted id of a question in one of the sets, or a question @param {string} folder @param {readonly string[]} sets */
export async function explain(wanted, folder, sets) {
  const known = sets.flatMap(readQuestions).find(({ id }) => id === wanted)
  const question = known?.q ?? wanted
  const context = known?.context ?? []
  const knowledge = await readKnowledgeFolder(folder)
  const index = buildIndex(knowledge)
  const scope = readScope(knowledge.reports)
  const understood = understand(question, context, index, scope)
  const { query, kind } = understood
  console.log(`${understood.question}\nkind: ${kind}`)
  for (const { form, weight, unknown, named, alternatives } of query.terms)
    console.log(
      `  ${form.padEnd(20)} weight ${weight.toFixed(2)}${unknown ? ', unknown' : ''}${named ? ', named' : ''}  met by ${[...alternatives].map(([term, share]) => `${term} ${share}`).join(', ')}`,
    )
  const read = createPassageReader(index, knowledge.passages)
  const found = findSpans(understood, rank(query, index), {
    index,
    read,
    scope,
    names: readProperNames(knowledge.passages),
    authors: new Map(knowledge.reports.map(({ id, author }) => [id, author])),
  })
  for (const { span, passage, sure, evidence } of found.slice(0, SHOWN)) {
    console.log(`\n${passage.id}  sure ${sure.toFixed(2)}\n  ${span.text.replaceAll('\n', '\n  ')}`)
    console.log(`  passage: ${shares(evidence.features, WEIGHTS)}`)
    console.log(`  span:    ${shares(evidence.signs)}`)
  }
  const { status, confidence } = createAnswerer(knowledge, index)(question, { context })
  console.log(`\n${status}, confidence ${confidence.toFixed(2)}`)
  if (known)
    console.log(`expected: ${JSON.stringify(known.facts ?? 'a refusal')} in ${known.report?.join(', ') ?? '–'}`)
}

const shares = (values, weights) =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${value.toFixed(2)}${weights ? ` × ${weights[name]}` : ''}`)
    .join(', ')
