import type { types } from '@slack/bolt'
import { cut, oneLine } from './escape.js'
import { LIMITS } from './limits.js'

/** Names of buttons: what is before the colon tells what pressing does, what is after it keeps them apart in a message. */
export const PAGE = 'page'
export const ASK = 'ask'
export const CONTEXT = 'context'
export const SHARE = 'share'
export const RATE = 'rate'

// A question longer than this is not carried by a button: the value would eat the room of the answer.
const LONGEST_QUESTION = 700
const LONGEST_LINE = 300

/** Where a page button leads: the line that asks, and the position of the first excerpt to show. */
export interface PageTarget {
  readonly line: string
  readonly from: number
}

/** The value of a page button; `more`, which goes by what the bot remembers, where the question is too long to carry. */
const pageValue = (question: string, from: number): string =>
  isCarried(question) ? `${from} ask ${oneLine(question)}` : `${from} more`

const isCarried = (question: string): boolean => question.length <= LONGEST_QUESTION && oneLine(question) !== ''

/**
 * The question and the page of an answer, for a button that asks it again; undefined for a question so long that several
 * such buttons would eat the room of the answer.
 */
const answerValue = (question: string, from: number): string | undefined =>
  isCarried(question) && question.length <= LONGEST_LINE ? pageValue(question, from) : undefined

/** What can be done with an answer besides turning its pages. */
export const answerButtons = (
  question: string,
  { from, shown, share, topic = question }: { from: number; shown: number; share: boolean; topic?: string | undefined },
): types.Button[] => {
  const value = answerValue(question, from)
  if (value === undefined || shown === 0) return []
  return [
    button(`${CONTEXT}:open`, 'In context', value),
    ...suggestionButtons([{ label: 'Timeline', line: `timeline ${topic}` }], `${ASK}:timeline`),
    ...(share ? [button(`${SHARE}:channel`, 'Share in channel', value)] : []),
  ]
}

/** Whether the answer helped. */
export const ratingButtons = (question: string, { from, shown }: { from: number; shown: number }): types.Button[] => {
  const value = answerValue(question, from)
  if (value === undefined || shown === 0) return []
  return [button(`${RATE}:up`, '👍 Helpful', value), button(`${RATE}:down`, '👎 Not helpful', value)]
}

/** What `pageValue` wrote; undefined for anything else. */
export const readPageValue = (value: string): PageTarget | undefined => {
  const [, from, line] = /^(\d{1,6}) (ask .+|more)$/s.exec(value) ?? []
  return from === undefined || line === undefined ? undefined : { line, from: Number(from) }
}

/** Buttons to the next and to the previous page of an answer; none where there is no such page. */
export const pageButtons = (question: string, page: { from: number; shown: number; total: number }): types.Button[] => {
  const { from, shown, total } = page
  const next = from + shown
  return [
    ...(shown > 0 && next < total ? [button(`${PAGE}:next`, 'Show more', pageValue(question, next))] : []),
    ...(from > 0 && isCarried(question)
      ? [button(`${PAGE}:previous`, 'Show previous', pageValue(question, Math.max(0, from - 3)))]
      : []),
  ]
}

/** A line that a person can send next, as it stands on the button and as it is sent. */
export interface Suggestion {
  readonly label: string
  readonly line: string
}

export const suggestLine = (line: string): Suggestion => ({ label: line, line })
/** A term that is asked about; with `ask` in front, a term that is also a command's name stays a question. */
export const suggestTerm = (term: string): Suggestion => ({ label: term, line: `ask ${term}` })

/** Buttons that send a line; one for each line, and none for a line that cannot stand on a button. */
export const suggestionButtons = (suggestions: readonly Suggestion[], name: string = ASK): types.Button[] =>
  suggestions
    .map(({ label, line }) => ({ label: oneLine(label), line: oneLine(line) }))
    .filter(({ label, line }) => label !== '' && line !== '' && line.length <= LONGEST_LINE)
    .filter(({ line }, i, all) => all.findIndex((one) => one.line === line) === i)
    .slice(0, LIMITS.buttons)
    .map(({ label, line }, i) => button(`${name}:${i}`, label, line))

// Slack takes no longer one in a menu.
const LONGEST_OPTION = 150

/** *Ask about…*: a menu of terms to go on with; none for none. */
export const termMenu = (terms: readonly string[]): types.StaticSelect[] => {
  const options = terms
    .map(oneLine)
    .filter((term, i, all) => term !== '' && all.indexOf(term) === i)
    .map((term) => ({ text: plainText(term), value: suggestTerm(term).line }))
    .filter(({ value }) => value.length <= LONGEST_OPTION)
    .slice(0, LIMITS.buttons)
  return options.length === 0
    ? []
    : [{ type: 'static_select', action_id: `${ASK}:about`, placeholder: plainText('Ask about…'), options }]
}

/** A row of buttons and menus; none for none. */
export const buttonRow = (
  blockId: string,
  elements: readonly (types.Button | types.StaticSelect)[],
): types.ActionsBlock[] =>
  elements.length === 0 ? [] : [{ type: 'actions', block_id: blockId, elements: [...elements] }]

export const button = (actionId: string, label: string, value: string): types.Button => ({
  type: 'button',
  action_id: actionId,
  text: plainText(label),
  value,
})

// Without emoji, so that `:tada:` in a term stays what it is.
const plainText = (text: string): types.PlainTextElement => ({
  type: 'plain_text',
  text: cut(text, LIMITS.buttonText),
  emoji: false,
})
