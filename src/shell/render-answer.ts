import type { Answer, Excerpt } from '../answer/answer.js'
import { seenOf } from '../command/count.js'
import { describeFacts } from '../command/describe-facts.js'
import { describePlace } from '../command/describe-report.js'
import type { AnswerReply } from '../command/reply.js'
import { shorten } from '../command/shorten.js'
import { renderDiffer, renderReadings } from './side-notes.js'
import type { Style } from './style.js'
import { breakLines, indent, widthBeside, wrap, wrapIndented } from './wrap.js'

/** An answer for people to read: numbered excerpts, each with its citation, and where to go from there. */
export const renderAnswer = ({ answer, scope, didYouMean }: AnswerReply, width: number, style: Style): string => {
  const blocks = [
    didYouMean === undefined ? '' : wrap(`Did you mean the command "${didYouMean}"?`, width).join('\n'),
    lead(answer, width, style),
    (answer.facts ? describeFacts(answer.facts) : []).flatMap((line) => wrap(line, width)).join('\n'),
    ...answer.excerpts.map((excerpt, i) => renderExcerpt(excerpt, answer.from + i + 1, width, style)),
    renderDiffer(answer.differ, width, style),
    renderReadings(answer.readings, width, style),
  ]
  return [...blocks, footer(answer, scope, width, style)].filter((block) => block !== '').join('\n\n')
}

const lead = ({ status, question, repaired, excerpts, filters = [] }: Answer, width: number, style: Style): string => {
  const lines: string[] = []
  if (repaired.length > 0 && excerpts.length > 0)
    lines.push(style.dim(wrap(`Showing results for ${repaired.map(({ to }) => to).join(', ')}.`, width).join('\n')))
  if (filters.length > 0) lines.push(...wrap(style.dim(`Only ${filters.join(' ')}`), width))
  if (status === 'not-found') lines.push(...wrap(`The reports do not cover "${shorten(question)}".`, width))
  if (status === 'weak')
    lines.push(style.warn(wrap('No passage answers this directly. The closest:', width).join('\n')))
  return lines.join('\n')
}

const renderExcerpt = (
  { text, highlights, citation }: Excerpt,
  number: number,
  width: number,
  style: Style,
): string => {
  const first = `${number}. `
  const quoted = indent(quote(text, highlights, widthBeside(width, first), style), first)
  const { heading, speakers, event, author } = citation
  const source = [event, ...heading.slice(-1), ...speakers, author, describePlace(citation)]
  const cited = wrapIndented(source.join(' · '), width, ' '.repeat(first.length))
  return `${quoted}\n${style.dim(cited)}`
}

/** The text between quotation marks, broken into lines, its highlighted words marked. */
const quote = (text: string, highlights: Excerpt['highlights'], width: number, style: Style): string[] => {
  const quoted = `"${text}"`
  const marks = highlights.map(([start, end]) => [start + 1, end + 1] as const)
  return breakLines(quoted, width).map(([start, end]) => {
    let line = ''
    let at = start
    for (const [from, to] of marks) {
      if (to <= at || from >= end) continue
      const first = Math.max(from, at)
      const last = Math.min(to, end)
      line += quoted.slice(at, first) + style.strong(quoted.slice(first, last))
      at = last
    }
    return line + quoted.slice(at, end)
  })
}

const footer = (
  { status, total, isCut, from, excerpts, related, facts }: Answer,
  scope: string,
  width: number,
  style: Style,
): string => {
  const lines: string[] = []
  if (status === 'not-found') {
    if (related.length > 0) lines.push(...wrap(`Nearest in the reports: ${related.join(', ')}`, width))
    lines.push(...wrap(`I searched ${scope}.`, width))
  } else if (excerpts.length > 0 || !facts) {
    const seen = from + excerpts.length
    const next = seen < total ? ' · type "more" for the next' : ''
    lines.push(...wrap(`${seenOf(seen, { total, isCut })}, quoted word for word${next}`, width))
  }
  return style.dim(lines.join('\n'))
}
