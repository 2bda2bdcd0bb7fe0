// Only the start is matched here: a comment that is opened and never closed is still meant as one.
const ASKS = /<!--\s*asks\s*:/i
const WHOLE = /^\s*<!--\s*asks\s*:([\s\S]*?)(?:-->|$)/i

/** The questions of a comment `<!-- asks: one | two -->`; undefined for anything else. */
export const parseAsks = (html: string): readonly string[] | undefined =>
  WHOLE.exec(html)?.[1]
    ?.split('|')
    .map((question) => question.replace(/\s+/g, ' ').trim())
    .filter((question) => question !== '')

export const hasAsks = (html: string): boolean => ASKS.test(html)
