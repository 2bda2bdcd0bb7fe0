import type { types } from '@slack/bolt'
import type { Citation } from '../answer/answer.js'
import { describePlace } from '../command/describe-report.js'
import { cut, escapeText, linkTarget, oneLine } from './escape.js'

/** The line below an excerpt: number, event, talk and speakers, author, and where it stands, linked where there is an address. */
export const citationBlock = (number: number, citation: Citation): types.ContextBlock => {
  const { event, heading, speakers, author, url } = citation
  const talk = [part(heading.at(-1), 120), part(speakers.join(', '), 120)].filter(Boolean).join(', ')
  const source = [String(number), part(event, 80), talk, part(author, 60)].filter(Boolean).join(' · ')
  const target = linkTarget(url)
  // plain_text parses nothing; only the link, whose label is escaped, needs mrkdwn.
  return {
    type: 'context',
    elements:
      target === undefined
        ? [plainText(`${source} · ${place(citation)}`)]
        : [
            plainText(`${source} ·`),
            { type: 'mrkdwn', text: `<${target}|${escapeText(place(citation)).replaceAll('|', '/')}>`, verbatim: true },
          ],
  }
}

/** `KubeCon NA 2017, galexrt, austin-2017-galexrt, lines 120–124`: a citation within a sentence. */
export const shortCitation = (citation: Citation): string =>
  [part(citation.event, 80), part(citation.author, 60), place(citation)].filter(Boolean).join(', ')

/** A small grey line of text that parses nothing. */
export const contextLine = (text: string, blockId?: string): types.ContextBlock => ({
  type: 'context',
  ...(blockId === undefined ? {} : { block_id: blockId }),
  elements: [plainText(text)],
})

const plainText = (text: string): types.PlainTextElement => ({ type: 'plain_text', text, emoji: false })

const place = (citation: Citation): string => part(describePlace(citation), 200)

const part = (text: string | undefined, most: number): string => cut(oneLine(text ?? ''), most)
