/** Where the lines of a text stand when it is broken at blanks after at most `width` characters; a longer word stands alone. */
export const breakLines = (text: string, width: number): [start: number, end: number][] => {
  const lines: [number, number][] = []
  let line: [number, number] | undefined
  for (const { 0: word, index } of text.matchAll(/\n|[^\s]+/g)) {
    const end = index + word.length
    if (word === '\n') {
      lines.push(line ?? [index, index])
      line = undefined
    } else if (line && end - line[0] <= width) line[1] = end
    else {
      if (line) lines.push(line)
      line = [index, end]
    }
  }
  lines.push(line ?? [text.length, text.length])
  return lines
}

export const wrap = (text: string, width: number): string[] =>
  breakLines(text, width).map(([start, end]) => text.slice(start, end).replace(/ +/g, ' '))

/** The same with the first line led by `first` and the others by as many blanks. */
export const wrapIndented = (text: string, width: number, first: string): string =>
  indent(wrap(text, widthBeside(width, first)), first)

/** Width that is left beside an indent; never so little that every word stands alone. */
export const widthBeside = (width: number, first: string): number => Math.max(20, width - first.length)

export const indent = (lines: readonly string[], first: string): string =>
  lines.map((line, i) => `${i === 0 ? first : ' '.repeat(first.length)}${line}`).join('\n')
