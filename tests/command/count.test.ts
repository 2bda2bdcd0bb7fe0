import { expect, it } from 'vitest'
import { countOf } from '../../src/command/count.js'

it.each([
  [0, 'report', undefined, '0 reports'],
  [1, 'report', undefined, '1 report'],
  [2, 'report', undefined, '2 reports'],
  [12345, 'passage', undefined, '12,345 passages'],
  [1, 'entry', 'entries', '1 entry'],
  [3, 'entry', 'entries', '3 entries'],
])('counts %d %s', (count, one, several, words) => {
  expect(countOf(count, one, several)).toBe(words)
})
