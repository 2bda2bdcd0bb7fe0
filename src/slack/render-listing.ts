import type { types } from '@slack/bolt'
import type { ListingEntry, ListingReply } from '../command/reply.js'
import { buttonRow, suggestionButtons, suggestLine } from './buttons.js'
import { contextLine } from './cite.js'
import { cut, escapeWithin, oneLine } from './escape.js'
import { charactersOf, LIMITS, type SlackMessage } from './limits.js'
import { bold, plain, quote, richText, section } from './rich-text.js'

/** Groups in one message at most; each is a block. */
const MOST_GROUPS = 22
const LIST_STYLE = 'bullet' as const

/** A titled list. Entries that do not fit give way from the end, and the list says how many. */
export const renderListing = (listing: ListingReply, head: readonly types.KnownBlock[]): SlackMessage => {
  const { title, groups, footer, suggestions } = listing
  const heading = cut(oneLine(title), LIMITS.header) || 'Reply'
  const text = plainForm(listing, heading)
  const tail = [
    ...(footer === undefined || oneLine(footer) === '' ? [] : [contextLine(cut(oneLine(footer), 500))]),
    ...buttonRow('suggestions', suggestionButtons(suggestions.map(suggestLine))),
  ]
  // 40: «… and 1,234 more»
  let room = LIMITS.characters - charactersOf([...head, ...tail]) - heading.length - text.length - 40
  let left = groups.reduce((sum, { entries }) => sum + entries.length, 0)
  const blocks: types.RichTextBlock[] = []
  for (const group of groups.slice(0, MOST_GROUPS)) {
    const name = cut(oneLine(group.heading), 200)
    room -= name.length + LIST_STYLE.length
    const shown: types.RichTextBlockElement[] = []
    for (const entry of group.entries) {
      const rendered = renderEntry(entry)
      room -= charactersOf(rendered)
      if (room < 0) break
      addEntry(shown, rendered)
      left--
    }
    const elements: types.RichTextBlockElement[] = [
      ...(name === '' || room < 0 ? [] : [section(...bold(name))]),
      ...shown,
    ]
    if (elements.length > 0) blocks.push(richText(...elements))
    if (room < 0) break
  }
  return {
    text,
    blocks: [
      ...head,
      { type: 'header', text: { type: 'plain_text', text: heading, emoji: false } },
      ...blocks,
      ...(left > 0 ? [contextLine(`… and ${left.toLocaleString('en')} more`)] : []),
      ...tail,
    ],
  }
}

/** Longest quotation; those of reports are a few hundred characters. */
const LONGEST_QUOTE = 2000

/** An item of a list, or a quotation with its place below it. */
const renderEntry = (entry: ListingEntry): types.RichTextSection | types.RichTextBlockElement[] =>
  entry.quoted ? renderQuotation(entry) : renderItem(entry)

/** Items that follow one another are one list. */
const addEntry = (shown: types.RichTextBlockElement[], rendered: ReturnType<typeof renderEntry>): void => {
  const last = shown.at(-1)
  if (Array.isArray(rendered)) shown.push(...rendered)
  else if (rendered.elements.length === 0) return
  else if (last?.type === 'rich_text_list') last.elements.push(rendered)
  else shown.push({ type: 'rich_text_list', style: LIST_STYLE, elements: [rendered] })
}

const renderQuotation = ({ label, note = '' }: ListingEntry): types.RichTextBlockElement[] => {
  const words = plain(cut(oneLine(label), LONGEST_QUOTE))
  const place = plain(cut(oneLine(note), 200))
  // Slack refuses elements that hold nothing.
  return [...(words.length > 0 ? [quote(...words)] : []), ...(place.length > 0 ? [section(...place)] : [])]
}

const renderItem = ({ label, detail, note }: ListingEntry): types.RichTextSection => {
  const lines = [cut(oneLine(detail ?? ''), 500), cut(oneLine(note ?? ''), 200)].filter(Boolean)
  return section(...bold(cut(oneLine(label), 200)), ...plain(lines.map((line) => `\n${line}`).join('')))
}

const plainForm = ({ groups }: ListingReply, heading: string): string => {
  const entries = groups.flatMap((group) => group.entries).slice(0, 50)
  const lines = entries.map(({ label, detail }) => oneLine([label, detail].filter(Boolean).join(' — ')))
  return escapeWithin([heading, ...lines.map((line) => `• ${cut(line, 200)}`)].join('\n'), LIMITS.text)
}
