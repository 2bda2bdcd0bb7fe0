import type { Rule } from './document.js'

/** Longer than this a paragraph holds several matters, and an excerpt of it loses its beginning. */
const LONGEST = 900

export const longParagraphs: Rule = ({ file, blocks }) =>
  blocks.flatMap((block) =>
    block.kind !== 'heading' && block.kind !== 'code' && block.placed.text.length > LONGEST
      ? [
          {
            file,
            line: block.lines[0],
            column: 1,
            rule: 'long-paragraph',
            message: `${block.placed.text.length} characters; break it where the matter changes (at most ${LONGEST})`,
          },
        ]
      : [],
  )
