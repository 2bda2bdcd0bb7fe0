import type { webApi } from '@slack/bolt'
import type { Desk } from '../desk.js'
import type { Submission } from '../modals/read-submission.js'
import { readAskForm } from './ask-form.js'

/** Answers the question of the form: to the person, or in the channel that was chosen. */
export const takeAskForm = async (
  { person, team, values, answerAt }: Submission,
  keys: readonly string[],
  client: webApi.WebClient,
  desk: Desk,
): Promise<void> => {
  const form = readAskForm(values)
  if (!form) return
  const { question, channel = person } = form
  const url = answerAt.find((address) => address.channel === channel)?.url
  const said = {
    line: { text: question, person, conversation: channel },
    place: { kind: 'post', channel, person, ...(url === undefined ? {} : { url }) } as const,
    keys,
    asked: question,
    ...(team === undefined ? {} : { team }),
    ...(channel === person ? {} : { askedBy: person }),
  }
  await desk.answer(said, client)
}
