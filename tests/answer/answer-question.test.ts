import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAnswerer } from '../../src/answer/answer-question.js'
import { buildIndex } from '../../src/search/search-index.js'
import { knowledgeOf, type PassageSketch } from '../support/passages.js'

const LONG = `Vault keeps secrets out of images. ${'Nobody at the booth wanted to talk about lunch or the weather that day. '.repeat(8)}Standby instances of Vault proxy requests to the active one. High availability works that way.`

const COLLECTION: readonly PassageSketch[] = [
  {
    heading: ['CRI-O'],
    speakers: ['Mrunal Patel'],
    text: 'CRI-O is a container runtime for Kubernetes alone. CRI-O uses runC.',
  },
  { heading: ['Vault'], speakers: ['Armon Dadgar'], text: LONG },
  { heading: ['Keynote'], text: 'More than 4,000 people came to KubeCon Austin.', asks: ['attendance in Austin'] },
  {
    heading: ['Recap'],
    report: 'london-2016-roe',
    text: 'Almost 500 people came to KubeCon London.',
    asks: ['attendance in London'],
  },
  { heading: ['Operators'], text: 'The flow of an operator:' },
  { heading: ['Operators'], text: 'Design the resource.', kind: 'item', leadIn: 'austin-2017-doe:4' },
  {
    heading: ['Operators'],
    text: 'Register the resource at the API server.',
    kind: 'item',
    leadIn: 'austin-2017-doe:4',
  },
  { heading: ['Operators'], text: 'Watch the resource.', kind: 'item', leadIn: 'austin-2017-doe:4' },
]
const knowledge = knowledgeOf(COLLECTION)
const answer = createAnswerer(knowledge, buildIndex(knowledge))

describe('answering', () => {
  it('quotes the passage with its citation', () => {
    const { status, excerpts } = answer('what is CRI-O')
    expect(status).toBe('answered')
    expect(excerpts[0]).toMatchObject({
      text: 'CRI-O is a container runtime for Kubernetes alone. CRI-O uses runC.',
      citation: {
        report: 'austin-2017-doe',
        author: 'Jane Doe',
        heading: ['CRI-O'],
        speakers: ['Mrunal Patel'],
        lines: [1, 1],
      },
    })
  })

  it('marks the words of the question', () => {
    const [excerpt] = answer('what is CRI-O').excerpts
    expect(excerpt?.highlights.map(([start, end]) => excerpt.text.slice(start, end))).toEqual(['CRI-O', 'CRI-O'])
  })

  it('takes the sentences that answer from the middle of a long paragraph', () => {
    const text = answer('how does vault do high availability with standby instances').excerpts[0]?.text ?? ''
    expect(text).toContain('Standby instances of Vault proxy requests')
    expect(text.length).toBeLessThanOrEqual(400)
  })

  it('shows a list whole, with its lead-in', () => {
    const [excerpt] = answer('steps to write an operator, register the resource').excerpts
    expect(excerpt?.text).toBe(
      'The flow of an operator:\nDesign the resource.\nRegister the resource at the API server.\nWatch the resource.',
    )
    expect(excerpt?.citation.lines).toEqual([4, 7])
  })

  it.each(['what does the report say on cilium hubble', 'reset my password', 'whats for lunch at the office today'])(
    'refuses what the reports do not cover: %s',
    (question) => {
      expect(answer(question)).toMatchObject({ status: 'not-found', excerpts: [], total: 0 })
    },
  )

  it('reads «how big was the conference» as a question for its attendees', () => {
    expect(answer('how big was the conference in london', { least: 0 }).excerpts[0]?.text).toContain(
      'Almost 500 people',
    )
  })

  it('asks for another best in a follow-up with a superlative of its own', () => {
    expect(answer('and the oldest one?', { context: ['what was the coolest runtime?'] }).question).toBe(
      'what was the runtime — and the oldest one?',
    )
  })

  it('understands a follow-up from the question before it', () => {
    const { question, excerpts } = answer('who presented it?', { context: ['what is CRI-O'] })
    expect(question).toContain('CRI-O')
    expect(excerpts[0]?.citation.speakers).toEqual(['Mrunal Patel'])
  })

  it('asks the same of another place', () => {
    expect(answer('and in london?', { context: ['how many people came to austin'] }).excerpts[0]?.text).toContain('500')
  })

  it('leaves a new topic alone', () => {
    expect(answer('what is vault', { context: ['what is CRI-O'] }).question).toBe('what is vault')
  })

  it('shows each side of a comparison first', () => {
    const reports = answer('attendance in london vs austin').excerpts.map(({ citation }) => citation.report)
    expect(new Set(reports.slice(0, 2))).toEqual(new Set(['austin-2017-doe', 'london-2016-roe']))
  })

  it('names a shortened edit of a passage beside it instead of showing it', () => {
    const text = 'Etcd version 3 has a big role in the scalability of Kubernetes and raises concerns on safe migration.'
    const twice = knowledgeOf([
      { report: 'berlin-2017-long', text: `Note: ${text} It came up in several talks.` },
      { report: 'berlin-2017-short', text },
      { report: 'berlin-2017-short', text: 'Vault keeps secrets.' },
    ])
    const { excerpts } = createAnswerer(twice, buildIndex(twice))('etcd version 3 scalability and migration concerns')
    expect(excerpts).toHaveLength(1)
    expect(excerpts[0]?.citation.also).toHaveLength(1)
  })

  it('gives the next page on demand, with nothing twice', () => {
    const first = answer('how many people came to kubecon', { size: 1 })
    const second = answer('how many people came to kubecon', { size: 1, from: 1 })
    expect(first.total).toBeGreaterThan(1)
    expect(second.total).toBe(first.total)
    expect(second.excerpts).toHaveLength(1)
    expect(second.excerpts[0]?.text).not.toBe(first.excerpts[0]?.text)
  })

  it('never throws and quotes only what stands in the passages, whatever the question', () => {
    const all = knowledge.passages.map(({ text }) => text).join('\n')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          fc.lorem({ maxCount: 12 }),
          fc.constantFrom('vault '.repeat(500), 'how many people'),
        ),
        (question) => {
          for (const { text, highlights, score } of answer(question).excerpts) {
            for (const line of text.split('\n')) expect(all).toContain(line)
            for (const [start, end] of highlights) expect(text.slice(start, end).trim()).not.toBe('')
            expect(score).toBeGreaterThanOrEqual(0)
            expect(score).toBeLessThanOrEqual(1)
          }
        },
      ),
    )
  })
})
