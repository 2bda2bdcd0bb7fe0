import { findPresenters } from '../talk-heading.js'
import type { Rule } from './document.js'

/** A talk without a speaker line although its text says «presented by …». */
export const unnamedSpeakers: Rule = ({ file, blocks }) => {
  let heading: (typeof blocks)[number] | undefined
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') heading = block
    else if (heading?.kind === 'heading' && heading.speakers.length === 0) {
      const [speaker] = findPresenters(block.placed.text)?.speakers ?? []
      if (!speaker) return []
      const message = `the text names ${speaker.name}; add *${[speaker.name, speaker.role, speaker.company].filter(Boolean).join(', ')}* below "${heading.text}"`
      return [{ file, line: heading.lines[0], column: 1, rule: 'talk-without-speaker', message }]
    }
    return []
  })
}
