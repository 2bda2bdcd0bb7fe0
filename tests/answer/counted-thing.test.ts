import { describe, expect, it } from 'vitest'
import { countsAny } from '../../src/answer/counted-thing.js'
import { buildQuery } from '../../src/search/query.js'
import { buildIndex } from '../../src/search/search-index.js'
import { knowledgeOf } from '../support/passages.js'

const knowledge = knowledgeOf([{ text: 'Projects, hosts, attendees, members and levels.' }])
const index = buildIndex({ ...knowledge, thesaurus: [['attendee', 'people']] })

const counts = (asked: string, text: string, question = `how many ${asked}`): boolean =>
  countsAny(buildQuery(asked, index).terms, question)(text)

describe('countsAny', () => {
  it.each([
    ['projects', 'The foundation has 14 projects at the moment.'],
    ['hosts', 'It now supports 5,000 hosts.'],
    ['people', 'About 1500 happy attendees came.'],
    ['members', 'Currently at over 150+ members.'],
    ['levels', 'Backups can be made at four levels.'],
  ])('finds the count of %s', (asked, text) => {
    expect(counts(asked, text)).toBe(true)
  })

  it.each([
    ['a year', 'projects', 'In 2015 projects were few.'],
    ['a version', 'projects', 'With v1.0 projects got stable.'],
    ['the number of something else', 'projects', 'There are 42 partners.'],
    ['a number of another sentence', 'projects', 'There are 42. Projects grow.'],
    ['no number', 'projects', 'There are projects.'],
  ])('takes %s for no count', (_, asked, text) => {
    expect(counts(asked, text)).toBe(false)
  })

  it('gives no number back that the question brought along', () => {
    expect(counts('projects', 'All 14 projects.', 'which 14 projects')).toBe(false)
  })
})
