import type { ListingEntry, ListingReply, NoticeReply, Reply } from '../command/reply.js'
import { renderAnswer } from './render-answer.js'
import type { Style } from './style.js'
import { wrap, wrapIndented } from './wrap.js'

export interface RenderOptions {
  /** Characters in a line. */
  readonly width: number
  readonly style: Style
}

/** A reply as terminal text, without a closing line break. */
export const renderReply = (reply: Reply, { width, style }: RenderOptions): string => {
  switch (reply.kind) {
    case 'answer':
      return renderAnswer(reply, width, style)
    case 'notice':
      return renderNotice(reply, width, style)
    case 'listing':
      return renderListing(reply, width, style)
  }
}

const renderNotice = ({ text, tone, suggestions }: NoticeReply, width: number, style: Style): string =>
  [
    (tone === 'problem' ? style.warn : (one: string) => one)(wrap(text, width).join('\n')),
    ...tryLine(suggestions, width, style),
  ].join('\n')

const renderListing = ({ title, groups, footer, suggestions }: ListingReply, width: number, style: Style): string => {
  const blocks = [style.strong(wrap(title, width).join('\n'))]
  for (const { heading, entries } of groups) {
    const labels = entries.map(({ label }) => label.length)
    // Short labels with details line up in two columns; long ones stand above their detail.
    const column =
      entries.every(({ detail, note }) => detail !== undefined && note === undefined) && Math.max(...labels) <= 24
        ? Math.max(...labels)
        : 0
    const lines = entries.map((entry) => renderEntry(entry, column, width, style))
    blocks.push([...(heading === '' ? [] : [style.accent(wrap(heading, width).join('\n'))]), ...lines].join('\n'))
  }
  if (footer !== undefined) blocks.push(style.dim(wrap(footer, width).join('\n')))
  blocks.push(...tryLine(suggestions, width, style))
  return blocks.join('\n\n')
}

const renderEntry = ({ label, detail, note }: ListingEntry, column: number, width: number, style: Style): string => {
  if (column > 0) return wrapIndented(detail ?? '', width, `  ${label.padEnd(column)}  `)
  const lines = [wrapIndented(label, width, '  ')]
  if (detail !== undefined) lines.push(wrapIndented(detail, width, '    '))
  if (note !== undefined) lines.push(style.dim(wrapIndented(note, width, '    ')))
  return lines.join('\n')
}

const tryLine = (suggestions: readonly string[], width: number, style: Style): string[] =>
  suggestions.length === 0 ? [] : [style.dim(wrap(`Try: ${suggestions.join('  |  ')}`, width).join('\n'))]
