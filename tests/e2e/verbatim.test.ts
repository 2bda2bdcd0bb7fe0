import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answer/answer.js'
import { createAnswerer } from '../../src/answer/answer-question.js'
import { buildIndex } from '../../src/search/search-index.js'
import { readKnowledgeFolder } from '../../src/store/read-knowledge-folder.js'
import { ROOT } from '../support/run-kubecon.js'
import { essence, linesOf } from '../support/verbatim.js'

const FOLDER = join(ROOT, 'knowledge')
let files: ReadonlyMap<string, string>
let answers: readonly Answer[]

beforeAll(async () => {
  const knowledge = await readKnowledgeFolder(FOLDER)
  const answer = createAnswerer(knowledge, buildIndex(knowledge))
  files = new Map(
    await Promise.all(
      knowledge.reports.map(async ({ id, file }) => [id, await readFile(join(FOLDER, file), 'utf8')] as const),
    ),
  )
  const golden = await readFile(join(ROOT, 'tests/evaluation/golden.jsonl'), 'utf8')
  const asked = golden
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { q: string }).q)
  const written = knowledge.passages.flatMap(({ asks }) => asks.slice(0, 1)).filter((_, i) => i % 3 === 0)
  answers = [...asked, ...written].map((question) => answer(question, { size: 10 }))
})

const excerpts = () =>
  answers.flatMap((answer) => [
    ...answer.excerpts,
    ...(answer.differ?.excerpts ?? []),
    ...(answer.readings ?? []).map(({ excerpt }) => excerpt),
  ])

describe('everything the bot says', () => {
  it('stands word for word on the lines it cites', () => {
    for (const { text, citation } of excerpts()) {
      const cited = linesOf(files.get(citation.report) ?? '', citation.lines)
      expect(essence(cited), `${citation.report} ${citation.lines.join('–')}`).toContain(essence(text))
    }
    expect(excerpts().length).toBeGreaterThan(answers.length)
  })

  it('shows no comment, caption or Markdown mark', () => {
    for (const { text } of excerpts()) expect(text).not.toMatch(/<!--|asks:|\]\(http|!\[/)
  })

  it('marks highlights inside of the text, in order', () => {
    for (const { text, highlights } of excerpts()) {
      const ends = highlights.flat()
      expect(ends).toEqual([...ends].sort((a, b) => a - b))
      expect(ends.every((end) => end >= 0 && end <= text.length)).toBe(true)
    }
  })
})
