import { type ListingEntry, notice, problemNotice, type Reply } from '../reply.js'
import { type Changing, subscriptionId, todayOf } from './change-digest.js'
import { composeDigest } from './compose-digest.js'
import type { DigestControl } from './control.js'
import { comingSkips, countPassages, describeNext, describeSchedule, describeTopics } from './describe-schedule.js'
import { confirmed, noDigest } from './digest-replies.js'
import { addDays, describeDay, endOfDay } from './local-day.js'
import { dueRun, nextRuns } from './next-runs.js'
import { isMark } from './posted-marks.js'
import { isZone } from './read-zone.js'
import type { Subscription } from './types.js'

export const showStatus = async ({ control }: Changing): Promise<Reply> => {
  const { store, workspace, channel, direct, now } = control
  const subscription = await store.subscription(workspace, channel)
  if (!subscription) return noDigest(control)
  const posted = [...(await store.posted(subscription.id))].filter((key) => !isMark(key))
  const today = todayOf(subscription, control)
  const skips = comingSkips(subscription, now).map((day) => describeDay(day, today))
  const entries: ListingEntry[] = [
    { label: 'When', detail: describeSchedule(subscription) },
    { label: 'Topics', detail: describeTopics(subscription.topics) },
    { label: 'Next', detail: describeNext(subscription, control).replace(/^Next: /, '') },
    ...(skips.length === 0 ? [] : [{ label: 'Left out', detail: skips.join(', ') }]),
    { label: 'Posted here', detail: `${countPassages(posted.length)} in this round` },
  ]
  return {
    kind: 'listing',
    title: direct ? 'Your digest' : 'The digest of this channel',
    groups: [{ heading: '', entries }],
    suggestions: [
      subscription.pausedUntil === undefined ? 'digest pause 1w' : 'digest resume',
      'digest preview',
      'digest topics',
      'digest off',
    ],
  }
}

/** What would come next, as it would come; nothing is remembered of it. */
export const preview = async ({ control, knowledge, person }: Changing): Promise<Reply> => {
  const { store, workspace, channel, now } = control
  const subscription =
    (await store.subscription(workspace, channel)) ?? trialSubscription(control, person, await control.personZone())
  // While it is paused, as it would come on the first day after it.
  const [next] = [dueRun(subscription, now), ...nextRuns(subscription, now, 1)].filter((run) => run !== undefined)
  const day = next?.day ?? todayOf(subscription, control)
  const composed = composeDigest({
    knowledge,
    subscription,
    posted: await store.posted(subscription.id),
    feedback: await control.feedback(),
    questions: await questionsBefore(day, subscription.zone, control.unanswered),
    day,
    now,
    command: control.command,
  })
  if (!composed)
    return notice(
      'Nothing would come: there is nothing new for this channel, and it was told so within the week.',
      'digest status',
    )
  return { ...composed.reply, title: `Preview: ${composed.reply.title}`, personal: true }
}

/** The channel's unanswered questions of the day before a digest. */
export const questionsBefore = (
  day: string,
  zone: string,
  between: (from: number, until: number) => Promise<readonly string[]>,
): Promise<readonly string[]> => between(endOfDay(addDays(day, -2), zone), endOfDay(addDays(day, -1), zone))

/** The digest that a channel would have which has none. */
export const trialSubscription = (
  { workspace, channel, now }: Pick<DigestControl, 'workspace' | 'channel' | 'now'>,
  person: string,
  zone: string | undefined,
): Subscription => ({
  id: subscriptionId({ workspace, channel }),
  workspace,
  channel,
  owner: person,
  time: '09:00',
  weekdays: [1, 2, 3, 4, 5],
  zone: zone !== undefined && isZone(zone) ? zone : 'UTC',
  topics: [],
  skips: [],
  changedBy: person,
  createdAt: now,
  trial: true,
})

/** `digest now`: today's digest at once, or an extra one where today's was sent. */
export const sendNow = async ({ control }: Changing): Promise<Reply> => {
  const subscription = await control.store.subscription(control.workspace, control.channel)
  if (!subscription) return noDigest(control)
  const sent = await control.sendNow(subscription)
  const after = (await control.store.subscription(control.workspace, control.channel)) ?? subscription
  switch (sent) {
    case 'sent':
      return confirmed('The digest is posted. It comes at', after, control)
    case 'busy':
      return notice('A digest is being posted here right now.', 'digest status')
    case 'nothing':
      return notice('There is nothing new for this channel, so nothing was posted.', 'digest topics everything')
    case 'refused':
      return problemNotice(
        `I may not post here. Type ${await control.invite()}, then: ${control.command} digest now`,
        'digest now',
      )
    case 'unknown':
      return problemNotice(
        'Slack has not said whether the digest arrived. If it did not, I look again in a few minutes.',
        'digest status',
      )
  }
}
