/** A word of a text as written, with the forms it can be found under. */
export interface Word {
  /** Offsets in the text: start included, end excluded. */
  readonly start: number
  readonly end: number
  /** Normalised whole form: lower case, no accents, apostrophes and thousands separators gone. `CRI-O` → `cri-o`. */
  readonly form: string
  /** Other forms of a compound: joined (`crio`) and its parts (`cri`, `o`); empty for plain words. */
  readonly parts: readonly string[]
}

// A run of letters and digits, kept together over single connectors (CRI-O, v1.9, kube-dns, ndots:5, don't, 1,500).
// A single letter with a sign is the name of a language: C++, C#.
const WORD =
  /(?<![\p{L}\p{N}])\p{L}(?:\+\+|#)(?![\p{L}\p{N}])|[\p{L}\p{N}\p{M}]+(?:(?:[-.:_'’+@]|(?<=\d),(?=\d{3}(?!\d)))[\p{L}\p{N}\p{M}]+)*/gu
const CONNECTORS = /[-.:_+@]/
// Scripts written without blanks need a dictionary to find their words.
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const CAMEL_BOUNDARY = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})/u
const LETTERS_DIGITS_BOUNDARY = /^(\p{L}+)(\p{N}[\p{N}.]*)$|^(\p{N}+)(\p{L}+)$/u
const VERSION = /^v?(\d+(?:\.\d+)*)(?:\.x)?$/
const LETTER_WITH_SIGN = /^\p{L}[+#]+$/u
/** Longer runs are noise (encoded data, `aaaa…`); cutting them bounds the index. */
const LONGEST_WORD = 64

/** Nine words in ten: nothing to normalise but the case, and no parts. */
const PLAIN_WORD = /^[A-Z]?[a-z]{1,40}$/
const NO_PARTS: readonly string[] = []

const unspacedWords = new Intl.Segmenter('und', { granularity: 'word' })

/** Splits a text into words; never throws, whatever the text. */
export const splitWords = (text: string): Word[] => {
  const words: Word[] = []
  for (const match of text.matchAll(WORD)) {
    const raw = match[0]
    if (PLAIN_WORD.test(raw)) {
      words.push({ start: match.index, end: match.index + raw.length, form: raw.toLowerCase(), parts: NO_PARTS })
    } else if (UNSPACED.test(raw)) {
      for (const { segment, index, isWordLike } of unspacedWords.segment(raw))
        if (isWordLike) words.push(toWord(segment, match.index + index))
    } else words.push(toWord(raw, match.index))
  }
  return words
}

const toWord = (raw: string, start: number): Word => {
  const end = start + raw.length
  const own = raw.slice(0, LONGEST_WORD).replace(/['’]s$/iu, '')
  const form = normaliseForm(own)
  return { start, end, form, parts: compoundParts(own, form) }
}

/** Lower case without accents, apostrophes and thousands separators; compatibility forms (ﬁ, Ａ) made plain. */
const normaliseForm = (raw: string): string =>
  raw
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .toLowerCase()

const compoundParts = (raw: string, form: string): string[] => {
  // A version is known by its number (v1.9.x → 1.9), not by its digits, which are everywhere.
  const [, number] = VERSION.exec(form) ?? []
  if (number !== undefined) return number === form ? [] : [number]
  if (LETTER_WITH_SIGN.test(form)) return []
  const pieces = raw.split(CONNECTORS).flatMap((piece) => piece.split(CAMEL_BOUNDARY))
  const parts = new Set<string>()
  if (CONNECTORS.test(form)) parts.add(form.replace(/[-.:_+@]/g, ''))
  for (const piece of pieces.map(normaliseForm)) {
    parts.add(piece)
    const [, letters, digits, count, unit] = LETTERS_DIGITS_BOUNDARY.exec(piece) ?? []
    for (const part of [letters, digits, count, unit]) if (part) parts.add(part)
  }
  parts.delete(form)
  parts.delete('')
  return [...parts]
}
