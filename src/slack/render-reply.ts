import type { types } from '@slack/bolt'
import type { NoticeReply, Reply } from '../command/reply.js'
import { buttonRow, suggestionButtons, suggestLine } from './buttons.js'
import { contextLine } from './cite.js'
import { cut, escapeText, escapeWithin, oneLine, printable } from './escape.js'
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
  if (askedBy !== undefined && asked !== undefined) return credit(reply, options, { asked, askedBy })
  const head = asked === undefined ? [] : restate(asked, ephemeral)
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

/** The reply below the name of whoever asked, which is the one mention that the bot ever makes. */
const credit = (
  reply: Reply,
  { askedBy: _, asked: __, ...options }: RenderOptions,
  { asked, askedBy }: { asked: string; askedBy: string },
): SlackMessage => {
  const { text, blocks } = renderReply(reply, options)
  const line = cut(oneLine(asked), 150) || 'something'
  return {
    text: `<@${askedBy}> asked: ${escapeText(line)} ${text}`,
    blocks: [richText(section({ type: 'user', user_id: askedBy }, ...plain(` asked: ${line}`))), ...blocks],
  }
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
