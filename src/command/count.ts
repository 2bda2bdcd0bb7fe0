/** `1 report`, `5 reports`. */
export const countOf = (count: number, one: string, several = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : several}`

interface Total {
  readonly total: number
  readonly isCut?: true | undefined
}

/** What an answer turns the pages of: `13 passages`, or `the 13 nearest passages` where only those were looked at. */
export const passagesOf = ({ total, isCut }: Total): string =>
  isCut ? `the ${total === 1 ? 'nearest passage' : `${total} nearest passages`}` : countOf(total, 'passage')

/** How far an answer is shown: `3 of 13 passages`. */
export const seenOf = (seen: number, all: Total): string =>
  all.isCut && all.total === 1 ? passagesOf(all) : `${seen} of ${passagesOf(all)}`
