import type { Rule } from './document.js'
import { emptySections } from './empty-sections.js'
import { headingLevels } from './heading-levels.js'
import { brokenLinks } from './links.js'
import { longParagraphs } from './long-paragraphs.js'
import { unnamedSpeakers } from './unnamed-speakers.js'

/** Every rule for the body of a Markdown report; `docs/decisions/0004-what-leaves-a-file-out.md` says which weigh how much. */
export const RULES: readonly Rule[] = [emptySections, headingLevels, longParagraphs, brokenLinks, unnamedSpeakers]

/**
 * Rules whose breach leaves the whole file out: its text may not be what a reader sees, or would tell what it must not.
 * The others are a matter of care: the report is served, `check` fails all the same.
 */
export const LEAVES_OUT: ReadonlySet<string> = new Set([
  'unreadable',
  'front-matter',
  'repeated-id',
  'no-text',
  'hidden-character',
  'private-link',
])
