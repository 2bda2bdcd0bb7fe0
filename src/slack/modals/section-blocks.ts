import type { types } from '@slack/bolt'
import type { MarkedParagraph, SectionInContext } from '../../answer/section-in-context.js'
import { describeEvent, describeLines } from '../../command/describe-report.js'
import { contextLine } from '../cite.js'
import { cut, escapeText, linkTarget, oneLine } from '../escape.js'
import { charactersOf, LIMITS, type SlackMessage } from '../limits.js'
import { section as line, marked, plain, quote, richText } from '../rich-text.js'

/** How much may stand in one place. */
interface Room {
  readonly blocks: number
  readonly characters: number
}

/** A section from its title to its end, or as far as there is room; says where the rest stands. */
export const sectionBlocks = (context: SectionInContext, room: Room): types.KnownBlock[] => {
  const head = [title(context), source(context)]
  const rest = contextLine(`It goes on in ${context.report.id}, ${describeLines(context.section.lines)}.`)
  const hint = context.paragraphs.some(({ marks }) => marks.length > 0)
    ? [contextLine('What was quoted is in bold.')]
    : []
  const shown: types.RichTextBlock[] = []
  let left = room.characters - charactersOf([...head, ...hint, rest])
  let isCut = false
  for (const block of textBlocks(context.paragraphs)) {
    left -= charactersOf(block)
    isCut = left < 0 || shown.length === room.blocks - 4
    if (isCut) break
    shown.push(block)
  }
  return [...head, ...shown, ...(isCut ? [rest] : []), ...hint]
}

/** The section as a message, for where no modal can be opened. */
export const sectionMessage = (context: SectionInContext): SlackMessage => {
  const text = `${nameOf(context)} — ${context.report.id}, ${describeLines(context.section.lines)}`
  const room = { blocks: LIMITS.blocks, characters: LIMITS.characters - text.length }
  return { text: escapeText(cut(text, LIMITS.text / 5)), blocks: sectionBlocks(context, room) }
}

const nameOf = ({ section, report }: SectionInContext): string =>
  cut(oneLine(section.heading.at(-1) ?? report.title), LIMITS.header) || report.id

const title = (context: SectionInContext): types.HeaderBlock => ({
  type: 'header',
  text: { type: 'plain_text', text: nameOf(context), emoji: false },
})

const source = ({ report, section }: SectionInContext): types.ContextBlock => {
  const speakers = section.speakers.map(({ name, company }) => [name, company].filter(Boolean).join(', ')).join('; ')
  const parts = [speakers, describeEvent(report.event), report.author, `${report.id}, ${describeLines(section.lines)}`]
  const words = cut(oneLine(parts.filter(Boolean).join(' · ')), 600)
  const target = linkTarget(report.url)
  if (target === undefined) return contextLine(words)
  return {
    type: 'context',
    elements: [
      { type: 'plain_text', text: words, emoji: false },
      { type: 'mrkdwn', text: `<${target}|the report>`, verbatim: true },
    ],
  }
}

/** One block for each paragraph, and one for items that follow one another. */
const textBlocks = (paragraphs: readonly MarkedParagraph[]): types.RichTextBlock[] => {
  const blocks: types.RichTextBlock[] = []
  let list: types.RichTextList | undefined
  for (const paragraph of paragraphs) {
    const words = marked(paragraph.text, paragraph.marks)
    if (words.length === 0) continue
    if (paragraph.kind !== 'item') {
      list = undefined
      blocks.push(richText(paragraph.kind === 'quotation' ? quote(...words) : line(...words)))
    } else if (list) list.elements.push(line(...words))
    else {
      list = { type: 'rich_text_list', style: 'bullet', elements: [line(...words)] }
      blocks.push(richText(list))
    }
  }
  return blocks.length > 0 ? blocks : [richText(line(...plain('This section has no text of its own.')))]
}
