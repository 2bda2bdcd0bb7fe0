// What the decision to answer rests on, for every question of the sets on every folder of reports.
import { findSpans } from '../dist/src/answer/find-spans.js'
import { createPassageReader } from '../dist/src/answer/passage-reader.js'
import { readProperNames } from '../dist/src/answer/proper-names.js'
import { readScope } from '../dist/src/answer/scope.js'
import { understand } from '../dist/src/answer/understand.js'
import { rank } from '../dist/src/search/rank.js'
import { buildIndex } from '../dist/src/search/search-index.js'
import { readKnowledgeFolder } from '../dist/src/store/read-knowledge-folder.js'
import { readQuestions, scoreExcerpts } from './question-set.mjs'

/** What findSpans needs of some knowledge. */
export const openReading = (knowledge) => {
  const index = buildIndex(knowledge)
  return {
    index,
    scope: readScope(knowledge.reports),
    read: createPassageReader(index, knowledge.passages),
    names: readProperNames(knowledge.passages),
    authors: new Map(knowledge.reports.map(({ id, author }) => [id, author])),
  }
}

/**
 * A row for each question and folder; without signs where no passage was found.
 * @param {readonly string[]} folders @param {readonly string[]} files
 */
export const readEvidence = async (folders, files) => {
  const rows = []
  for (const folder of folders) {
    const knowledge = await readKnowledgeFolder(folder)
    const reading = openReading(knowledge)
    for (const file of files)
      for (const question of readQuestions(file)) {
        const understood = understand(question.q, question.context ?? [], reading.index, reading.scope)
        const [best] = findSpans(understood, rank(understood.query, reading.index), reading)
        const answerable = question.type !== 'unanswerable'
        rows.push({
          folder,
          file,
          id: question.id,
          q: question.q,
          answerable,
          signs: best?.grounds,
          measured: isMeasured(question),
          hit: best !== undefined && isMeasured(question) && isHit(question, best),
        })
      }
  }
  return rows
}

/** Some answerable questions say nothing of what the answer is. */
const isMeasured = ({ type, facts }) => type !== 'unanswerable' && facts !== undefined && facts.length > 0

const isHit = (question, { span, passage }) =>
  scoreExcerpts(question, [
    {
      report: passage.reportId,
      heading: [...passage.heading, ...passage.speakers.map(({ name }) => name)].join(' — '),
      text: span.text,
    },
  ]).hit1
