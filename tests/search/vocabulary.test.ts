import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inverseDocumentFrequency, Vocabulary } from '../../src/search/vocabulary.js'

describe('Vocabulary', () => {
  it('gives a term one number, whatever the order', () => {
    const vocabulary = new Vocabulary()
    const first = vocabulary.add('etcd')
    vocabulary.add('vault')
    expect(vocabulary.add('etcd')).toBe(first)
    expect(vocabulary.term(first)).toBe('etcd')
    expect(vocabulary.id('unheard')).toBeUndefined()
    expect(vocabulary.size).toBe(2)
  })

  it('survives terms that name properties of objects', () => {
    const vocabulary = new Vocabulary()
    for (const term of ['constructor', '__proto__', 'toString']) vocabulary.count([vocabulary.add(term)])
    expect(vocabulary.documentFrequency(vocabulary.id('__proto__') ?? -1)).toBe(1)
  })
})

describe('inverseDocumentFrequency', () => {
  // Worked by hand: ln(1 + (N − n + 0.5) / (n + 0.5)) for N = 10.
  it.each([
    [0, Math.log(22)],
    [1, Math.log(1 + 9.5 / 1.5)],
    [5, Math.log(2)],
    [10, Math.log(1 + 0.5 / 10.5)],
  ])('of a term in %i of 10 passages', (frequency, expected) => {
    expect(inverseDocumentFrequency(frequency, 10)).toBeCloseTo(expected, 10)
  })

  it('never grows with document frequency and never falls below 0', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), fc.nat(1000), (a, b, more) => {
        const passages = Math.max(a, b) + more
        const [rare, common] = a < b ? [a, b] : [b, a]
        const value = inverseDocumentFrequency(common, passages)
        expect(value).toBeGreaterThanOrEqual(0)
        expect(inverseDocumentFrequency(rare, passages)).toBeGreaterThanOrEqual(value)
      }),
    )
  })
})
