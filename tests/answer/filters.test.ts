import { describe, expect, it } from 'vitest'
import { createAnswerer } from '../../src/answer/answer-question.js'
import { readFilters } from '../../src/answer/filters.js'
import { buildIndex } from '../../src/search/search-index.js'
import { knowledgeOfFiles, SMALL_REPORTS } from '../support/small-reports.js'

describe('reading filters', () => {
  it.each([
    ['operators year:2017', 'operators', ['year:2017']],
    ['event:Berlin what is etcd', 'what is etcd', ['event:Berlin']],
    ['etcd -operator?', 'etcd ?', ['-operator']],
    ['speaker:"Brandon Philips" etcd', 'etcd', ['speaker:"Brandon Philips"']],
    ['who said "service mesh" first', 'who said "service mesh" first', ['"service mesh"']],
    // Not filters: emphasis, compounds, options, an unknown field.
    ['what is "CRI-O"', 'what is "CRI-O"', []],
    ['ndots:5 and kube-dns --cache', 'ndots:5 and kube-dns --cache', []],
    ['color:red', 'color:red', []],
    ['year:2017', 'year:2017', ['year:2017']],
  ])('%j', (text, question, filters) => {
    const read = readFilters(text)
    expect(read.question).toBe(question)
    expect(read.filters.map((filter) => filter.text)).toEqual(filters)
  })
})

describe('more filters than anybody needs', () => {
  it('stay words of the question instead of being dropped', () => {
    const typed = Array.from({ length: 12 }, (_, i) => `-word${i}`)
    const { question, filters } = readFilters(`etcd ${typed.join(' ')}`)
    expect(filters.map(({ text }) => text)).toEqual(typed.slice(0, 10))
    expect(question).toBe('etcd -word10 -word11')
  })
})

describe('a narrowed question', () => {
  const knowledge = knowledgeOfFiles(SMALL_REPORTS)
  const answer = createAnswerer(knowledge, buildIndex(knowledge))
  const reportsOf = (question: string): string[] => [
    ...new Set(answer(question, { least: 0, size: 20 }).excerpts.map(({ citation }) => citation.report)),
  ]

  it.each([
    ['how many people came event:london', ['london-2016-appsembler']],
    ['etcd operator author:roe year:2017', ['berlin-2017-it20']],
    ['etcd speaker:philips year:2016', ['london-2016-appsembler']],
    ['etcd talk:scaling', ['berlin-2017-it20']],
    ['etcd -operator', ['berlin-2017-it20']],
    ['mesh "load of every request"', ['berlin-2017-it20']],
    ['etcd year:1999', []],
  ])('%s is answered from %j', (question, reports) => {
    expect(reportsOf(question)).toEqual(reports)
    expect(answer(question).filters?.length).toBeGreaterThan(0)
  })
})
