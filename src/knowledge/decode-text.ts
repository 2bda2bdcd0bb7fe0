import type { Problem } from '../errors.js'

/** Larger files are refused: a report of that size is no report. */
export const LARGEST_FILE = 10 * 1024 * 1024

/** A file of the knowledge folder as read. */
export interface KnowledgeFile {
  /** Name within the folder. */
  readonly name: string
  readonly content: Uint8Array | string
}

/** The text of a file with `\n` line ends and no byte order mark, or what keeps it from being read. */
export const decodeText = ({
  name,
  content,
}: KnowledgeFile): { readonly text: string } | { readonly problem: Problem } => {
  if (content.length > LARGEST_FILE) return { problem: fileTooLarge(name, content.length) }
  if (typeof content !== 'string' && startsLikeUtf16(content))
    return { problem: unreadable(name, 1, 1, 'this is UTF-16 text: save it as UTF-8') }
  const decoded = typeof content === 'string' ? content : new TextDecoder('utf-8', { ignoreBOM: true }).decode(content)
  // A line ends with CRLF, LF or a lone CR, as in editors, so that line numbers are those the author sees.
  const text = decoded.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const binary = text.indexOf('\0')
  if (binary >= 0)
    return { problem: unreadable(name, ...placeOf(text, binary), 'this is no text: it holds a NUL character (U+0000)') }
  const broken = typeof content === 'string' || isUtf8(content) ? -1 : text.indexOf('\uFFFD')
  if (broken >= 0) return { problem: unreadable(name, ...placeOf(text, broken), 'not UTF-8: save the file as UTF-8') }
  return { text }
}

export const fileTooLarge = (name: string, bytes: number): Problem =>
  unreadable(
    name,
    1,
    1,
    `${(bytes / 1024 / 1024).toFixed(1)} MB is too much: split the file into parts below ${LARGEST_FILE / 1024 / 1024} MB`,
  )

/** A file that cannot be read is told with its reason and left out. */
export const unreadable = (file: string, line: number, column: number, message: string): Problem => ({
  file,
  line,
  column,
  rule: 'unreadable',
  message,
})

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

const startsLikeUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)

/** Line and column of an offset, counted from 1. */
const placeOf = (text: string, offset: number): [line: number, column: number] => {
  const before = text.slice(0, offset)
  return [before.split('\n').length, offset - (before.lastIndexOf('\n') + 1) + 1]
}
