import type { webApi } from '@slack/bolt'
import { cleanText, hasWords, LONGEST_LINE } from '../../command/clean-text.js'
import { problemNotice } from '../../command/reply.js'
import { type Desk, runErrand, tell } from '../desk.js'
import { openModal } from '../modals/open-modal.js'
import type { Place } from '../place.js'
import { askForm } from './ask-form.js'
import { ASK_MESSAGE, ASK_REPORTS, type Shortcut } from './read-shortcut.js'

const TOO_LATE = problemNotice(
  'The form could not be opened in time. Please try again, or write your question here.',
  'what is CRI-O',
)
const NO_TEXT = problemNotice('That message has no text that I could look up in the reports.')
const TOO_LONG = problemNotice(
  `That message is longer than the ${LONGEST_LINE.toLocaleString('en')} characters I read. Please ask in a sentence or two.`,
)

/** Asks the text of a message, or opens the form to ask anything. */
export const takeShortcut = async (taken: Shortcut, client: webApi.WebClient, desk: Desk): Promise<void> => {
  const { name, person, trigger, message } = taken
  if (name === ASK_MESSAGE && message) return askMessage(taken, message, client, desk)
  if (name !== ASK_REPORTS) return
  const place = { kind: 'post', channel: person, person } as const
  const errand = { keys: [`trigger ${trigger}`], order: `shortcut ${person}`, place }
  await runErrand(errand, client, desk, async () => {
    if (!(await openModal(askForm(), trigger, client, desk.log))) await tell(TOO_LATE, place, client, desk)
  })
}

const askMessage = async (
  { person, team, trigger }: Shortcut,
  { channel, ts, thread, text, url }: NonNullable<Shortcut['message']>,
  client: webApi.WebClient,
  desk: Desk,
): Promise<void> => {
  const keys = [`trigger ${trigger}`]
  const problem = text.length > LONGEST_LINE ? TOO_LONG : hasWords(cleanText(text)) ? undefined : NO_TEXT
  if (problem) {
    const aside: Place =
      url === undefined
        ? { kind: 'post', channel: person, person }
        : { kind: 'respond', url, channel, person, replace: false, ...(thread === ts ? {} : { thread }) }
    return runErrand({ keys, order: `shortcut ${person}`, place: aside }, client, desk, () =>
      tell(problem, aside, client, desk),
    )
  }
  await desk.answer(
    {
      // A message that happens to be the name of a command is a question all the same.
      line: { text: `ask ${text}`, person, conversation: channel, ...(channel.startsWith('D') ? {} : { thread }) },
      place: { kind: 'post', channel, thread, person, ...(url === undefined ? {} : { url }) },
      keys,
      asked: cleanText(text),
      askedBy: person,
      ...(team === undefined ? {} : { team }),
    },
    client,
  )
}
