import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { AnswerOptions } from '../../src/answer/answer-question.js'
import { answerLines } from '../../src/shell/answer-lines.js'
import { answerOf, excerptOf, notFound } from '../support/answers.js'
import { createSink } from '../support/streams.js'

interface Given {
  readonly id: string | number
  readonly status: string
  readonly excerpts: readonly { readonly text: string; readonly heading: string }[]
  readonly ms: number
}

/** Answers lines with a bot that says the question back. */
const run = async (
  text: string | readonly string[],
  answer = (q: string) => answerOf({ excerpts: [excerptOf(q)] }),
) => {
  const asked: (Pick<AnswerOptions, 'context' | 'from' | 'size'> & { readonly question: string })[] = []
  const out = createSink()
  const errors = createSink()
  const code = await answerLines(
    (question, options = {}) => {
      asked.push({ question, ...options })
      return answer(question)
    },
    Readable.from(typeof text === 'string' ? [text] : text),
    out.stream,
    errors.stream,
  )
  const lines = out.text().split('\n').slice(0, -1)
  return { code, asked, out: out.text(), given: lines.map((line) => JSON.parse(line) as Given), errors: errors.text() }
}

describe('answering JSON lines', () => {
  it.each([
    ['more', { from: 3 }],
    ['the second one', { from: 1, size: 1 }],
  ])('takes what is about the answer before for that: %s', async (q, page) => {
    const { asked } = await run(JSON.stringify({ id: 1, q, context: ['who is it', 'and why'] }))
    expect(asked).toEqual([{ question: 'and why', context: ['who is it'], ...page }])
    expect((await run(JSON.stringify({ id: 1, q }))).asked).toEqual([{ question: q, context: [] }])
  })

  it('gives an answer a line, in order, with its id', async () => {
    const { code, given, errors } = await run('{"id":"b","q":"one"}\n{"id":7,"q":"two"}\n{"id":"","q":"three"}\n')
    expect(given.map(({ id, excerpts }) => [id, excerpts[0]?.text])).toEqual([
      ['b', 'one'],
      [7, 'two'],
      ['', 'three'],
    ])
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
  })

  it('adds what the heads of the reports say, where they differ, and what else may be meant', async () => {
    const facts = { about: 'events' as const, entries: [{ of: 'KubeCon 2017', is: 'Austin', reports: ['a'] }] }
    const excerpt = excerptOf('Some came.', { citation: { report: 'a', heading: ['H'], lines: [1, 1] } })
    const { given } = await run('{"id":1,"q":"x"}\n', () =>
      answerOf({
        excerpts: [],
        facts,
        differ: { about: 'the number of people', excerpts: [excerpt] },
        readings: [{ label: 'Austin 2017', ask: 'x event:Austin', excerpt }],
      }),
    )
    const line = { report: 'a', heading: 'H', text: 'Some came.', lines: [1, 1] }
    expect(given[0]).toEqual({
      id: 1,
      status: 'answered',
      excerpts: [],
      facts,
      differ: { about: 'the number of people', excerpts: [line] },
      readings: [{ label: 'Austin 2017', ask: 'x event:Austin', excerpt: line }],
      ms: expect.any(Number),
    })
  })

  it('gives each excerpt with its report, headings with speakers, and lines', async () => {
    const excerpt = excerptOf('CRI-O uses runC.', {
      citation: { heading: ['Talks', 'CRI-O'], speakers: ['Mrunal Patel', 'Ann Lee'], lines: [8, 9] },
    })
    const { given } = await run('{"id":1,"q":"x"}\n', () => answerOf({ excerpts: [excerpt] }))
    expect(given[0]).toEqual({
      id: 1,
      status: 'answered',
      excerpts: [
        {
          report: 'austin-2017-doe',
          heading: 'Talks — CRI-O — Mrunal Patel — Ann Lee',
          text: 'CRI-O uses runC.',
          lines: [8, 9],
        },
      ],
      ms: expect.any(Number),
    })
    expect(given[0]?.ms).toBeGreaterThanOrEqual(0)
  })

  it.each([
    ['a refusal', notFound(), 'not-found', 0],
    ['an answer it is not sure of', answerOf({ status: 'weak' }), 'not-found', 1],
    ['an answer', answerOf(), 'answered', 1],
  ])('says the status of %s', async (_, answer, status, excerpts) => {
    const { given } = await run('{"id":1,"q":"x"}\n', () => answer)
    expect([given[0]?.status, given[0]?.excerpts.length]).toEqual([status, excerpts])
  })

  it('hands on the questions before, which each line brings itself', async () => {
    const { asked } = await run('{"id":1,"q":"and who?","context":["what is CRI-O"]}\n{"id":2,"q":"what is Vault"}\n')
    expect(asked).toEqual([
      { question: 'and who?', context: ['what is CRI-O'] },
      { question: 'what is Vault', context: [] },
    ])
  })

  it('keeps an answer on one line, whatever its text', async () => {
    const { out, given } = await run(`{"id":1,"q":${JSON.stringify('a\nb\r\n\u2028"')}}\n`)
    expect(out.match(/\n/g)).toHaveLength(1)
    expect(given[0]?.excerpts[0]?.text).toBe('a\nb\r\n\u2028"')
  })

  it.each([
    ['a last line without an end', '{"id":1,"q":"x"}\n{"id":2,"q":"x"}'],
    ['line ends of Windows', '{"id":1,"q":"x"}\r\n{"id":2,"q":"x"}\r\n'],
    ['empty lines', '\n{"id":1,"q":"x"}\n  \n\n{"id":2,"q":"x"}\n'],
    ['keys of others', '{"id":1,"q":"x","label":true}\n{"id":2,"q":"x"}\n'],
  ])('reads %s', async (_, text) => {
    const { code, given } = await run(text)
    expect(given.map(({ id }) => id)).toEqual([1, 2])
    expect(code).toBe(0)
  })

  it('reads lines that arrive in pieces', async () => {
    expect((await run(['{"id":1,', '"q":"o', 'ne"}\n{"id"', ':2,"q":"two"}\n'])).given.map(({ id }) => id)).toEqual([
      1, 2,
    ])
  })

  it('has nothing to say to no lines', async () => {
    expect(await run('')).toMatchObject({ code: 0, out: '', errors: '' })
  })
})

