import type { webApi } from '@slack/bolt'
import { findSection, readSection } from '../../answer/section-in-context.js'
import { askAgain, OLD_BUTTON, REPORTS_CHANGED } from '../ask-again.js'
import { deliver } from '../deliver.js'
import { type Desk, tell } from '../desk.js'
import { findPassage } from '../digest/press-digest.js'
import type { Press } from '../read-press.js'
import { section as line, plain, richText } from '../rich-text.js'
import { modal } from './modal.js'
import { openModal } from './open-modal.js'
import type { ViewPress } from './read-view-press.js'
import { sectionMessage } from './section-blocks.js'
import { readPlaceValue, sectionModal } from './section-modal.js'

/** *In context*: the whole section that the first passage of the answer stands in. */
export const showSection = async (press: Press, client: webApi.WebClient, desk: Desk): Promise<void> => {
  const { value } = press.button
  const reply = await askAgain(value, press.line.person, desk.dispatch)
  if (!reply) return tell(OLD_BUTTON, press.aside, client, desk)
  const { excerpts, from } = reply.answer
  const { reports, revision } = desk.around.knowledge()
  const place = excerpts[0] && findSection(reports, excerpts[0].citation)
  const context = place && readSection(reports, place, excerpts)
  if (!context) return tell(REPORTS_CHANGED, press.aside, client, desk)
  const view = sectionModal(context, { excerpts, from, reports, revision, value })
  if (await openModal(view, press.trigger, client, desk.log)) return
  await deliver(sectionMessage(context), press.aside, client, { post: desk.post })
}

/** *Previous section*, *Next section*, *Passage 2*: another section in the same modal. */
export const turnSection = async (press: ViewPress, client: webApi.WebClient, desk: Desk): Promise<void> => {
  const { reports, revision } = desk.around.knowledge()
  const place = readPlaceValue(press.button.value, revision)
  const reply = await askAgain(press.metadata, press.person, desk.dispatch)
  const passage = findPassage(press.metadata, desk.around.knowledge())
  const excerpts = reply?.answer.excerpts ?? (passage ? [passage] : [])
  const context = place && excerpts.length > 0 ? readSection(reports, place, excerpts) : undefined
  const view = context
    ? sectionModal(context, { excerpts, from: reply?.answer.from ?? 0, reports, revision, value: press.metadata })
    : modal({ title: 'In context', blocks: [richText(line(...plain(STALE)))] })
  await client.views.update({ view_id: press.view, view })
}

const STALE =
  'This button does not work any more: the reports may have changed. Close this and press “In context” again.'
