import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shorten } from '../../src/command/shorten.js'

describe('shorten', () => {
  it.each([
    ['leaves a short text alone', 'vault', 5, 'vault'],
    ['cuts a long one, and shows it', 'vaults', 5, 'vaul…'],
    ['leaves nothing alone', '', 5, ''],
    ['does not cut an emoji in half', '🎉🎉🎉', 2, '🎉…'],
  ])('%s', (_, text, most, short) => {
    expect(shorten(text, most)).toBe(short)
  })

  it('gives at most the characters that are allowed, as they stood', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 1, max: 30 }), (text, most) => {
        const short = shorten(text, most)
        expect(Array.from(short).length).toBeLessThanOrEqual(most)
        expect(text.startsWith(short.replace(/…$/, ''))).toBe(true)
      }),
    )
  })
})
