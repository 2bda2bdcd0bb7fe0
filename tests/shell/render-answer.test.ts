import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnswerReply } from '../../src/command/reply.js'
import { renderAnswer } from '../../src/shell/render-answer.js'
import { COLOURED, PLAIN, type Style } from '../../src/shell/style.js'
import { answerOf, excerptOf, notFound } from '../support/answers.js'

const SCOPE = '2 reports: London 2016, Austin 2017'
const render = (answer: AnswerReply['answer'], { width = 80, style = PLAIN as Style, didYouMean = '' } = {}) =>
  renderAnswer({ kind: 'answer', answer, scope: SCOPE, ...(didYouMean === '' ? {} : { didYouMean }) }, width, style)
const MARKED: Style = { ...PLAIN, strong: (text) => `[${text}]` }
const widest = (text: string) => Math.max(...text.split('\n').map((line) => line.length))

describe('an answer', () => {
  it('is quoted with its number, its citation and how many passages there are', () => {
    const excerpt = excerptOf('CRI-O is a container runtime.', {
      citation: { heading: ['Talks', 'CRI-O'], speakers: ['Mrunal Patel, Red Hat'] },
    })
    expect(render(answerOf({ excerpts: [excerpt] }))).toBe(
      [
        '1. "CRI-O is a container runtime."',
        '   KubeCon 2017 · CRI-O · Mrunal Patel, Red Hat · Jane Doe · austin-2017-doe,',
        '   lines 3–4',
        '',
        '1 of 1 passage, quoted word for word',
      ].join('\n'),
    )
  })

  it('leaves out what a citation does not have', () => {
    const excerpt = excerptOf('Text.', { citation: { heading: [], lines: [7, 7] } })
    expect(render(answerOf({ excerpts: [excerpt] }))).toContain(
      '   KubeCon 2017 · Jane Doe · austin-2017-doe, line 7\n',
    )
  })

  it('offers more when there is more, and numbers a further page on', () => {
    const excerpts = [excerptOf('Four.'), excerptOf('Five.')]
    const page = render(answerOf({ excerpts, from: 3, total: 9 }))
    expect(page).toContain('4. "Four."')
    expect(page).toContain('5. "Five."')
    expect(page).toMatch(/5 of 9 passages, quoted word for word · type "more" for the next$/)
    expect(render(answerOf({ excerpts, from: 7, total: 9 }))).toMatch(/9 of 9 passages, quoted word for word$/)
    expect(render(answerOf({ excerpts, total: 9, isCut: true }))).toMatch(/2 of 9 or more passages, quoted/)
  })

  it('says above the excerpts what the heads of the reports say', () => {
    const facts = {
      about: 'events' as const,
      entries: [{ of: 'KubeCon 2017', is: 'Austin, May 2017', reports: ['a'] }],
    }
    expect(render(answerOf({ facts }))).toMatch(/^KubeCon 2017: Austin, May 2017 \(a\)\n\n1\. "/)
    expect(render(answerOf({ facts, excerpts: [], total: 0 }))).toBe('KubeCon 2017: Austin, May 2017 (a)')
  })

  it('says in one sentence what the reports differ on', () => {
    const side = (report: string, text: string, telling: string) =>
      excerptOf(text, {
        highlights: [[text.indexOf(telling), text.indexOf(telling) + telling.length]],
        citation: { report, lines: [7, 7] },
      })
    const differ = {
      about: 'the number of people',
      excerpts: [
        side('berlin-2017-doe', 'KubeCon drew 1,500 people.', '1,500 people'),
        side('berlin-2017-roe', 'Some 2,000 people came.', 'Some 2,000 people'),
      ],
    }
    expect(render(answerOf({ differ }), { width: 200 })).toMatch(
      /\n\nThe reports differ on the number of people: berlin-2017-doe says "1,500 people" \(line 7\), berlin-2017-roe "Some 2,000 people" \(line 7\)\.\n\n1 of 1/,
    )
  })

  it('offers the readings of an open question: what to type, and what it is', () => {
    const readings = [
      {
        label: 'Disaster Recovery for your Kubernetes Clusters',
        ask: 'the demo talk:disaster',
        excerpt: excerptOf('A.'),
      },
      { label: 'Helm', ask: 'the demo talk:helm', excerpt: excerptOf('B.') },
    ]
    expect(render(answerOf({ readings }), { width: 60 })).toContain(
      [
        '',
        'Narrow to:',
        '  Disaster Recovery for your Kubernetes Clusters',
        '    type: the demo talk:disaster',
        '  Helm',
        '    type: the demo talk:helm',
        '',
      ].join('\n'),
    )
    expect(render(answerOf({ readings }), { width: 36 })).toContain(
      ['  Disaster Recovery for your', '  Kubernetes Clusters', '    type: the demo talk:disaster', '  Helm'].join(
        '\n',
      ),
    )
  })

  it('sets the text of a list line by line', () => {
    const text = render(answerOf({ excerpts: [excerptOf('The flow:\nDesign it.\nWatch it.')] }))
    expect(text).toContain('1. "The flow:\n   Design it.\n   Watch it."\n')
  })

  it('says which words were looked for instead of a misspelt one', () => {
    expect(render(answerOf({ repaired: [{ from: 'kuberntes', to: 'kubernetes' }] }))).toMatch(
      /^Showing results for kubernetes\.\n\n1\. /,
    )
  })

  it('says first that it is not sure', () => {
    expect(render(answerOf({ status: 'weak' }))).toMatch(/^No passage answers this directly\. The closest:\n\n1\. "/)
  })

  it('says above all which command was perhaps meant', () => {
    expect(render(answerOf(), { didYouMean: 'reports' })).toMatch(/^Did you mean the command "reports"\?\n\n1\. "/)
  })

  it('keeps to the width', () => {
    const long = 'word '.repeat(90).trim()
    const repaired = Array.from({ length: 9 }, (_, i) => ({ from: `kubernets${i}`, to: `kubernetes-number-${i}` }))
    const answer = answerOf({
      status: 'weak',
      excerpts: [excerptOf(long, { citation: { heading: [long.slice(0, 120)], speakers: ['Ann Lee', 'Bob Ray'] } })],
      total: 12,
      repaired,
    })
    expect(widest(render(answer))).toBeLessThanOrEqual(80)
    expect(widest(render(answer, { didYouMean: 'report '.repeat(30).trim() }))).toBeLessThanOrEqual(80)
  })

  it('keeps to the width of a narrow terminal', () => {
    const answer = answerOf({ status: 'weak', excerpts: [excerptOf('Some words to read.')], total: 12 })
    expect(widest(render(answer, { width: 40 }))).toBeLessThanOrEqual(40)
  })
})

describe('a refusal', () => {
  it('says what is not covered, what is near and what was searched', () => {
    expect(render(notFound({ question: 'what is Nomad', related: ['Kubernetes', 'Mesos'] }))).toBe(
      [
        'The reports do not cover "what is Nomad".',
        '',
        'Nearest in the reports: Kubernetes, Mesos',
        `I searched ${SCOPE}.`,
      ].join('\n'),
    )
  })

  it('names nothing near when nothing is', () => {
    expect(render(notFound())).not.toContain('Nearest')
  })

  it('says nothing of repaired words: no results are shown for them', () => {
    expect(render(notFound({ repaired: [{ from: 'nomd', to: 'nomad' }] }))).not.toContain('Showing results')
  })

  it('cuts a long question short', () => {
    const text = render(notFound({ question: 'why '.repeat(900) }))
    expect(text.length).toBeLessThan(300)
    expect(text).toContain('…"')
  })
})

describe('the marks in an excerpt', () => {
  it.each([
    ['one word', 'CRI-O is a runtime.', [[0, 5]], '"[CRI-O] is a runtime."'],
    ['the last word', 'It is a runtime.', [[8, 15]], '"It is a [runtime]."'],
    [
      'words beside each other',
      'a runtime of CRI-O',
      [
        [2, 9],
        [13, 18],
      ],
      '"a [runtime] of [CRI-O]"',
    ],
    ['words of several', 'the service mesh here', [[4, 16]], '"the [service mesh] here"'],
    ['quotes in the text', 'say "vault" twice', [[5, 10]], '"say "[vault]" twice"'],
    ['nothing', 'a runtime', [], '"a runtime"'],
  ])('stand on %s', (_, text, highlights, quoted) => {
    const excerpt = excerptOf(text, { highlights: highlights as [number, number][] })
    expect(render(answerOf({ excerpts: [excerpt] }), { style: MARKED })).toContain(`1. ${quoted}\n`)
  })

  // Words of every length, with the numbers of those that are marked, as a text with breaks and offsets.
  const marked = fc
    .array(
      fc.record({ word: fc.stringMatching(/^["a-z-]{1,15}$/), mark: fc.boolean(), gap: fc.constantFrom(' ', '\n') }),
      {
        minLength: 1,
        maxLength: 40,
      },
    )
    .map((words) => {
      let text = ''
      const highlights: [number, number][] = []
      for (const { word, mark, gap } of words) {
        if (text !== '') text += gap
        if (mark) highlights.push([text.length, text.length + word.length])
        text += word
      }
      return { text, highlights }
    })

  it('stand on the very words, wherever the lines break', () => {
    fc.assert(
      fc.property(marked, fc.integer({ min: 20, max: 100 }), ({ text, highlights }, width) => {
        const shown = render(answerOf({ excerpts: [excerptOf(text, { highlights })] }), { width, style: MARKED })
        expect([...shown.matchAll(/\[([^\]]*)\]/g)].map(([, word]) => word)).toEqual(
          highlights.map(([start, end]) => text.slice(start, end)),
        )
      }),
    )
  })

  it('stand on every part of a run that is broken into lines, and on no blanks at its ends', () => {
    const excerpt = excerptOf('the service mesh of Linkerd here', { highlights: [[4, 27]] })
    expect(render(answerOf({ excerpts: [excerpt] }), { width: 23, style: MARKED })).toContain(
      '1. "the [service mesh of]\n   [Linkerd] here"\n',
    )
  })

  it('change nothing but colour', () => {
    fc.assert(
      fc.property(marked, fc.integer({ min: 20, max: 100 }), ({ text, highlights }, width) => {
        const answer = answerOf({ excerpts: [excerptOf(text, { highlights })] })
        expect(stripVTControlCharacters(render(answer, { width, style: COLOURED }))).toBe(render(answer, { width }))
      }),
    )
  })
})
