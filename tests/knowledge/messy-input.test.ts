import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildKnowledge } from '../../src/knowledge/build-knowledge.js'
import { essence, linesOf } from '../support/verbatim.js'

const header = `---
id: a
title: A week
author: Jane Doe
event: { name: KubeCon 2017, city: Austin, country: US, start: 2017-12-06, end: 2017-12-08 }
kind: report
---
`
const bytes = (...all: number[]): Uint8Array => Uint8Array.from(all)
const rulesOf = (content: string | Uint8Array, name = 'a.md'): string[] =>
  buildKnowledge([{ name, content }]).problems.map(({ rule, message }) => `${rule}: ${message}`)

describe('messy files', () => {
  it.each([
    ['Windows line ends', '\r\n'],
    ['old Mac line ends', '\r'],
  ])('%s keep their line numbers', (_, newline) => {
    const content = `${header}One.\n\nTwo.\n`.replaceAll('\n', newline)
    expect(buildKnowledge([{ name: 'a.md', content }]).passages.map(({ lines }) => lines)).toEqual([
      [8, 8],
      [10, 10],
    ])
  })

  it('a byte order mark is no part of the text', () => {
    expect(buildKnowledge([{ name: 'a.md', content: `\uFEFF${header}One.\n` }]).reports).toHaveLength(1)
  })

  it.each([
    ['UTF-16', bytes(0xff, 0xfe, 0x41, 0), 'unreadable: this is UTF-16 text'],
    ['Latin-1', bytes(0x63, 0x61, 0x66, 0xe9), 'unreadable: not UTF-8'],
    ['binary', bytes(0x50, 0x4b, 0, 3), 'unreadable: this is no text'],
    ['empty', '', 'no-text'],
    ['too large', 'x'.repeat(10 * 1024 * 1024 + 1), 'unreadable: 10.0 MB is too much'],
  ])('%s is told, not served', (_, content, expected) => {
    expect(rulesOf(content, 'a.txt').join('\n')).toContain(expected)
  })

  it('loads five megabytes', () => {
    const { passages, problems } = buildKnowledge([
      { name: 'a.txt', content: `${'Words. '.repeat(40)}\n\n`.repeat(18_000) },
    ])
    expect(problems).toEqual([])
    expect(passages).toHaveLength(18_000)
  })

  it('a file that is bad leaves the others served', () => {
    const { reports, problems } = buildKnowledge([
      { name: 'bad.md', content: 'no front matter' },
      { name: 'a.md', content: `${header}Good.\n` },
    ])
    expect(reports.map(({ id }) => id)).toEqual(['a'])
    expect(problems.map(({ file }) => file)).toEqual(['bad.md'])
  })

  it('of two files with one id the first is served', () => {
    const { reports, problems } = buildKnowledge([
      { name: 'a.txt', content: 'Pasted text.' },
      { name: 'a.md', content: `${header}Good.\n` },
    ])
    expect(reports.map(({ file }) => file)).toEqual(['a.md'])
    expect(problems).toMatchObject([{ file: 'a.txt', rule: 'repeated-id' }])
  })

  it('the revision changes when, and only when, content does', () => {
    const one = { name: 'a.md', content: `${header}One.\n` }
    const revisionOf = (content: string): string => buildKnowledge([{ ...one, content }]).revision
    expect(revisionOf(one.content)).toMatch(/^[0-9a-f]{12}$/)
    expect(revisionOf(one.content)).toBe(revisionOf(one.content))
    expect(revisionOf(`${one.content} `)).not.toBe(revisionOf(one.content))
  })
})

const fragment = fc.constantFrom(
  '# Title',
  '## Part',
  '### Talk - Ann Lee, Acme',
  '*Ann Lee, Acme*',
  '- item one. And more.',
  '  - nested',
  '1. first',
  '> quoted. Twice.',
  'Plain text. With two sentences.',
  '[link](https://example.com/x "t") text',
  '**bold** and `code`',
  '| a | b |',
  '|---|---|',
  '```',
  '<div>',
  '</div>',
  '<!-- asks: one | two -->',
  '![image](x.png)',
  '',
  '',
  '\t- tabbed',
  'KubeCon: Keynote Shot #1',
  '&amp; entity',
  '***',
  '[a][b]',
  '<b>x',
  'x  ',
  'e.g. this. That',
)

describe('whatever is written', () => {
  it.each(['a.md', 'a.txt'])('every sentence of %s stands verbatim on its lines', (name) => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 30 }), (lines) => {
        const file = (name === 'a.md' ? header : '') + lines.join('\n')
        const { passages } = buildKnowledge([{ name, content: file }])
        for (const passage of passages)
          for (const { start, end, lines: place } of passage.sentences)
            expect(essence(linesOf(file, place))).toContain(essence(passage.text.slice(start, end)))
        expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length)
      }),
      { numRuns: 300 },
    )
  })

  it('nothing makes the loader throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        buildKnowledge([
          { name: 'a.md', content: header + text },
          { name: 'b.md', content: text },
          { name: 'c.txt', content: text },
          { name: 'glossary.yaml', content: text },
          { name: 'thesaurus.yaml', content: text },
        ])
      }),
    )
  })
})
