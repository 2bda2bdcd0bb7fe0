import type { webApi } from '@slack/bolt'
import { notice, problemNotice } from '../../command/reply.js'
import { askAgain, OLD_BUTTON } from '../ask-again.js'
import { type Desk, tell } from '../desk.js'
import { openModal } from '../modals/open-modal.js'
import type { Press } from '../read-press.js'
import { reasonModal } from './reason-modal.js'
import { verdictOn } from './verdict-on.js'

const THANKS = notice('Thank you, noted.')
const SWITCHED_OFF = problemNotice('Feedback is switched off in this channel, so nothing was noted.')

/** 👍 and 👎. A 👎 counts at once; the form for its reason may be closed, or not open at all. */
export const rateAnswer = async (press: Press, client: webApi.WebClient, desk: Desk): Promise<void> => {
  const { name, value } = press.button
  const { person, conversation: channel } = press.line
  const isKnown = name === 'up' || name === 'down'
  const reply = isKnown ? await askAgain(value, person, desk.dispatch) : undefined
  if (!reply) return tell(OLD_BUTTON, press.aside, client, desk)
  const { feedback } = desk.around
  const workspace = press.team ?? ''
  if (!(await feedback.isWanted(workspace, channel))) return tell(SWITCHED_OFF, press.aside, client, desk)
  const verdict = verdictOn(reply.answer, { workspace, channel, person, helpful: name === 'up' })
  await feedback.give(verdict)
  if (!verdict.helpful && (await openModal(reasonModal({ channel, value }), press.trigger, client, desk.log))) return
  await tell(THANKS, press.aside, client, desk)
}
