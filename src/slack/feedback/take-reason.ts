import type { webApi } from '@slack/bolt'
import { problemNotice } from '../../command/reply.js'
import { askAgain } from '../ask-again.js'
import { type Desk, tell } from '../desk.js'
import type { Submission } from '../modals/read-submission.js'
import { readReasonForm } from './reason-modal.js'
import { verdictOn } from './verdict-on.js'

const OLD_FORM = problemNotice('This form does not work any more, so the reason was not noted.')

/** Notes the reason of a 👎. */
export const takeReason = async (
  { person, team, metadata, values }: Submission,
  client: webApi.WebClient,
  { dispatch, around, post }: Desk,
): Promise<void> => {
  const form = readReasonForm(metadata, values)
  const reply = form && (await askAgain(form.value, person, dispatch))
  if (!form || !reply) return tell(OLD_FORM, { kind: 'post', channel: person, person }, client, { post })
  const { channel, reason } = form
  await around.feedback.give(
    verdictOn(reply.answer, { workspace: team ?? '', channel, person, helpful: false, reason }),
  )
}
