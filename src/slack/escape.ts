// Slack refuses control characters and halves of surrogate pairs; each is replaced one for one, so that ranges stay true.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to replace
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g
const HALVES = /\p{Cs}/gu

/** The text with every character that Slack refuses replaced, at the same length: positions in it stay what they were. */
export const printable = (text: string): string => text.replace(CONTROLS, ' ').replace(HALVES, '\uFFFD')

/**
 * Text for `text` fields and mrkdwn, where `<!channel>`, `<@U…>` and `<https://…>` would act: with `<`, `>` and `&`
 * escaped nothing does.
 */
export const escapeText = (text: string): string =>
  printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The text cut to at most `most` characters as Slack counts them at worst (UTF-16), never through a character. */
export const cut = (text: string, most: number): string => {
  if (text.length <= most) return text
  if (most < 1) return ''
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** Escaped text of at most `most` characters after escaping, which makes one character up to five. */
export const escapeWithin = (text: string, most: number): string => {
  const whole = escapeText(text)
  if (whole.length <= most) return whole
  let result = ''
  for (const character of text) {
    const escaped = escapeText(character)
    if (result.length + escaped.length >= most) break
    result += escaped
  }
  return `${result}…`
}

/** White space of any kind as single blanks: for lines that must stay one line. */
export const oneLine = (text: string): string => printable(text).replace(/\s+/g, ' ').trim()

const LONGEST_URL = 500

/** A web address that can stand in `<…|…>`; undefined for what is no http(s) address or is too long to show. */
export const linkTarget = (url: string | undefined): string | undefined => {
  if (url === undefined || !URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') return undefined
  const safe = href.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('&', '&amp;')
  return safe.length <= LONGEST_URL ? printable(safe) : undefined
}
