import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wrap, wrapIndented } from '../../src/shell/wrap.js'

const prose = fc
  .array(fc.oneof(fc.stringMatching(/^[a-z]{1,12}$/), fc.constantFrom('x'.repeat(60), '—', 'naïve,')), {
    maxLength: 40,
  })
  .map((words) => words.join(' '))

describe('wrap', () => {
  it.each([
    ['a text that fits', 'a bee', 5, ['a bee']],
    ['a text one character too long', 'a bees', 5, ['a', 'bees']],
    ['several lines', 'one two three four', 9, ['one two', 'three', 'four']],
    ['a word longer than the line', 'see https://k8s.io/docs now', 8, ['see', 'https://k8s.io/docs', 'now']],
    ['a long word first', 'incomprehensible it is', 5, ['incomprehensible', 'it is']],
    ['line breaks of its own', 'a:\nb c', 80, ['a:', 'b c']],
    ['an empty line between', 'a\n\nb', 80, ['a', '', 'b']],
    ['several blanks', 'a   b', 80, ['a b']],
    ['nothing', '', 80, ['']],
  ])('breaks %s', (_, text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines)
  })

  it('keeps every word in order, and lines within the width unless one word is longer', () => {
    fc.assert(
      fc.property(prose, fc.integer({ min: 1, max: 100 }), (text, width) => {
        const lines = wrap(text, width)
        expect(lines.join(' ')).toBe(text)
        for (const line of lines) if (line.includes(' ')) expect(line.length).toBeLessThanOrEqual(width)
      }),
    )
  })

  it('breaks as late as it can', () => {
    fc.assert(
      fc.property(prose, fc.integer({ min: 1, max: 100 }), (text, width) => {
        const lines = wrap(text, width)
        for (const [i, line] of lines.slice(1).entries()) {
          const [first = ''] = line.split(' ')
          expect(`${lines[i]} ${first}`.length).toBeGreaterThan(width)
        }
      }),
    )
  })
})

describe('wrapIndented', () => {
  it('leads the first line and sets the others below its text', () => {
    expect(wrapIndented('one two three four five six', 24, '12. ')).toBe('12. one two three four\n    five six')
  })

  it('indents lines that the text breaks itself', () => {
    expect(wrapIndented('a:\nb', 80, '  ')).toBe('  a:\n  b')
  })

  it('leaves twenty characters for the text, however narrow the terminal', () => {
    expect(wrapIndented('one two three four five', 10, '- ')).toBe('- one two three four\n  five')
  })
})
