import type { Answer, Excerpt } from '../answer/answer.js'
import { describeLines } from '../command/describe-report.js'
import type { AnswerReply } from '../command/reply.js'
import { shorten } from '../command/shorten.js'
import type { Style } from './style.js'
import { wrap, wrapIndented } from './wrap.js'

/** An answer for people to read: numbered excerpts, each with its citation, and where to go from there. */
export const renderAnswer = ({ answer, scope, didYouMean }: AnswerReply, width: number, style: Style): string => {
  const blocks = [
    didYouMean === undefined ? '' : wrap(`Did you mean the command "${didYouMean}"?`, width).join('\n'),
    lead(answer, width, style),
    ...answer.excerpts.map((excerpt, i) => renderExcerpt(excerpt, answer.from + i + 1, width, style)),
  ]
  return [...blocks, footer(answer, scope, width, style)].filter((block) => block !== '').join('\n\n')
}

const lead = ({ status, question, repaired, excerpts }: Answer, width: number, style: Style): string => {
  const lines: string[] = []
  if (repaired.length > 0 && excerpts.length > 0)
    lines.push(style.dim(`Showing results for ${repaired.map(({ to }) => to).join(', ')}.`))
  if (status === 'not-found') lines.push(...wrap(`The reports do not cover "${shorten(question)}".`, width))
  if (status === 'weak') lines.push(style.warn('No passage answers this directly. The closest:'))
  return lines.join('\n')
}

const renderExcerpt = (
  { text, highlights, citation }: Excerpt,
  number: number,
  width: number,
  style: Style,
): string => {
  const first = `${number}. `
  const quoted = wrapIndented(`"${text}"`, width, first)
  const { heading, speakers, event, author, report, lines } = citation
  const source = [event, ...heading.slice(-1), ...speakers, author, `${report}, ${describeLines(lines)}`]
  const cited = wrapIndented(source.join(' · '), width, ' '.repeat(first.length))
  return `${emphasise(quoted, text, highlights, style)}\n${style.dim(cited)}`
}

/** Marks the highlighted words in the wrapped text: wrapping moved them, so they are followed character by character. */
const emphasise = (wrapped: string, text: string, highlights: Excerpt['highlights'], style: Style): string => {
  let result = ''
  let at = wrapped.indexOf('"') + 1
  let offset = 0
  result += wrapped.slice(0, at)
  for (const [start, end] of highlights) {
    const from = advance(wrapped, text, at, offset, start)
    const to = advance(wrapped, text, from, start, end)
    result += wrapped.slice(at, from) + style.strong(wrapped.slice(from, to))
    at = to
    offset = end
  }
  return result + wrapped.slice(at)
}

/** Position in the wrapped text after walking from `offset` to `target` in the text; white space is passed over. */
const advance = (wrapped: string, text: string, at: number, offset: number, target: number): number => {
  let position = at
  for (let i = offset; i < target; i++) {
    if (/\s/.test(text[i] ?? '')) continue
    while (/\s/.test(wrapped[position] ?? '')) position++
    position++
  }
  // Blanks before the next word belong outside of the mark.
  if (!/\s/.test(text[target - 1] ?? ' ') || target === offset)
    while (/\s/.test(wrapped[position] ?? '') && !/\s/.test(text[target] ?? ' ')) position++
  return position
}

const footer = (
  { status, total, from, excerpts, related }: Answer,
  scope: string,
  width: number,
  style: Style,
): string => {
  const lines: string[] = []
  if (status === 'not-found') {
    if (related.length > 0) lines.push(...wrap(`Nearest in the reports: ${related.join(', ')}`, width))
    lines.push(...wrap(`I searched ${scope}.`, width))
  } else {
    const seen = from + excerpts.length
    const next = seen < total ? ' · type "more" for the next' : ''
    lines.push(`${seen} of ${total} ${total === 1 ? 'passage' : 'passages'}, quoted word for word${next}`)
  }
  return style.dim(lines.join('\n'))
}
