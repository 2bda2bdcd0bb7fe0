import { describe, expect, it } from 'vitest'
import { readNearby } from '../../src/answer/nearby.js'
import type { Hit } from '../../src/search/rank.js'

const hit = (
  line: number,
  best: readonly number[],
  rest: { section?: number; reportId?: string; kind?: string } = {},
) => {
  const { section = 1, reportId = 'r', kind = 'paragraph' } = rest
  return {
    passage: { section, passage: { reportId, kind, lines: [line, line] } },
    match: { text: { best } },
  } as unknown as Hit
}

describe('names said in the passages around', () => {
  const one = hit(10, [0, 1])

  it('are found above and below, by term', () => {
    expect(readNearby(one, [one, hit(8, [1, 0]), hit(14, [0.5, 0])])).toEqual([1, 0])
  })

  it('are not looked for far away, in another section or in another report', () => {
    const others = [hit(30, [1, 1]), hit(11, [1, 1], { section: 2 }), hit(11, [1, 1], { reportId: 's' })]
    expect(readNearby(one, [one, ...others])).toEqual([0, 0])
  })

  it('are of no use to a row, which stands for itself', () => {
    const row = hit(10, [0, 1], { kind: 'row' })
    expect(readNearby(row, [row, hit(11, [1, 0])])).toEqual([0, 0])
  })
})
