import type { types } from '@slack/bolt'
import { printable } from './escape.js'

type Text = types.RichTextText

/** Text that stays text: rich_text parses no mrkdwn, so no mention and no link can come out of it. Empty for an empty text. */
export const plain = (text: string): Text[] => (text === '' ? [] : [{ type: 'text', text: printable(text) }])

export const bold = (text: string): Text[] =>
  text === '' ? [] : [{ type: 'text', text: printable(text), style: { bold: true } }]

export const section = (...elements: readonly types.RichTextElement[]): types.RichTextSection => ({
  type: 'rich_text_section',
  elements: [...elements],
})

export const quote = (...elements: readonly Text[]): types.RichTextQuote => ({
  type: 'rich_text_quote',
  elements: [...elements],
})

export const richText = (...elements: readonly types.RichTextBlockElement[]): types.RichTextBlock => ({
  type: 'rich_text',
  elements: [...elements],
})

// Beyond this many marks an excerpt is all bold and the block only grows.
const MOST_MARKS = 40

/** A text with ranges of it in bold; ranges that do not fit the text or each other are passed over. */
export const marked = (text: string, ranges: readonly (readonly [number, number])[]): Text[] => {
  const elements: Text[] = []
  let at = 0
  for (const [start, end] of ranges.slice(0, MOST_MARKS)) {
    if (!(start >= at && end > start && end <= text.length)) continue
    elements.push(...plain(text.slice(at, start)), ...bold(text.slice(start, end)))
    at = end
  }
  return [...elements, ...plain(text.slice(at))]
}
