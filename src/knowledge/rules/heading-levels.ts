import type { Rule } from './document.js'

/** A heading may be one level deeper than the one above it; the first may be of level 1 or 2. */
export const headingLevels: Rule = ({ file, blocks }) => {
  let above = 1
  return blocks.flatMap((block) => {
    if (block.kind !== 'heading') return []
    const expected = above + 1
    above = block.level
    return block.level <= expected
      ? []
      : [
          {
            file,
            line: block.lines[0],
            column: 1,
            rule: 'skipped-level',
            message: `"${block.text}" has level ${block.level}; the next below the heading above is ${expected}`,
          },
        ]
  })
}
