import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { type ListingReply, notice, problemNotice, type Reply } from '../../src/command/reply.js'
import { renderReply } from '../../src/shell/render-reply.js'
import { COLOURED, PLAIN, type Style } from '../../src/shell/style.js'
import { answerOf } from '../support/answers.js'

const render = (reply: Reply, { width = 80, style = PLAIN as Style } = {}) => renderReply(reply, { width, style })
const listing = (groups: ListingReply['groups'], rest: Partial<ListingReply> = {}): ListingReply => ({
  kind: 'listing',
  title: 'Things',
  groups,
  suggestions: [],
  ...rest,
})

describe('a notice', () => {
  it('is its sentence', () => {
    expect(render(notice('pong'))).toBe('pong')
  })

  it('says what to try', () => {
    expect(render(notice('No such report.', 'report a-1', 'reports'))).toMatch(
      /^No such report\.\nTry: report a-1 +\| +reports$/,
    )
  })

  it('stands out when something is wrong', () => {
    const style: Style = { ...PLAIN, warn: (text) => `!${text}!` }
    expect(render(problemNotice('Too long.'), { style })).toBe('!Too long.!')
    expect(render(notice('pong'), { style })).toBe('pong')
  })

  it('is broken into lines', () => {
    expect(render(notice('one two three four five six seven'), { width: 15 })).toBe(
      'one two three\nfour five six\nseven',
    )
  })
})

describe('a listing', () => {
  it('sets short labels beside their details', () => {
    const groups = [
      {
        heading: '',
        entries: [
          { label: 'Reports', detail: '3' },
          { label: 'Running for', detail: '2 hours' },
        ],
      },
    ]
    expect(render(listing(groups))).toBe('Things\n\n  Reports      3\n  Running for  2 hours')
  })

  it('wraps a detail within its column', () => {
    const entries = [{ label: 'ask', detail: 'answer a question with excerpts from reports' }]
    expect(render(listing([{ heading: '', entries }]), { width: 40 })).toBe(
      'Things\n\n  ask  answer a question with excerpts\n       from reports',
    )
  })

  it.each([
    ['a label is long', [{ label: 'a label of more than four and twenty', detail: 'detail' }]],
    ['an entry has a note', [{ label: 'label', detail: 'detail', note: 'note' }]],
    ['an entry has no detail', [{ label: 'label', detail: 'detail' }, { label: 'other' }]],
  ])('sets details below their labels when %s', (_, entries) => {
    expect(render(listing([{ heading: '', entries }]))).toMatch(/^Things\n\n {2}\S.*\n {4}detail/)
  })

  it('keeps groups apart, with footer and suggestions last', () => {
    const reply = listing(
      [
        { heading: 'On stage', entries: [{ label: 'Operators' }] },
        { heading: 'Mentioned', entries: [{ label: '"He spoke."', note: 'a-1, line 3' }] },
      ],
      { footer: '4 more.', suggestions: ['reports'] },
    )
    expect(render(reply)).toBe(
      ['Things', 'On stage\n  Operators', 'Mentioned\n  "He spoke."\n    a-1, line 3', '4 more.', 'Try: reports'].join(
        '\n\n',
      ),
    )
  })

  it('of nothing is its title', () => {
    expect(render(listing([]))).toBe('Things')
  })

  it('keeps to the width', () => {
    const long = 'word '.repeat(60).trim()
    const entries = [{ label: long, detail: long, note: long }]
    const reply = listing([{ heading: long, entries }], { title: long, footer: long, suggestions: [long] })
    for (const line of render(reply, { width: 60 }).split('\n')) expect(line.length).toBeLessThanOrEqual(60)
  })
})

describe('any reply', () => {
  it.each<[string, Reply]>([
    ['an answer', { kind: 'answer', answer: answerOf(), scope: '1 report' }],
    ['a notice', problemNotice('Too long.', 'help')],
    ['a listing', listing([{ heading: 'One', entries: [{ label: 'a', detail: 'b', note: 'c' }] }], { footer: 'd' })],
  ])('%s has the same text in colour, and ends without a line break', (_, reply) => {
    const coloured = render(reply, { style: COLOURED })
    expect(coloured).not.toBe(render(reply))
    expect(stripVTControlCharacters(coloured)).toBe(render(reply))
    expect(render(reply)).not.toMatch(/\s$/)
  })
})
