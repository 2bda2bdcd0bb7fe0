import type { types } from '@slack/bolt'
import type { Disagreement, Excerpt, Reading } from '../answer/answer.js'
import { buttonRow, suggestionButtons } from './buttons.js'
import { contextLine, shortCitation } from './cite.js'
import { cut, oneLine } from './escape.js'
import { plain, richText, section } from './rich-text.js'

const MOST_NOTES = 4

/** What the question may be after: a button each that asks for it alone. */
export const renderReadings = (readings: readonly Reading[]): types.KnownBlock[] => {
  const buttons = suggestionButtons(
    readings.slice(0, MOST_NOTES).map(({ label, ask }) => ({ label, line: `ask ${ask}` })),
    'ask:reading',
  )
  return buttons.length === 0 ? [] : [contextLine('Did you mean one of these?'), ...buttonRow('readings', buttons)]
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
