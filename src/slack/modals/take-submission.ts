import type { webApi } from '@slack/bolt'
import { type Desk, runErrand } from '../desk.js'
import { REASON_FORM } from '../feedback/reason-modal.js'
import { takeReason } from '../feedback/take-reason.js'
import { ASK_FORM, askFormErrors } from '../shortcuts/ask-form.js'
import { takeAskForm } from '../shortcuts/take-ask-form.js'
import type { Submission } from './read-submission.js'

/** What is wrong with a form, by the block it stands in; undefined when it can be sent. */
export const formErrors = ({ form, values }: Submission): Record<string, string> | undefined =>
  form === ASK_FORM ? askFormErrors(values) : undefined

/** Does what a form asks for: once, however often it is sent. */
export const takeSubmission = async (sent: Submission, client: webApi.WebClient, desk: Desk): Promise<void> => {
  const { person, view, form } = sent
  const keys = [`view ${view}`]
  if (form === ASK_FORM) return takeAskForm(sent, keys, client, desk)
  if (form !== REASON_FORM) return
  const place = { kind: 'post', channel: person, person } as const
  await runErrand({ keys, order: `view ${view}`, place }, client, desk, () => takeReason(sent, client, desk))
}
