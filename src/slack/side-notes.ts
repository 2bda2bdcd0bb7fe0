import type { types } from '@slack/bolt'
import type { Disagreement, Excerpt, Reading } from '../answer/answer.js'
import { shortCitation } from './cite.js'
import { cut, oneLine } from './escape.js'
import { bold, plain, richText, section } from './rich-text.js'

const MOST_NOTES = 4

/** Several right answers, one line each: what it is for, the words, the place. */
export const renderReadings = (readings: readonly Reading[]): types.RichTextBlock[] =>
  readings.length === 0
    ? []
    : [
        richText(
          list(
            readings.slice(0, MOST_NOTES).map(({ label, excerpt }) => line(`${cut(oneLine(label), 80)}: `, excerpt)),
          ),
        ),
      ]

/** Reports that contradict each other, each with its own words. */
export const renderDiffer = ({ about, excerpts }: Disagreement): types.RichTextBlock[] =>
  excerpts.length === 0
    ? []
    : [
        richText(
          section(...plain(`The reports differ on ${cut(oneLine(about), 80)}:`)),
          list(excerpts.slice(0, MOST_NOTES).map((excerpt) => line('', excerpt))),
        ),
      ]

const list = (elements: types.RichTextSection[]): types.RichTextList => ({
  type: 'rich_text_list',
  style: 'bullet',
  elements,
})

const line = (label: string, { text, citation }: Excerpt): types.RichTextSection =>
  section(...bold(label), ...plain(`“${cut(oneLine(text), 160)}” — ${shortCitation(citation)}`))
