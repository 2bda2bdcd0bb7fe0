import type { types } from '@slack/bolt'
import type { Answer, Excerpt } from '../answer/answer.js'
import type { AnswerReply } from '../command/reply.js'
import { answerText, passageCount } from './answer-text.js'
import {
  answerButtons,
  buttonRow,
  pageButtons,
  ratingButtons,
  suggestionButtons,
  suggestLine,
  suggestTerm,
  termMenu,
} from './buttons.js'
import { citationBlock, contextLine } from './cite.js'
import { cut, oneLine } from './escape.js'
import { charactersOf, LIMITS, type SlackMessage } from './limits.js'
import { bold, marked, plain, quote, richText, section } from './rich-text.js'
import { renderDiffer, renderFacts, renderReadings } from './side-notes.js'

/** Excerpts in one message at most: each takes two blocks. */
const MOST_EXCERPTS = 10

/** What a person may do with the answer, where it stands. */
export interface AnswerOffers {
  readonly share?: boolean
  readonly rate?: boolean
}

/** How much of an answer goes into a message. */
interface Extent {
  readonly excerpts: readonly Excerpt[]
  /** Whether facts, readings and disagreements are told too. */
  readonly notes: boolean
}

/**
 * An answer with numbered excerpts, each with its citation. What does not fit gives way from the end: excerpts with their
 * citations (the next page then starts with them), side notes, and at last the end of the first excerpt.
 */
export const renderAnswer = (
  reply: AnswerReply,
  head: readonly types.KnownBlock[],
  offers: AnswerOffers = {},
): SlackMessage => {
  const { excerpts } = reply.answer
  const [first] = excerpts
  const most = Math.min(excerpts.length, MOST_EXCERPTS)
  const extents: Extent[] = [
    { excerpts: excerpts.slice(0, most), notes: true },
    ...Array.from({ length: Math.max(0, most - 1) }, (_, i) => ({
      excerpts: excerpts.slice(0, most - 1 - i),
      notes: true,
    })),
    { excerpts: excerpts.slice(0, 1), notes: false },
  ]
  for (const extent of extents) {
    const message = assemble(reply, extent, head, offers)
    if (first === undefined || roomLeft(message) >= 0) return message
  }
  const cutTo = (length: number): SlackMessage =>
    assemble(reply, { excerpts: first === undefined ? [] : [shorten(first, length)], notes: false }, head, offers)
  // The plain form grows with the excerpt too, so its full length is kept free.
  return cutTo(roomLeft(cutTo(0)) - LIMITS.text)
}

const roomLeft = ({ text, blocks }: SlackMessage): number =>
  blocks.length > LIMITS.blocks ? -1 : LIMITS.characters - charactersOf(blocks) - text.length

const shorten = (excerpt: Excerpt, most: number): Excerpt => {
  const text = cut(excerpt.text, most)
  return { ...excerpt, text, highlights: excerpt.highlights.filter(([, end]) => end < text.length) }
}

const assemble = (
  reply: AnswerReply,
  { excerpts, notes }: Extent,
  head: readonly types.KnownBlock[],
  { share = false, rate = false }: AnswerOffers,
): SlackMessage => {
  const { answer, scope, didYouMean } = reply
  const { question, topic, from, total, related, status } = answer
  const shown = { from, shown: excerpts.length, total }
  const terms = related.map(suggestTerm)
  return {
    text: answerText(reply, excerpts),
    blocks: [
      ...head,
      ...lead(answer, didYouMean),
      ...buttonRow('meant', didYouMean === undefined ? [] : suggestionButtons([suggestLine(didYouMean)], 'ask:meant')),
      ...(notes && answer.facts ? [renderFacts(answer.facts)] : []),
      ...excerpts.flatMap((excerpt, i) => renderExcerpt(excerpt, from + i + 1)),
      ...(notes && answer.differ ? renderDiffer(answer.differ) : []),
      ...(excerpts.length > 0
        ? [contextLine(`${passageCount({ ...shown, isCut: answer.isCut })} · quoted word for word`)]
        : []),
      ...buttonRow('pages', [
        ...pageButtons(question, shown),
        ...answerButtons(question, { ...shown, share, topic }),
        ...(status === 'answered' ? termMenu(related) : []),
      ]),
      ...buttonRow('rating', rate ? ratingButtons(question, shown) : []),
      ...(notes ? renderReadings(answer.readings ?? []) : []),
      ...closing(status, terms.length, scope),
      ...buttonRow(
        'terms',
        status === 'answered'
          ? []
          : suggestionButtons([
              ...terms.slice(0, LIMITS.buttons - 1),
              ...(status === 'not-found' ? [{ label: 'See all reports', line: 'reports' }] : []),
            ]),
      ),
    ],
  }
}

const lead = (answer: Answer, didYouMean: string | undefined): types.RichTextBlock[] => {
  const { status, question, repaired, excerpts, filters = [] } = answer
  const sections: types.RichTextSection[] = []
  if (filters.length > 0) sections.push(section(...plain(cut(`Only ${oneLine(filters.join(' '))}`, 200))))
  if (repaired.length > 0 && excerpts.length > 0)
    sections.push(
      section(...plain(cut(`Showing results for ${repaired.map(({ to }) => oneLine(to)).join(', ')}.`, 200))),
    )
  if (status === 'weak') sections.push(section(...bold('No passage answers this directly. The closest:')))
  const asked = cut(oneLine(question), 120)
  if (status === 'not-found') sections.push(section(...plain('No report covers “'), ...bold(asked), ...plain('”.')))
  else if (excerpts.length === 0 && answer.facts === undefined)
    sections.push(section(...plain(`There are no more passages on “${asked}”.`)))
  if (didYouMean !== undefined)
    sections.push(section(...plain('Did you mean '), ...bold(cut(oneLine(didYouMean), 120)), ...plain('?')))
  return sections.length === 0 ? [] : [richText(...sections)]
}

const renderExcerpt = ({ text, highlights, citation }: Excerpt, number: number): types.KnownBlock[] => [
  richText(quote(...plain(`${number}. “`), ...marked(text, highlights), ...plain('”'))),
  citationBlock(number, citation),
]

/** What was searched, and what the buttons below are. */
const closing = (status: Answer['status'], terms: number, scope: string): types.ContextBlock[] => {
  if (status === 'answered') return []
  const near = terms === 0 ? '' : status === 'weak' ? 'Related terms in the reports:' : 'Closest terms in the reports:'
  const searched = status === 'not-found' ? `I searched ${cut(oneLine(scope), 400)}.` : ''
  const line = [searched, near].filter(Boolean).join(' ')
  return line === '' ? [] : [contextLine(line)]
}
