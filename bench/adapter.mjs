// Measures the product on any collection: its own understanding, ranking, picking and confidence, nothing of its own.
// Needs the built project (npm run build).
import { createAnswerer } from '../dist/src/answer/answer-question.js'
import { readScope } from '../dist/src/answer/scope.js'
import { understand } from '../dist/src/answer/understand.js'
import { splitSentences } from '../dist/src/knowledge/sentences.js'
import { rank } from '../dist/src/search/rank.js'
import { buildIndex } from '../dist/src/search/search-index.js'

/**
 * @param {readonly {id: string, title: string, text: string, group?: string}[]} docs
 * @param {{glossary?: readonly object[], thesaurus?: readonly string[][]}} [words] the words that a team would bring along
 */
export async function build(docs, words = {}) {
  const knowledge = knowledgeOf(docs, words)
  const index = buildIndex(knowledge)
  const scope = readScope(knowledge.reports)
  const ask = createAnswerer(knowledge, index)
  const docAt = (/** @type {readonly [number, number]} */ [line]) => docs[line - 1]
  return {
    /** @param {string} query @param {number} k */
    search: (query, k) =>
      rank(understand(query, [], index, scope).query, index)
        .slice(0, k)
        .map(({ passage, score }) => ({ id: docAt(passage.passage.lines).id, score })),
    /** @param {string} query */
    answer: (query) => {
      const { excerpts, confidence } = ask(query, { least: 0 })
      return {
        excerpts: excerpts.map(({ text, citation }) => {
          const doc = docAt(citation.lines)
          const start = doc.text.indexOf(text)
          return { id: doc.id, start, end: start + text.length }
        }),
        confidence,
      }
    },
  }
}

/** Each document is a passage; its number stands where its line would, so that a citation leads back to it. */
const knowledgeOf = (docs, { glossary = [], thesaurus = [] }) => {
  const event = { name: '', city: '', country: '', start: '', end: '' }
  const passages = docs.map(({ id, title, text, group }, i) => {
    const lines = /** @type {const} */ ([i + 1, i + 1])
    return {
      id,
      reportId: group ?? 'collection',
      // A row stands for itself: what is shown of a document never runs on into the next.
      kind: 'row',
      heading: title === '' ? [] : [title],
      speakers: [],
      text,
      sentences: splitSentences(text).map(({ start, end }) => ({ start, end, lines })),
      lines,
      asks: [],
      quotable: true,
    }
  })
  const reports = [...new Set(passages.map(({ reportId }) => reportId))].map((id) => ({
    id,
    title: id,
    author: '',
    event,
    kind: 'report',
    file: id,
    sections: [],
  }))
  return { reports, passages, glossary, thesaurus, problems: [], revision: '' }
}
