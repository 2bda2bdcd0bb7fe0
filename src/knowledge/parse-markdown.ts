import type { Token } from 'markdown-it'
import type { Problem } from '../errors.js'
import { hasAsks, parseAsks } from './asks-comment.js'
import type { Block, TextBlock } from './blocks.js'
import { type Link, parseMarkdownTokens, readInline } from './markdown-parser.js'
import { type PlacedText, placeText } from './placed-text.js'
import type { LineRange, Passage, Speaker } from './report.js'
import { parseSpeakers } from './speakers.js'
import { parseTalkHeading } from './talk-heading.js'

/** A Markdown body as read. */
export interface MarkdownReport {
  readonly blocks: readonly Block[]
  readonly links: readonly Link[]
  readonly problems: readonly Problem[]
}

/** Longest text of a list item that names what the items nested in it are about. */
const LONGEST_LABEL = 120

/**
 * Reads a Markdown body into blocks.
 * @param above lines of the file before the body
 */
export const parseMarkdown = (file: string, body: string, above: number): MarkdownReport => {
  const reader = createReader(file, above)
  const tokens = parseMarkdownTokens(body)
  for (const [i, token] of tokens.entries()) reader.read(token, tokens[i + 1])
  return reader.finish()
}

interface OpenItem {
  label?: string
}

const createReader = (file: string, above: number) => {
  const blocks: Block[] = []
  const links: Link[] = []
  const problems: Problem[] = []
  const items: OpenItem[] = []
  const containers: Passage['kind'][] = []
  let asks: { questions: readonly string[]; line: number } | undefined
  let leadInLine: number | undefined
  let row: { cells: PlacedText[]; line: number; head: boolean } | undefined

  const problem = (line: number, rule: string, message: string): void => {
    problems.push({ file, line, column: 1, rule, message })
  }
  const linesOf = ({ map }: Token): LineRange => [(map?.[0] ?? 0) + 1 + above, Math.max(map?.[1] ?? 1, 1) + above]
  const dropAsks = (): void => {
    if (asks) problem(asks.line, 'misplaced-asks', 'an asks comment belongs right above the paragraph that answers it')
    asks = undefined
  }
  const addText = (kind: Passage['kind'], placed: PlacedText, lines: LineRange, quotable = true): void => {
    if (placed.text === '') return
    if (kind === 'paragraph') leadInLine = lines[0]
    const led = kind === 'item' || kind === 'row'
    blocks.push({
      kind,
      placed,
      lines,
      quotable: quotable && /[\p{L}\p{N}]/u.test(placed.text),
      asks: asks?.questions ?? [],
      ...(led && leadInLine !== undefined && leadInLine !== lines[0] ? { leadInLine } : {}),
      within: kind === 'item' ? items.slice(0, -1).flatMap(({ label }) => label ?? []) : [],
    } satisfies TextBlock)
    if (kind !== 'paragraph' && !led) leadInLine = undefined
    asks = undefined
  }

  const heading = (token: Token, inline: Token | undefined): void => {
    dropAsks()
    leadInLine = undefined
    const lines = linesOf(token)
    const { pieces, links: own } = readInline(inline, lines[0])
    links.push(...own)
    const { text } = placeText(pieces)
    const talk = parseTalkHeading(text)
    blocks.push({
      kind: 'heading',
      level: Number(token.tag.slice(1)),
      text: talk?.title ?? text,
      speakers: talk?.speakers ?? [],
      lines,
    })
  }

  const paragraph = (token: Token, inline: Token | undefined): void => {
    const lines = linesOf(token)
    const { pieces, links: own, html } = readInline(inline, lines[0])
    links.push(...own)
    for (const comment of html) if (hasAsks(comment.text)) readAsks(comment.text, comment.line)
    const placed = placeText(pieces)
    const last = blocks.at(-1)
    const speakers = last?.kind === 'heading' && isEmphasised(inline) ? parseSpeakers(placed.text) : undefined
    if (last?.kind === 'heading' && speakers) blocks[blocks.length - 1] = withSpeakers(last, speakers)
    else {
      addText(containers.at(-1) ?? 'paragraph', placed, lines)
      const item = items.at(-1)
      if (item && item.label === undefined && placed.text.length <= LONGEST_LABEL) item.label = placed.text
    }
  }

  const readAsks = (html: string, line: number): void => {
    const questions = parseAsks(html)
    if (questions === undefined || questions.length === 0)
      problem(line, 'misplaced-asks', 'write the questions as <!-- asks: one | two -->, on lines of their own')
    else {
      dropAsks()
      asks = { questions, line }
    }
  }

  const addRow = ({ cells, line, head }: NonNullable<typeof row>): void => {
    // Bars part the cells as they do in the source.
    const placed = placeText([{ text: cells.map(({ text }) => text).join(' | '), line }])
    if (head) leadInLine = undefined
    addText('row', placed, [line, line], !head)
    if (head) leadInLine = line
  }

  const code = (token: Token): void => addText('code', codeText(token, linesOf(token)), linesOf(token))
  const readers: Readonly<Record<string, (token: Token, next: Token | undefined) => void>> = {
    heading_open: heading,
    paragraph_open: paragraph,
    fence: code,
    code_block: code,
    list_item_open: () => {
      items.push({})
      containers.push('item')
    },
    list_item_close: () => {
      items.pop()
      containers.pop()
    },
    blockquote_open: () => {
      containers.push('quotation')
    },
    blockquote_close: () => {
      containers.pop()
    },
    html_block: (token) => {
      if (hasAsks(token.content)) readAsks(token.content, linesOf(token)[0])
    },
    tr_open: (token, next) => {
      row = { cells: [], line: linesOf(token)[0], head: next?.type === 'th_open' }
    },
    inline: (token) => {
      if (!row) return
      const { pieces, links: own } = readInline(token, row.line)
      links.push(...own)
      row.cells.push(placeText(pieces))
    },
    tr_close: () => {
      if (row) addRow(row)
      row = undefined
    },
  }

  return {
    read: (token: Token, next: Token | undefined): void => readers[token.type]?.(token, next),
    finish: (): MarkdownReport => {
      dropAsks()
      return { blocks, links, problems }
    },
  }
}

const withSpeakers = (
  heading: Extract<Block, { kind: 'heading' }>,
  speakers: readonly Speaker[],
): Extract<Block, { kind: 'heading' }> => ({ ...heading, speakers })

/** True when all of a paragraph is in one pair of emphasis marks. */
const isEmphasised = (inline: Token | undefined): boolean => {
  const tokens = (inline?.children ?? []).filter(({ type, content }) => type !== 'text' || content.trim() !== '')
  return tokens[0]?.type === 'em_open' && tokens.findIndex(({ type }) => type === 'em_close') === tokens.length - 1
}

const codeText = ({ type, content }: Token, [first]: LineRange): PlacedText => {
  const offset = type === 'fence' ? 1 : 0
  return placeText(content.split('\n').map((text, i) => ({ text, line: first + offset + i })))
}
