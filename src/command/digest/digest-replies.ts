import { type NoticeReply, notice, problemNotice } from '../reply.js'
import type { DigestControl } from './control.js'
import { describeNext, describeSchedule, describeTopics } from './describe-schedule.js'
import type { DigestVerb } from './digest-verbs.js'
import { type Problem, repaired } from './read-problem.js'
import type { Subscription } from './types.js'

/** What cannot be read, and the same line as it can. */
export const unreadable = (verb: DigestVerb, text: string, found: Problem): NoticeReply =>
  problemNotice(
    `${found.problem} Nothing was changed.`,
    ...repaired(text, found).map((form) => `digest ${verb} ${form}`.slice(0, 200)),
  )

export const noDigest = ({ direct, command }: Pick<DigestControl, 'direct' | 'command'>): NoticeReply =>
  notice(
    `There is no digest ${direct ? 'here' : 'in this channel'}. Turn it on with: ${command} digest on 09:00 Mon-Fri about security`,
    'digest on',
    'digest preview',
  )

/** Every confirmation: when, about what, and the next three runs. */
export const confirmed = (
  what: string,
  subscription: Subscription,
  control: Pick<DigestControl, 'now' | 'command'>,
  ...more: readonly string[]
): NoticeReply => notice(`${what} ${describePlan(subscription, control)}`, ...more, 'digest preview', 'digest status')

const describePlan = (subscription: Subscription, control: Pick<DigestControl, 'now' | 'command'>): string =>
  `${describeSchedule(subscription)}, on ${describeTopics(subscription.topics)}. ${describeNext(subscription, control)}`
