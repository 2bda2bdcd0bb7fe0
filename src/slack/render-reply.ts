import type { types } from '@slack/bolt'
import type { NoticeReply, Reply } from '../command/reply.js'
import { buttonRow, suggestionButtons, suggestLine } from './buttons.js'
import { contextLine } from './cite.js'
import { cut, escapeWithin, oneLine, printable } from './escape.js'
import { LIMITS, type SlackMessage } from './limits.js'
import { renderAnswer } from './render-answer.js'
import { renderListing } from './render-listing.js'
import { plain, richText, section } from './rich-text.js'

export interface RenderOptions {
  /** What was asked, restated above the reply where the question itself cannot be seen: slash commands and buttons. */
  readonly asked?: string
  /** Whether only the person who asked sees the reply. */
  readonly ephemeral: boolean
  /** Id of the person for whom the reply is shown to others: named above it, with what was asked. */
  readonly askedBy?: string
  /** Whether there is a channel that an answer for the person alone can be shared in. */
  readonly share?: boolean
  /** Whether the answer asks for a verdict. */
  readonly rate?: boolean
}

/**
 * A reply as Slack gets it: within all of Slack's limits whatever the reply holds, and with no way for what people or
 * reports wrote to mention anybody, to link or to format.
 */
export const renderReply = (reply: Reply, options: RenderOptions): SlackMessage => {
  const { asked, ephemeral, askedBy } = options
  const head =
    asked === undefined
      ? []
      : askedBy === undefined
        ? restate(asked, ephemeral)
        : credit(asked, askedBy, fromPassage(reply))
  const message = renderBelow(head, reply, options)
  // An answer begins with the question, other replies do not.
  const isAnswered = reply.kind === 'answer' && reply.answer.status === 'answered'
  return askedBy === undefined
    ? message
    : { ...message, text: `<@${askedBy}> asked${isAnswered ? ':' : '.'} ${message.text}` }
}

/** What is said of an answer that is shown for others from a later page on; empty for a first page. */
export const fromPassage = (reply: Reply): string =>
  reply.kind === 'answer' && reply.answer.from > 0 ? `, from passage ${reply.answer.from + 1} on` : ''

const renderBelow = (head: readonly types.KnownBlock[], reply: Reply, options: RenderOptions): SlackMessage => {
  switch (reply.kind) {
    case 'answer':
      return renderAnswer(reply, head, options)
    case 'listing':
      return renderListing(reply, head)
    case 'notice':
      return renderNotice(reply, head)
  }
}

const restate = (asked: string, ephemeral: boolean): types.ContextBlock[] => {
  const line = cut(oneLine(asked), 150)
  return line === '' ? [] : [contextLine(`${ephemeral ? 'You asked' : 'Asked'}: ${line}`, 'asked')]
}

/** Names whoever asked, in the one mention that the bot ever makes. */
const credit = (asked: string, askedBy: string, part: string): types.RichTextBlock[] => {
  const line = cut(oneLine(asked), 150)
  const words = line === '' ? ` asked${part}` : ` asked: ${line}${part}`
  return [richText(section({ type: 'user', user_id: askedBy }, ...plain(words)))]
}

const LONGEST_NOTICE = 3000

const renderNotice = ({ text, suggestions }: NoticeReply, head: readonly types.KnownBlock[]): SlackMessage => {
  const said = cut(printable(text).trim(), LONGEST_NOTICE) || 'I have nothing to say to that.'
  return {
    text: escapeWithin(said, LIMITS.text),
    blocks: [
      ...head,
      richText(section(...plain(said))),
      ...buttonRow('suggestions', suggestionButtons(suggestions.map(suggestLine))),
    ],
  }
}
