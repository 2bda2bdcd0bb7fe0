import type { LineRange } from '../../src/knowledge/report.js'

/**
 * The letters and digits of a text, without Markdown and white space: what must be the same in a file and in a
 * quotation of it.
 */
export const essence = (text: string): string =>
  text
    .replace(/^\s*\d+[.)]\s/gm, '')
    .replace(/!\[[^\]]*\]\([^)]*\)|<[^>]*>/g, '')
    .replace(/\]\((?:[^()\s]|\([^()]*\))*(?:\s+"[^"]*")?\)/g, ']')
    .replace(/&(?:amp|lt|gt|quot|nbsp);/g, ' ')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** The lines of a file, both ends included, counted from 1. */
export const linesOf = (file: string, [first, last]: LineRange): string =>
  file
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .slice(first - 1, last)
    .join('\n')
