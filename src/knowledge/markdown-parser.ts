import MarkdownIt, { type StateInline, type Token } from 'markdown-it'
import type { Piece } from './placed-text.js'

// markdown-it knows the lines of blocks only, and newlines within links, images and code leave no token behind.
// So each inline token is marked, when it is pushed, with the line (from 0, within its block) that it begins on.
class PlacingState extends MarkdownIt.StateInline {
  line = 0
  #seen = 0

  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    return mark(super.push(type, tag, nesting), this.line)
  }

  override pushPending(): Token {
    // Text never spans lines, but it is pushed late: by the construct after it, on the line where both meet.
    return mark(super.pushPending(), this.line)
  }

  advance(): void {
    for (; this.#seen < this.pos; this.#seen++) if (this.src[this.#seen] === '\n') this.line++
  }
}

const mark = (token: Token, line: number): Token => {
  token.meta = { line }
  return token
}

const noticeLine = (state: StateInline, silent: boolean): boolean => {
  if (!silent && state instanceof PlacingState) state.advance()
  return false
}

const createParser = () => {
  // With html off, `<div>` followed by `# x` would make a heading. Nothing is ever rendered from this parser.
  const parser = new MarkdownIt({ html: true })
  parser.inline.State = PlacingState
  parser.inline.ruler.before('text', 'notice-line', noticeLine)
  return parser
}

const parser = createParser()

/** Block tokens of a Markdown text. Lines count from 0, as markdown-it does. */
export const parseMarkdownTokens = (text: string): readonly Token[] => parser.parse(text, {})

/** A link with the address as resolved from its reference. */
export interface Link {
  readonly href: string
  readonly line: number
}

/** What an inline token says once Markdown is stripped. */
export interface Inline {
  readonly pieces: readonly Piece[]
  readonly links: readonly Link[]
  readonly html: readonly Piece[]
}

/** Strips emphasis, code ticks and links to their text; images and HTML are dropped. `line` counts from 1. */
export const readInline = (inline: Token | undefined, line: number): Inline => {
  const pieces: Piece[] = []
  const links: Link[] = []
  const html: Piece[] = []
  for (const token of inline?.children ?? []) {
    const at = line + lineOf(token)
    if (token.type === 'text' || token.type === 'code_inline') pieces.push({ text: token.content, line: at })
    else if (token.type === 'softbreak' || token.type === 'hardbreak') pieces.push({ text: ' ', line: at })
    else if (token.type === 'link_open') links.push({ href: String(token.attrGet('href') ?? ''), line: at })
    else if (token.type === 'html_inline') {
      html.push({ text: token.content, line: at })
      if (/^<br\b/i.test(token.content)) pieces.push({ text: ' ', line: at })
    }
  }
  return { pieces, links, html }
}

const lineOf = ({ meta }: Token): number => (meta as { line?: number } | null)?.line ?? 0
