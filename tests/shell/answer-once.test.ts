import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Line } from '../../src/command/line.js'
import { notice, problemNotice, type Reply } from '../../src/command/reply.js'
import { answerOnce } from '../../src/shell/answer-once.js'
import { answerOf, notFound } from '../support/answers.js'

let out = ''
let err = ''
beforeEach(() => {
  out = ''
  err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    out += String(chunk)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    err += String(chunk)
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
})

const answered: Reply = { kind: 'answer', answer: answerOf(), scope: '1 report' }
const refused: Reply = { kind: 'answer', answer: notFound(), scope: '1 report' }
const unsure: Reply = { kind: 'answer', answer: answerOf({ status: 'weak' }), scope: '1 report' }

const ask = async (question: string, reply: Reply, options: { json?: boolean; colours?: boolean } = {}) => {
  const lines: Line[] = []
  const dispatch = async (line: Line) => {
    lines.push(line)
    return reply
  }
  const code = await answerOnce(question, { dispatch }, { json: false, colours: false, ...options })
  return { code, lines }
}

describe('answering once', () => {
  it.each([
    ['an answer', answered, 0],
    ['a refusal', refused, 1],
    ['an answer it is not sure of', unsure, 1],
    ['a command', notice('pong'), 0],
    ['what cannot be acted on', problemNotice('That is 6,000 characters.'), 2],
  ])('%s is written on standard output; the exit code tells', async (_, reply, expected) => {
    expect((await ask('x', reply)).code).toBe(expected)
    expect(out).toMatch(/\S\n$/)
    expect(err).toBe('')
  })

  it('asks the question as it was typed', async () => {
    expect((await ask(' what is  CRI-O ', answered)).lines.map(({ text }) => text)).toEqual([' what is  CRI-O '])
  })

  it.each(['', '   ', '\n'])('wants a question: %j', async (question) => {
    const { code, lines } = await ask(question, answered)
    expect({ code, lines, out }).toEqual({ code: 2, lines: [], out: '' })
    expect(err).toMatch(/what you would like to know.*\n$/)
  })

  it('gives an answer as JSON', async () => {
    await ask('x', answered, { json: true })
    expect(JSON.parse(out)).toEqual(answerOf())
  })

  it('gives any other reply as JSON too', async () => {
    await ask('ping', notice('pong'), { json: true })
    expect(JSON.parse(out)).toEqual({ kind: 'notice', text: 'pong', tone: 'info', suggestions: [] })
  })

  it('has the exit code of a refusal as JSON too', async () => {
    expect((await ask('x', refused, { json: true })).code).toBe(1)
  })

  it('colours the answer on demand only, and never JSON', async () => {
    const ESC = '\u001b['
    await ask('x', answered, { colours: false })
    expect(out).not.toContain(ESC)
    await ask('x', answered, { colours: true, json: true })
    expect(out).not.toContain(ESC)
    await ask('x', answered, { colours: true })
    expect(out).toContain(ESC)
  })
})
