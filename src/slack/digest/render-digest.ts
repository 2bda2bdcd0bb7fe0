import type { types } from '@slack/bolt'
import { describeDay } from '../../command/digest/local-day.js'
import type { DigestParts, DigestPassage } from '../../command/reply.js'
import { buttonRow, suggestionButtons } from '../buttons.js'
import { citationBlock, contextLine } from '../cite.js'
import { cut, escapeWithin, oneLine } from '../escape.js'
import { LIMITS, type SlackMessage } from '../limits.js'
import { plain, quote, richText, section } from '../rich-text.js'

/** What the buttons below a passage do; the value names the passage. */
export const READ_MORE = 'read-more'
export const MORE_LIKE = 'more-like'
export const LESS_LIKE = 'less-like'

/** Longest passage; the digest chooses shorter ones. */
const LONGEST = 900

/** Lines that the buttons at the end send. */
const CONTROLS = [
  { label: 'Pause a day', line: 'digest pause 1d' },
  { label: 'Pause a week', line: 'digest pause 1w' },
  { label: 'Skip the next', line: 'digest skip' },
  { label: 'Topics', line: 'digest topics' },
  { label: 'Preview the next', line: 'digest preview' },
] as const

/** The same for a channel that has no digest. */
const TURN_ON = [{ label: 'Get one each morning', line: 'digest on' }] as const

/** A digest: one message, each passage with its citation and buttons, and at the end why it is seen and what comes next. */
export const renderDigest = ({
  day,
  passages,
  notes,
  unanswered,
  why,
  next,
  sample,
  text,
}: DigestParts): SlackMessage => ({
  text: escapeWithin(text, LIMITS.text),
  blocks: [
    {
      type: 'header',
      text: { type: 'plain_text', text: cut(`KubeCon reports · ${describeDay(day)}`, 150), emoji: false },
    },
    ...notes.map((note) => richText(section(...plain(cut(oneLine(note), 500))))),
    ...passages.flatMap(renderPassage),
    ...(unanswered === undefined ? [] : [contextLine(cut(oneLine(unanswered), 500))]),
    ...(why === '' ? [] : [contextLine(cut(oneLine(why), 300))]),
    contextLine(cut(oneLine(next), 300)),
    ...buttonRow('digest', suggestionButtons(sample ? TURN_ON : CONTROLS)),
  ],
})

const renderPassage = ({ key, excerpt }: DigestPassage, i: number): types.KnownBlock[] => [
  richText(quote(...plain(`“${cut(excerpt.text, LONGEST)}”`))),
  citationBlock(i + 1, excerpt.citation),
  ...buttonRow(`passage:${i}`, [
    named(`${READ_MORE}:${i}`, 'Read more', key),
    named(`${MORE_LIKE}:${i}`, '👍 More like this', key),
    named(`${LESS_LIKE}:${i}`, 'Less like this', key),
  ]),
]

const named = (actionId: string, label: string, value: string): types.Button => ({
  type: 'button',
  action_id: actionId,
  text: { type: 'plain_text', text: label, emoji: true },
  value,
})
