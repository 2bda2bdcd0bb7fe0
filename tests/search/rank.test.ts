import { describe, expect, it } from 'vitest'
import { buildKnowledge } from '../../src/knowledge/build-knowledge.js'
import { buildQuery } from '../../src/search/query.js'
import { rank } from '../../src/search/rank.js'
import { buildIndex } from '../../src/search/search-index.js'
import { knowledgeOf, type PassageSketch } from '../support/passages.js'
import { SMALL_REPORTS } from '../support/small-reports.js'

const COLLECTION: readonly PassageSketch[] = [
  { heading: ['CRI-O: All the Runtime Kubernetes Needs'], text: 'CRI-O uses runC to create and run containers.' },
  { heading: ['CRI-O: All the Runtime Kubernetes Needs'], text: 'Its releases follow those of Kubernetes.' },
  { heading: ['CNCF updates'], text: 'Everyone uses CNI: Kubernetes, Docker, rkt and CRI-O among others.' },
  { heading: ['Vault'], speakers: ['Armon Dadgar'], text: 'Standby instances proxy requests to the active one.' },
  { heading: ['Vault'], speakers: ['Armon Dadgar'], text: 'Plugins create credentials for databases on demand.' },
  { heading: ['HBO'], text: 'Load test, then load test more.', asks: ['tip for surviving a premiere night'] },
  { heading: ['Storage'], text: 'A premiere was shown at night in the expo hall.' },
]
const index = buildIndex(knowledgeOf(COLLECTION))
const ranked = (question: string): number[] =>
  rank(buildQuery(question, index), index).map(({ passage }) => passage.passage.lines[0] - 1)

describe('rank', () => {
  it.each([
    // The compound in text and heading comes before the heading alone, and before a text with other names.
    ['what is CRI-O', [0]],
    // The speaker stands in the context of both passages, the standby only in one.
    ['armon dadgar on standby', [3, 4]],
    // The words of the question stand in both, next to each other in one.
    ['active standby', [3]],
    // A question that the note says it answers counts more than the same words by chance.
    ['tip for surviving a premiere night', [5, 6]],
    ['nothing of the kind whatsoever xyzzy', []],
  ])('orders the passages for %j', (question, expected) => {
    expect(ranked(question).slice(0, expected.length || 1)).toEqual(expected)
  })

  it('gives the same order in whatever order the files of a folder come', () => {
    const orderOf = (files: readonly string[]) => {
      const knowledge = buildKnowledge(files.map((name) => ({ name, content: SMALL_REPORTS[name] ?? '' })))
      const built = buildIndex(knowledge)
      return rank(buildQuery('kubernetes containers vault etcd', built), built).map(
        ({ passage, score }) => `${passage.passage.id} ${score}`,
      )
    }
    const files = Object.keys(SMALL_REPORTS)
    expect(orderOf(files).length).toBeGreaterThan(3)
    expect(orderOf(files.toReversed())).toEqual(orderOf(files))
  })

  it('keeps every feature between 0 and 1', () => {
    for (const question of ['what is CRI-O', 'load test load test', 'kubernetes docker rkt cni', 'vault plugins'])
      for (const { features } of rank(buildQuery(question, index), index))
        for (const value of Object.values(features)) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1)
        }
  })

  it('finds nothing for a question without content words', () => {
    expect(ranked('what is the of and')).toEqual([])
  })

  it('does not look at matter that may not be quoted', () => {
    const knowledge = knowledgeOf([{ text: 'KubeCon: Keynote vault slide' }, { text: 'Vault keeps secrets.' }])
    const quotable = {
      ...knowledge,
      passages: knowledge.passages.map((passage, i) => ({ ...passage, quotable: i === 1 })),
    }
    const only = buildIndex(quotable)
    expect(rank(buildQuery('vault', only), only).map(({ passage }) => passage.passage.id)).toEqual([
      'austin-2017-doe:2',
    ])
  })
})