describe('a line that is no question', () => {
  it.each([
    ['no JSON', 'nonsense', 'not JSON'],
    ['half an object', '{"id":1,', 'not JSON'],
    ['a number', '7', 'line: '],
    ['null', 'null', 'line: '],
    ['a list', '[{"id":1,"q":"x"}]', 'line: '],
    ['no id', '{"q":"x"}', 'id: '],
    ['an id that is no id', '{"id":{},"q":"x"}', 'id: '],
    ['no question', '{"id":1}', 'q: '],
    ['a question that is no text', '{"id":1,"q":7}', 'q: '],
    ['a context that is no list', '{"id":1,"q":"x","context":"y"}', 'context: '],
    ['a context of other things', '{"id":1,"q":"x","context":["y",7]}', 'context.1: '],
  ])('%s is told with its number, and the others are answered', async (_, line, reason) => {
    const { code, given, errors } = await run(`{"id":1,"q":"x"}\n\n${line}\n{"id":2,"q":"x"}\n`)
    expect(given.map(({ id }) => id)).toEqual([1, 2])
    expect(errors).toMatch(/^stdin:3: [^\n]+\n$/)
    expect(errors).toContain(reason)
    expect(code).toBe(2)
  })

  it('is told with everything that is wrong with it', async () => {
    const { errors } = await run('{"context":7}\n')
    for (const key of ['id', 'q', 'context']) expect(errors).toContain(`${key}: `)
  })

  it('does not make the code 0 again when a good one follows', async () => {
    expect((await run('nonsense\n{"id":1,"q":"x"}\n')).code).toBe(2)
  })
})
