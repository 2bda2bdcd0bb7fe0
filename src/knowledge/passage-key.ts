import type { Passage } from './report.js'

/**
 * Names a passage by what it says, not by its line: `<report id>#<hash of its words>`. A line added above it does not
 * make it new to a channel, and another passage that moves to its line does not count as posted.
 */
export const passageKey = ({ reportId, text }: Pick<Passage, 'reportId' | 'text'>): string =>
  `${reportId}#${hash(
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  )}`

/** A number from 0 to below 1 that depends on the text alone. */
export const fractionOf = (text: string): number => fnv(text, FIRST) / 0x1_0000_0000

/** 64 bits of two FNV-1a hashes with different starts: enough for passages, and no library is needed. */
const hash = (text: string): string => toHex(fnv(text, FIRST)) + toHex(fnv(text, SECOND))

const FIRST = 0x811c9dc5
const SECOND = 0x01000193

const toHex = (value: number): string => value.toString(16).padStart(8, '0')

const fnv = (text: string, start: number): number => {
  let value = start
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  // FNV's last step leaves the high bits of short texts alike; this mixes them.
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}
