import type { types } from '@slack/bolt'
import type { Disagreement, Excerpt, Facts, Reading } from '../answer/answer.js'
import { describeFacts } from '../command/describe-facts.js'
import { buttonRow, suggestionButtons } from './buttons.js'
import { contextLine, shortCitation } from './cite.js'
import { cut, oneLine } from './escape.js'
import { plain, richText, section } from './rich-text.js'

const MOST_NOTES = 4
const LONGEST_FACT = 300

/** What the question may be after: a button each that asks for it alone. */
export const renderReadings = (readings: readonly Reading[]): types.KnownBlock[] => {
  const buttons = suggestionButtons(
    readings.slice(0, MOST_NOTES).map(({ label, ask }) => ({ label, line: `ask ${ask}` })),
    'ask:reading',
  )
  return buttons.length === 0 ? [] : [contextLine('Narrow to:'), ...buttonRow('readings', buttons)]
}

/** What the heads of the reports say: a line, or a list of them. */
export const renderFacts = (facts: Facts): types.RichTextBlock => {
  const lines = describeFacts(facts)
    .slice(0, MOST_NOTES)
    .map((line) => section(...plain(cut(oneLine(line), LONGEST_FACT))))
  return richText(...(lines.length === 1 ? lines : [list(lines)]))
}

/** Reports that contradict each other, each with its own words. */
export const renderDiffer = ({ about, excerpts }: Disagreement): types.RichTextBlock[] =>
  excerpts.length === 0
    ? []
    : [
        richText(
          section(...plain(`The reports differ on ${cut(oneLine(about), 80)}:`)),
          list(excerpts.slice(0, MOST_NOTES).map(line)),
        ),
      ]

const list = (elements: types.RichTextSection[]): types.RichTextList => ({
  type: 'rich_text_list',
  style: 'bullet',
  elements,
})

const line = ({ text, citation }: Excerpt): types.RichTextSection =>
  section(...plain(`“${cut(oneLine(text), 160)}” — ${shortCitation(citation)}`))
