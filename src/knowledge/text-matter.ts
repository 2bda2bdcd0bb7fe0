import type { Row } from './text-rows.js'

/** Tells what is kept for context but never given as an answer: picture captions, thanks, the frame of a blog page. */
export interface TextMatter {
  isCaption(text: string): boolean
  isQuotable(text: string): boolean
}

const THANKS =
  /^(?:note\s+)?(?:a huge |many |special |big )?(?:thanks|thank you)\b|^(?:note\s+)?all credit\b|^photo(?:s)? by\b|^(?:authored|posted|written) (?:by|on)\b|^end of post\b|^blog post:?$|^TL;DR$|^have fun!?$/iu
const IMAGE = /^!\[[^\]]*\]\(/
const PREFIX = /^(\p{Lu}[\p{L}\p{N} ]{2,24}): \S/u
const LONGEST_CAPTION = 140
/** So often must a line's beginning recur in a file to be that of its picture captions. */
const CAPTIONS_FROM = 5

export const readTextMatter = (rows: readonly Row[]): TextMatter => {
  const prefixes = captionPrefixes(rows)
  const isCaption = (text: string): boolean => IMAGE.test(text) || prefixes.has(captionPrefix(text) ?? '')
  return {
    isCaption,
    isQuotable: (text) => !isCaption(text) && !THANKS.test(text) && /\p{L}{2}/u.test(text),
  }
}

/** Beginnings such as «KubeCon: Keynote» that so many short lines without a full stop share that they are captions. */
const captionPrefixes = (rows: readonly Row[]): ReadonlySet<string> => {
  const counts = new Map<string, number>()
  for (const { text, bullet } of rows) {
    const prefix = bullet || /[.!?]$/.test(text) ? undefined : captionPrefix(text)
    if (prefix !== undefined) counts.set(prefix, (counts.get(prefix) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= CAPTIONS_FROM).map(([prefix]) => prefix))
}

const captionPrefix = (text: string): string | undefined =>
  text.length <= LONGEST_CAPTION ? PREFIX.exec(text)?.[1] : undefined
