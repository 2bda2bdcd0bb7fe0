/** `1 report`, `5 reports`. */
export const countOf = (count: number, one: string, several = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : several}`

interface Total {
  readonly total: number
  readonly isCut?: true | undefined
}

/** What an answer turns the pages of: `13 passages`, or `16 or more passages` where not all were looked at. */
export const passagesOf = ({ total, isCut }: Total): string =>
  isCut ? `${orMore({ total, isCut })} passages` : countOf(total, 'passage')

/** `13`, or `16 or more`. */
export const orMore = ({ total, isCut }: Total): string => `${total.toLocaleString('en')}${isCut ? ' or more' : ''}`

/** How far an answer is shown: `3 of 13 passages`. */
export const seenOf = (seen: number, all: Total): string => `${seen} of ${passagesOf(all)}`
