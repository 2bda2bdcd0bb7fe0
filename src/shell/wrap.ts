/** Breaks a text into lines of at most `width` characters at blanks; a longer word stands alone. */
export const wrap = (text: string, width: number): string[] => {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(/ +/)) {
      if (line === '') line = word
      else if (line.length + 1 + word.length <= width) line += ` ${word}`
      else {
        lines.push(line)
        line = word
      }
    }
    lines.push(line)
  }
  return lines
}

/** The same with the first line led by `first` and the others by as many blanks. */
export const wrapIndented = (text: string, width: number, first: string): string => {
  const rest = ' '.repeat(first.length)
  return wrap(text, Math.max(20, width - first.length))
    .map((line, i) => `${i === 0 ? first : rest}${line}`)
    .join('\n')
}
