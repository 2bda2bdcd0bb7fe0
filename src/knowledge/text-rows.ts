/** A line of a plain-text report, told apart by its form. */
export interface Row {
  /** Without indent and bullet. */
  readonly text: string
  /** Counted from 1. */
  readonly line: number
  /** Columns before the bullet, or before the text. */
  readonly indent: number
  readonly bullet: boolean
}

const BULLET = /^(\s*)(?:[•‣▪◦*-]|\d{1,2}[.)])\s+(.*)$/u
const TAB = '    '

export const readRows = (text: string): readonly Row[] => text.split('\n').map(readRow)

const readRow = (raw: string, i: number): Row => {
  const [, indent, own] = BULLET.exec(raw) ?? []
  if (indent !== undefined && own?.trim())
    return { text: own.trim(), line: i + 1, indent: widthOf(indent), bullet: true }
  return { text: raw.trim(), line: i + 1, indent: widthOf(/^\s*/.exec(raw)?.[0] ?? ''), bullet: false }
}

const widthOf = (indent: string): number => indent.replaceAll('\t', TAB).length
