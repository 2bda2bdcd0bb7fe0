import type { Problem } from '../../errors.js'

// Bidirectional marks make text read as something else than it is; controls and zero-width characters hide in it.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const HIDDEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu
const KNOWN: Readonly<Record<string, string>> = {
  '\u200B': 'zero-width space',
  '\uFEFF': 'byte order mark',
}

/** Characters that nobody sees, one problem for each. */
export const hiddenCharacters = (file: string, lines: readonly string[]): Problem[] =>
  lines.flatMap((line, i) =>
    [...line.matchAll(HIDDEN)].map(({ 0: character, index }) => ({
      file,
      line: i + 1,
      column: index + 1,
      rule: 'hidden-character',
      message: `${describe(character)} cannot be seen; delete it`,
    })),
  )

const describe = (character: string): string => {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  const name = KNOWN[character] ?? (/\p{Cc}/u.test(character) ? 'control character' : 'bidirectional mark')
  return `${name} ${code}`
}
