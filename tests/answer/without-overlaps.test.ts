import { describe, expect, it } from 'vitest'
import type { Span } from '../../src/answer/excerpt-span.js'
import type { Found } from '../../src/answer/find-spans.js'
import { withoutOverlaps } from '../../src/answer/without-overlaps.js'

const spanOf = (...sentences: readonly string[]): Span => ({
  text: sentences.join(' '),
  sentences,
  lines: [1, 1],
  passages: [],
})

const foundOf = (core: Span, span: Span, reportId = 'one'): Found => ({ core, span, passage: { reportId } }) as Found

const texts = (found: readonly Found[]): string[] => withoutOverlaps(found).map(({ span }) => span.text)

describe('withoutOverlaps', () => {
  it('leaves out what an earlier excerpt says already', () => {
    const first = foundOf(spanOf('A.'), spanOf('A.', 'B.'))
    expect(texts([first, foundOf(spanOf('B.'), spanOf('B.', 'C.'))])).toEqual(['A. B.'])
  })

  it('shows one that took in a sentence of an earlier one without its surroundings', () => {
    const first = foundOf(spanOf('A.'), spanOf('A.', 'B.'))
    expect(texts([first, foundOf(spanOf('C.'), spanOf('B.', 'C.'))])).toEqual(['A. B.', 'C.'])
  })

  it('keeps the words of another report, and what does not overlap', () => {
    const first = foundOf(spanOf('A.'), spanOf('A.', 'B.'))
    const other = foundOf(spanOf('B.'), spanOf('B.', 'C.'), 'two')
    const apart = foundOf(spanOf('D.'), spanOf('D.', 'E.'))
    expect(texts([first, other, apart])).toEqual(['A. B.', 'B. C.', 'D. E.'])
  })
})
