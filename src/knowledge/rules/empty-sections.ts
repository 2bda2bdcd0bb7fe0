import type { Rule } from './document.js'

/** A heading with neither text nor a deeper heading below it. */
export const emptySections: Rule = ({ file, blocks }) =>
  blocks.flatMap((block, i) => {
    if (block.kind !== 'heading') return []
    const next = blocks[i + 1]
    const filled = next !== undefined && (next.kind !== 'heading' || next.level > block.level)
    return filled
      ? []
      : [
          {
            file,
            line: block.lines[0],
            column: 1,
            rule: 'empty-section',
            message: `nothing stands below "${block.text}"`,
          },
        ]
  })
