import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TopScores } from '../../src/search/top-scores.js'

describe('TopScores', () => {
  it('gives what sorting everything gives', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 200 }), fc.integer({ min: 1, max: 12 }), (scores, limit) => {
        const top = new TopScores(limit)
        scores.forEach((score, id) => {
          top.offer(id, score)
        })
        const sorted = scores.map((score, id) => ({ score, id })).sort((a, b) => b.score - a.score || a.id - b.id)
        expect(top.ids()).toEqual(sorted.slice(0, limit).map(({ id }) => id))
      }),
    )
  })
})
