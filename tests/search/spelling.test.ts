import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from '../../src/knowledge/edit-distance.js'
import { Spelling } from '../../src/search/spelling.js'

const known = new Map(
  ['kubernetes', 'prometheus', 'helm', 'istio', 'envoy', 'vault', 'deployments', 'openshift', 'note', 'internet2'].map(
    (word) => [word, 3],
  ),
)
const spelling = new Spelling(known)

describe('Spelling', () => {
  it.each([
    ['a letter left out', 'kuberntes', 'kubernetes'],
    ['two letters swapped', 'promethues', 'prometheus'],
    ['a letter doubled', 'helmm', 'helm'],
    ['two letters swapped in a short word', 'istoi', 'istio'],
    ['a letter too many', 'deployements', 'deployments'],
    ['two slips in a long word', 'opneshfit', 'openshift'],
    ['the first letter hit wrong in a long word', 'jubernetes', 'kubernetes'],
    ['the first letter left out of a long word', 'rometheus', 'prometheus'],
    ['a name with a number in it', 'inernet2', 'internet2'],
  ])('repairs %s', (_, typed, meant) => {
    expect(spelling.suggest(typed)[0]?.word).toBe(meant)
  })

  it.each([
    ['words of three letters, which have too many neighbours', 'hlm'],
    ['versions', 'v1.9'],
    ['names with another number', 'internet3'],
    ['long words with a letter before them', 'sistioo'],
    ['words that are near nothing', 'cilium'],
    ['two slips in a short word', 'vuatl'],
    ['words that begin differently', 'snote'],
    ['words two letters longer', 'helmets'],
  ])('leaves alone %s', (_, typed) => {
    expect(spelling.suggest(typed)).toEqual([])
  })

  it('finds what a scan of all words with one edit finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 6 })
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 20 }), word, (words, typed) => {
        const found = new Spelling(new Map(words.map((one) => [one, 1]))).suggest(typed).map((one) => one.word)
        const near = words.filter(
          (one) =>
            editDistance(one, typed) <= 1 &&
            (one[0] === typed[0] ||
              (one[0] === typed[1] && one[1] === typed[0]) ||
              (typed.length >= 6 && typed.length <= one.length)),
        )
        expect(found.length).toBe(Math.min(3, near.length))
        for (const one of found) expect(near).toContain(one)
      }),
    )
  })
})

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['helm', 'helm', 0],
    ['helm', 'hlem', 1],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
  ])('from %j to %j is %i', (a, b, edits) => {
    expect(editDistance(a, b)).toBe(edits)
    expect(editDistance(b, a)).toBe(edits)
  })
})
