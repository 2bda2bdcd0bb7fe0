import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createImpactCandidates } from '../../src/search/impact-candidates.js'
import { createMiniSearchCandidates } from '../../src/search/minisearch-candidates.js'
import { buildIndex } from '../../src/search/search-index.js'
import { knowledgeOf, type PassageSketch } from '../support/passages.js'

const WORDS = ['etcd', 'raft', 'helm', 'chart', 'istio', 'proxy', 'vault', 'secret', 'node', 'pod', 'cri-o', 'rkt']
const FILLERS = Array.from({ length: 60 }, (_, i) => `filler${i}`)
const word = fc.constantFrom(...WORDS)
const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
const sketch: fc.Arbitrary<PassageSketch> = fc.record({
  text,
  heading: fc.array(word, { maxLength: 2 }),
  asks: fc.array(text, { maxLength: 2 }),
})
const terms = fc
  .uniqueArray(fc.constantFrom(...WORDS, 'xyzzy'), { minLength: 1, maxLength: 5 })
  .map((list) => list.map((term, i) => ({ term, weight: 1 - i / 10 })))

const finders = (sketches: readonly PassageSketch[]) => {
  const { passages, vocabulary } = buildIndex(knowledgeOf(sketches))
  return {
    small: createMiniSearchCandidates(passages, vocabulary),
    large: createImpactCandidates(passages, vocabulary),
  }
}

describe('the two ways to find candidates', () => {
  it('find the same passages, whatever the collection and the terms', () => {
    fc.assert(
      fc.property(fc.array(sketch, { minLength: 1, maxLength: 30 }), terms, (sketches, asked) => {
        const { small, large } = finders(sketches)
        const byNumber = (ids: readonly number[]) => [...ids].sort((a, b) => a - b)
        expect(byNumber(large.find(asked, 100))).toEqual(byNumber(small.find(asked, 100)))
      }),
    )
  })

  it('find only what is allowed, however good the rest is', () => {
    const { small, large } = finders([
      { text: 'etcd etcd' },
      { text: 'etcd in passing, beside a word' },
      { text: 'etcd' },
    ])
    const asked = [{ term: 'etcd', weight: 1 }]
    const isSecond = (id: number): boolean => id === 1
    for (const { find } of [small, large]) {
      expect(find(asked, 1, isSecond)).toEqual([1])
      expect(find(asked, 3)).toHaveLength(3)
    }
  })

  it('put them in the same order', () => {
    const { small, large } = finders([
      { text: 'etcd keeps what raft agrees on' },
      { text: 'etcd etcd etcd etcd' },
      { heading: ['etcd'], text: 'Everything about the store of a cluster, and raft in passing, and more words' },
      { text: 'helm charts', asks: ['how is etcd backed up'] },
      { text: 'istio has a proxy of its own' },
    ])
    const asked = [
      { term: 'etcd', weight: 1 },
      { term: 'raft', weight: 0.45 },
    ]
    expect(large.find(asked, 10)).toHaveLength(4)
    expect(large.find(asked, 10)).toEqual(small.find(asked, 10))
  })

  it('give no more than asked for, the best, question after question', () => {
    const { large } = finders(
      // The shorter the text, the more the one word counts.
      Array.from({ length: 50 }, (_, i) => ({
        text: ['etcd', ...(i < 48 ? [] : ['raft']), ...FILLERS.slice(0, 60 - i)].join(' '),
      })),
    )
    const asked = [
      { term: 'etcd', weight: 1 },
      { term: 'raft', weight: 1 },
    ]
    for (let round = 0; round < 3; round++) expect(large.find(asked, 5)).toEqual([49, 48, 47, 46, 45])
    expect(large.find([], 5)).toEqual([])
    expect(large.find([{ term: 'xyzzy', weight: 1 }], 5)).toEqual([])
  })
})
