import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestName } from '../../src/command/did-you-mean.js'

const NAMES = ['help', 'more', 'report', 'reports', 'status', 'talks', 'version', 'who']

describe('nearestName', () => {
  it.each([
    ['two letters swapped', 'repots', 'reports'],
    ['two swaps in a long word', 'stauts', 'status'],
    ['a letter too many', 'helpp', 'help'],
    ['a letter missing', 'talk', 'talks'],
    ['a wrong letter', 'mure', 'more'],
    ['upper case', 'STAUS', 'status'],
    ['two slips in a long word with the right first letter', 'virsoin', 'version'],
    ['the nearer of two names', 'reprot', 'report'],
  ])('finds the name for %s: %s', (_, typed, name) => {
    expect(nearestName(typed, NAMES)).toBe(name)
  })

  it.each([
    ['a name itself', 'status'],
    ['a name in upper case', 'STATUS'],
    ['another word', 'kubernetes'],
    ['a word of one letter', 'w'],
    ['a word of two letters', 'wo'],
    ['two slips in a short word', 'hlpe!'],
    ['two slips and a wrong first letter', 'dtatsu'],
    ['nothing', ''],
    ['a word longer than any name', 'status'.repeat(20)],
    ['a word that objects know', 'constructor'],
  ])('finds nothing for %s: «%.20s»', (_, typed) => {
    expect(nearestName(typed, NAMES)).toBeUndefined()
  })

  it('finds nothing among no names', () => {
    expect(nearestName('status', [])).toBeUndefined()
  })

  it('finds a name again after any one slip', () => {
    const slips = fc.tuple(fc.constantFrom('reports', 'status', 'version'), fc.nat(5), fc.constantFrom('drop', 'swap'))
    fc.assert(
      fc.property(slips, ([name, at, slip]) => {
        const typed =
          slip === 'drop'
            ? name.slice(0, at) + name.slice(at + 1)
            : name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2)
        fc.pre(typed !== name)
        expect(nearestName(typed, [name, 'who', 'more'])).toBe(name)
      }),
    )
  })
})
