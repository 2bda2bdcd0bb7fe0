import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../src/errors.js'
import { readReport } from '../../src/knowledge/read-report.js'

const header = `---
id: a
title: A week
author: Jane Doe
event: { name: KubeCon 2017, city: Austin, country: US, start: 2017-12-06, end: 2017-12-08 }
kind: report
---
`
const read = (body: string, files: readonly string[] = ['a.md']) =>
  readReport({ name: 'a.md', content: header + body }, new Set(files))
const passagesOf = (body: string) => read(body).report?.sections.flatMap(({ passages }) => passages) ?? []
const problemsOf = (body: string, files?: readonly string[]): string[] => read(body, files).problems.map(formatProblem)

describe('reading a Markdown report', () => {
  it('makes a passage of each paragraph, with its headings, speakers and lines', () => {
    const [first, second] = passagesOf('## Talks\n### Mesh\n*Ann Lee, CTO, Acme*\n\nOne.\nTwo.\n\nThree.\n')
    expect(first).toMatchObject({
      id: 'a:12',
      text: 'One. Two.',
      heading: ['Talks', 'Mesh'],
      speakers: [{ name: 'Ann Lee', role: 'CTO', company: 'Acme' }],
      lines: [12, 13],
    })
    expect(first?.sentences.map(({ lines }) => lines)).toEqual([
      [12, 12],
      [13, 13],
    ])
    expect(second).toMatchObject({ text: 'Three.', lines: [15, 15] })
  })

  it('reads speakers from a heading that names them with their company', () => {
    const [passage] = passagesOf('## Boring Containers - Clayton Coleman, Architect, Red Hat\n\nText.\n')
    expect(passage).toMatchObject({
      heading: ['Boring Containers'],
      speakers: [{ name: 'Clayton Coleman', role: 'Architect', company: 'Red Hat' }],
    })
  })

  it('strips Markdown to what a reader sees', () => {
    const [passage] = passagesOf(
      'Some **bold**, `code`, [a link](https://example.com), ![picture](x.png) and <b>HTML</b>.\n',
    )
    expect(passage?.text).toBe('Some bold, code, a link, and HTML.')
  })

  it('keeps list items with their lead-in and the item they are nested in', () => {
    const [lead, outer, inner] = passagesOf('It has two parts:\n\n- Storage\n  - Disks are slow.\n')
    expect(lead?.text).toBe('It has two parts:')
    expect(outer).toMatchObject({ kind: 'item', leadIn: 'a:8' })
    expect(inner).toMatchObject({ kind: 'item', text: 'Disks are slow.', heading: ['Storage'] })
  })

  it('reads tables row by row, the head for context only', () => {
    const rows = passagesOf('| name | year |\n|---|---|\n| Istio | 2017 |\n')
    expect(rows).toMatchObject([
      { kind: 'row', text: 'name | year', quotable: false },
      { kind: 'row', text: 'Istio | 2017', quotable: true, leadIn: 'a:8', lines: [10, 10] },
    ])
  })

  it('reads quotations and code', () => {
    expect(passagesOf('> Ship it.\n\n```sh\nkubectl get pods\nkubectl logs\n```\n')).toMatchObject([
      { kind: 'quotation', text: 'Ship it.' },
      { kind: 'code', sentences: [{ lines: [11, 11] }, { lines: [12, 12] }] },
    ])
  })

  it('attaches the questions of an asks comment to the paragraph below it', () => {
    const [first, second] = passagesOf('<!-- asks: who came? | how many -->\nMany came.\n\nOthers left.\n')
    expect(first?.asks).toEqual(['who came?', 'how many'])
    expect(second?.asks).toEqual([])
  })

  it('takes no heading from inside of code or HTML', () => {
    expect(read('```\n# no heading\n```\n\n<div>\n# neither\n</div>\n').report?.sections).toHaveLength(1)
  })
})

describe('the rules', () => {
  it.each([
    ['empty section', '## One\n\n## Two\n\nText.\n', 'a.md:8:1: empty-section: nothing stands below "One"'],
    ['skipped level', '## One\n\n#### Deep\n\nText.\n', 'a.md:10:1: skipped-level: "Deep" has level 4'],
    ['long paragraph', `${'word '.repeat(200)}.\n`, 'a.md:8:1: long-paragraph: 1001 characters'],
    ['empty link', 'See [this]().\n', 'a.md:8:1: broken-link: a link without an address'],
    ['missing file', 'Text.\nSee [this](other.md).\n', 'a.md:9:1: broken-link: there is no file other.md'],
    ['missing anchor', 'See [this](#nowhere).\n', 'a.md:8:1: broken-link: no heading here has the anchor #nowhere'],
    ['undefined reference', 'See [this][ref].\n', 'a.md:8:1: broken-link: [this][ref] refers to'],
    ['private address', 'See [this](http://10.1.2.3/x).\n', 'a.md:8:1: private-link: 10.1.2.3 cannot be reached'],
    ['intranet host', 'See [this](https://wiki/x).\n', 'a.md:8:1: private-link: wiki cannot be reached'],
    [
      'password in a link',
      'See [this](https://u:p@example.com/).\n',
      'a.md:8:1: private-link: the address holds a user name',
    ],
    ['bidirectional mark', 'Safe\u202Etext.\n', 'a.md:8:5: hidden-character: bidirectional mark U+202E'],
    ['control character', 'Bell\u0007.\n', 'a.md:8:5: hidden-character: control character U+0007'],
    ['zero-width space', 'Zero\u200Bwidth.\n', 'a.md:8:5: hidden-character: zero-width space U+200B'],
    [
      'talk without speaker',
      '## Day 2\n\nPresented by Brandon Philips (CoreOS CTO).\n',
      'a.md:8:1: talk-without-speaker: the text names Brandon Philips; add *Brandon Philips, CTO, CoreOS*',
    ],
    [
      'asks above a heading',
      '<!-- asks: who? -->\n\n## One\n\nText.\n',
      'a.md:8:1: misplaced-asks: an asks comment belongs right above',
    ],
    ['asks at the end', 'Text.\n\n<!-- asks: who? -->\n', 'a.md:10:1: misplaced-asks'],
    ['asks without a question', '<!-- asks: -->\nText.\n', 'a.md:8:1: misplaced-asks: write the questions as'],
    ['no text', '\n', 'a.md:1:1: no-text: there is nothing to quote in it'],
  ])('%s', (_, body, expected) => {
    expect(problemsOf(body).join('\n')).toContain(expected)
  })

  it('finds nothing in a report that is well', () => {
    expect(
      problemsOf('## One\n\nSee [two](b.md), [here](#one), [there](https://example.com/a).\n', ['a.md', 'b.md']),
    ).toEqual([])
  })

  it('serves a report that lacks care, and leaves out one that cannot be trusted', () => {
    expect(read('## One\n\n## Two\n\nText.\n').report).toBeDefined()
    expect(read('Safe\u202Etext.\n').report).toBeUndefined()
  })
})
