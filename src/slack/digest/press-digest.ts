import type { webApi } from '@slack/bolt'
import type { Excerpt } from '../../answer/answer.js'
import { cite } from '../../answer/cite.js'
import { findSection, readSection } from '../../answer/section-in-context.js'
import { notice } from '../../command/reply.js'
import { passageKey } from '../../knowledge/passage-key.js'
import type { Knowledge } from '../../knowledge/report.js'
import { REPORTS_CHANGED } from '../ask-again.js'
import { deliver } from '../deliver.js'
import { type Desk, tell } from '../desk.js'
import { openModal } from '../modals/open-modal.js'
import { sectionMessage } from '../modals/section-blocks.js'
import { sectionModal } from '../modals/section-modal.js'
import type { Press } from '../read-press.js'

/** *Read more*: the section that a passage of the digest stands in. */
export const readMore = async (press: Press, client: webApi.WebClient, desk: Desk): Promise<void> => {
  const knowledge = desk.around.knowledge()
  const { reports, revision } = knowledge
  const excerpt = findPassage(press.button.value, knowledge)
  const place = excerpt && findSection(reports, excerpt.citation)
  const context = place && readSection(reports, place, [excerpt])
  if (!context) return tell(REPORTS_CHANGED, press.aside, client, desk)
  const view = sectionModal(context, { excerpts: [excerpt], from: 0, reports, revision, value: press.button.value })
  if (await openModal(view, press.trigger, client, desk.log)) return
  await deliver(sectionMessage(context), press.aside, client, { post: desk.post })
}

const NOTED = {
  more: notice('Noted: more like this in the digests here.', 'digest preview'),
  less: notice('Noted: less like this in the digests here.', 'digest preview'),
}

/** *More like this* and *Less like this*: the last word of each person counts. */
export const likeMore = (verdict: 'more' | 'less') => async (press: Press, client: webApi.WebClient, desk: Desk) => {
  const { around, account } = desk
  const { value } = press.button
  if (!findPassage(value, around.knowledge())) return tell(REPORTS_CHANGED, press.aside, client, desk)
  const { person, conversation } = press.line
  await around.likes((await account.team()) ?? '', conversation, person, value, verdict)
  return tell(NOTED[verdict], press.aside, client, desk)
}

/** The passage that a key names, as an excerpt; undefined when the reports do not have it any more. */
export const findPassage = (key: string, { passages, reports }: Knowledge): Excerpt | undefined => {
  const [id] = key.split('#')
  const passage = passages.find((one) => one.reportId === id && passageKey(one) === key)
  const report = reports.find((one) => one.id === id)
  if (!passage || !report) return undefined
  return { text: passage.text, highlights: [], citation: cite(passage, report, passage.lines), score: 1 }
}
