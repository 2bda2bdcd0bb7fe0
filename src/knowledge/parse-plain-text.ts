import type { Block, HeadingBlock } from './blocks.js'
import { placeText } from './placed-text.js'
import { findPresenters } from './talk-heading.js'
import { createHeadingReader } from './text-headings.js'
import { readTextMatter, type TextMatter } from './text-matter.js'
import { type Row, readRows } from './text-rows.js'

/**
 * Reads text as people paste it, without any marks: headings, talks with their speakers, lists and picture captions are
 * told by their form and surroundings.
 * @param title the report's own, which is not repeated as a heading
 */
export const parsePlainText = (text: string, title: string): Block[] => {
  const rows = readRows(text)
  const matter = readTextMatter(rows)
  const readHeading = createHeadingReader(rows, matter)
  const blocks: Block[] = []
  let leadInLine: number | undefined
  // Headings among list items go below the last one that stands alone.
  let level = 1
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]
    if (!row || row.text === '') continue
    const heading = readHeading(i, level)
    if (heading) {
      if (heading.text !== title) blocks.push(heading)
      // What stands above the title is the frame of the page it was copied from, such as the name of a blog.
      else blocks.splice(0, blocks.length, ...blocks.filter(({ kind }) => kind !== 'heading'))
      if (!row.bullet) level = heading.level
      leadInLine = undefined
      continue
    }
    const own = rowsOfText(rows, i, matter)
    const last = own.at(-1) ?? row
    const placed = placeText(own)
    if (!row.bullet) leadInLine = row.line
    nameSpeakers(blocks, placed.text)
    blocks.push({
      kind: row.bullet ? 'item' : 'paragraph',
      placed,
      lines: [row.line, last.line],
      quotable: matter.isQuotable(placed.text),
      asks: [],
      ...(row.bullet && leadInLine !== undefined ? { leadInLine } : {}),
      within: [],
    })
    i += last.line - row.line
  }
  return blocks
}

/** The rows of a paragraph or an item: up to the next blank line, bullet or caption. */
const rowsOfText = (rows: readonly Row[], i: number, matter: TextMatter): Row[] => {
  const own: Row[] = []
  for (let k = i; k < rows.length; k++) {
    const row = rows[k]
    if (!row || row.text === '' || (own.length > 0 && (row.bullet || matter.isCaption(row.text)))) break
    own.push(row)
    if (matter.isCaption(row.text)) break
  }
  return own
}

/** «Presented by …» right below a heading names its speakers. */
const nameSpeakers = (blocks: Block[], text: string): void => {
  const last = blocks.at(-1)
  if (last?.kind !== 'heading' || last.speakers.length > 0) return
  const presenters = findPresenters(text)
  if (presenters) blocks[blocks.length - 1] = { ...last, speakers: presenters.speakers } satisfies HeadingBlock
}
