import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'
import type { Answer, Excerpt } from '../answer/answer.js'
import type { AnswerQuestion } from '../answer/answer-question.js'
import { inPlainWords } from '../command/in-plain-words.js'

/** Passages of the first page, which «more» goes on from. */
const PAGE = 3

const question = z.object({
  id: z.union([z.string(), z.number()]),
  q: z.string(),
  context: z.array(z.string()).default([]),
})

/**
 * Reads a question a line as JSON and writes an answer a line, in order. A line that is no question is told on `errors`
 * with its number and passed over. Gives back the exit code: 0, or 2 if any line was passed over.
 */
export const answerLines = async (
  answer: AnswerQuestion,
  input: Readable,
  output: Writable,
  errors: Writable,
): Promise<number> => {
  let code = 0
  let number = 0
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (line.trim() === '') continue
    const parsed = readQuestion(number === 1 ? line.replace(/^\uFEFF/, '') : line)
    if (typeof parsed === 'string') {
      errors.write(`stdin:${number}: ${parsed}\n`)
      code = 2
      continue
    }
    const started = performance.now()
    const given = answerInContext(answer, parsed)
    output.write(
      `${JSON.stringify({ id: parsed.id, ...toLine(given), ms: Number((performance.now() - started).toFixed(3)) })}\n`,
    )
  }
  return code
}

/** «more» and «the second one» are about the answer to the question before. */
const answerInContext = (answer: AnswerQuestion, { q, context }: z.output<typeof question>): Answer => {
  const [name = '', number] = inPlainWords(q)?.split(' ') ?? []
  const before = context.at(-1)
  const earlier = context.slice(0, -1)
  if (before === undefined || (name !== 'more' && name !== 'passage')) return answer(q, { context })
  return name === 'more'
    ? answer(before, { context: earlier, from: PAGE })
    : answer(before, { context: earlier, from: Math.max(0, Number(number) - 1), size: 1 })
}

const readQuestion = (line: string): z.output<typeof question> | string => {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    return `not JSON (${error instanceof Error ? error.message : String(error)}); expected {"id": …, "q": "…"}`
  }
  const parsed = question.safeParse(value)
  return parsed.success
    ? parsed.data
    : parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`).join('; ')
}

const toLine = ({ status, excerpts, facts, differ, readings }: Answer) => ({
  status: status === 'answered' ? 'answered' : 'not-found',
  excerpts: excerpts.map(toExcerpt),
  ...(facts ? { facts } : {}),
  ...(differ ? { differ: { about: differ.about, excerpts: differ.excerpts.map(toExcerpt) } } : {}),
  ...(readings
    ? { readings: readings.map(({ label, ask, excerpt }) => ({ label, ask, excerpt: toExcerpt(excerpt) })) }
    : {}),
})

const toExcerpt = ({ text, citation }: Excerpt) => ({
  report: citation.report,
  heading: [...citation.heading, ...citation.speakers].join(' — '),
  text,
  lines: citation.lines,
})
