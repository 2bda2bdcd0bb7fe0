import { describe, expect, it } from 'vitest'
import { createAnswerer } from '../../src/answer/answer-question.js'
import { tryQuestions } from '../../src/command/try-questions.js'
import { buildIndex } from '../../src/search/search-index.js'
import { readKnowledgeFolder } from '../../src/store/read-knowledge-folder.js'
import { ROOT } from '../support/run-kubecon.js'
import { knowledgeOfFiles } from '../support/small-reports.js'

const knowledge = await readKnowledgeFolder(`${ROOT}knowledge`)
const answer = createAnswerer(knowledge, buildIndex(knowledge))

describe('questions to try', () => {
  it.each([0, 1, 7, 100])('begin with other ones each time, of which most are answered: turn %i', (turn) => {
    const { onTopics, onTalks } = tryQuestions(knowledge, turn)
    expect(onTopics[0]).not.toBe(tryQuestions(knowledge, turn + 1).onTopics[0])
    expect(onTalks[0]).not.toBe(tryQuestions(knowledge, turn + 1).onTalks[0])
    for (const questions of [onTopics, onTalks]) {
      const tried = questions.slice(0, 8)
      expect(tried.length).toBe(8)
      expect(tried.filter((question) => answer(question, {}).status === 'answered').length).toBeGreaterThanOrEqual(3)
    }
  })

  it('are none where nothing is known', () => {
    expect(tryQuestions(knowledgeOfFiles({}), 3)).toEqual({ onTopics: [], onTalks: [] })
  })
})
