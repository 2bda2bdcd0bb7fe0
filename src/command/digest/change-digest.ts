import type { Knowledge } from '../../knowledge/report.js'
import { problemNotice, type Reply } from '../reply.js'
import type { DigestControl } from './control.js'
import { describeSchedule, describeTopics, withoutOldSkips } from './describe-schedule.js'
import { confirmed, noDigest, unreadable } from './digest-replies.js'
import type { DigestVerb } from './digest-verbs.js'
import { localTime } from './local-day.js'
import { fromNowOn } from './next-runs.js'
import { isProblem } from './read-problem.js'
import { readSchedule, readTopics, type ScheduleChange } from './read-schedule.js'
import { isZone } from './read-zone.js'
import { unknownTopics } from './topics.js'
import type { Subscription } from './types.js'

export interface Changing {
  readonly control: DigestControl
  readonly knowledge: Knowledge
  /** Who asks: a stable id. */
  readonly person: string
}

export const subscriptionId = ({ workspace, channel }: Pick<DigestControl, 'workspace' | 'channel'>): string =>
  `${workspace}:${channel}`

/** `digest on …`: starts one, or changes the one there is. */
export const turnOn = async (rest: string, changing: Changing): Promise<Reply> => {
  const { control, knowledge, person } = changing
  const change = readSchedule(rest)
  if (isProblem(change)) return unreadable('on', rest, change)
  const unknown = refuseTopics('on', change.topics ?? [], knowledge)
  if (unknown) return unknown
  const known = await control.store.subscription(control.workspace, control.channel)
  if (!(await control.canPost())) return cannotPost(rest, control)
  if (known) {
    const { pausedUntil: _, ...running } = known
    return save('The digest is on:', 'turned the digest on:', changed(running, change, changing), changing)
  }
  const zone = change.zone ?? (await profileZone(control))
  if (zone === undefined)
    return problemNotice(
      'Which city’s time should the digest go by? Your profile does not tell me. Nothing was changed.',
      ...['Europe/Berlin', 'Europe/London', 'America/New_York', 'Asia/Kolkata'].map((city) =>
        ['digest on', change.zone === undefined ? insertZone(rest, city) : rest].join(' '),
      ),
    )
  const subscription: Subscription = {
    id: subscriptionId(control),
    workspace: control.workspace,
    channel: control.channel,
    owner: person,
    time: change.time ?? '09:00',
    weekdays: change.weekdays ?? [1, 2, 3, 4, 5],
    zone,
    topics: change.topics ?? [],
    skips: [],
    changedBy: person,
    createdAt: control.now,
  }
  return save('The digest is on:', 'turned the digest on:', subscription, changing)
}

const cannotPost = async (rest: string, { direct, invite, command }: DigestControl): Promise<Reply> => {
  const line = `digest on ${rest}`.trim()
  return direct
    ? problemNotice(`I am not part of this direct message. Open one with me, and type there: ${line}`)
    : problemNotice(
        `I am not in this channel, so I could not post a digest here. Type ${await invite()}, then again: ${command} ${line}`,
        line,
      )
}

/** The zone goes before the topics. */
const insertZone = (rest: string, zone: string): string => {
  const about = rest.search(/(?:^|\s)about(?:\s|$)/i)
  return (about < 0 ? `${rest} ${zone}` : `${rest.slice(0, about)} ${zone} ${rest.slice(about)}`)
    .replace(/\s+/g, ' ')
    .trim()
}

const profileZone = async ({ personZone }: DigestControl): Promise<string | undefined> => {
  const zone = await personZone()
  return zone !== undefined && isZone(zone) ? zone : undefined
}

/** `digest time …`: time, weekdays and zone; what is left out stays. */
export const setTime = async (rest: string, changing: Changing): Promise<Reply> => {
  const { control, knowledge } = changing
  const known = await control.store.subscription(control.workspace, control.channel)
  if (!known) return noDigest(control)
  if (rest === '') return confirmed('The digest comes at', known, control, 'digest time 09:00 Mon-Fri')
  const change = readSchedule(rest)
  if (isProblem(change)) return unreadable('time', rest, change)
  const unknown = refuseTopics('time', change.topics ?? [], knowledge)
  if (unknown) return unknown
  return save('The digest comes at', 'set the digest to', changed(known, change, changing), changing)
}

/** `digest topics …`: the topics from now on; with `add` or `remove`, those more or less. */
export const setTopics = async (rest: string, changing: Changing): Promise<Reply> => {
  const { control, knowledge } = changing
  const known = await control.store.subscription(control.workspace, control.channel)
  if (!known) return noDigest(control)
  if (rest === '')
    return confirmed(
      `The digest follows ${describeTopics(known.topics)}:`,
      known,
      control,
      'digest topics security, networking',
      'digest topics everything',
    )
  const [, how = '', list = ''] = /^(add|\+|also|remove|-|without|drop)?\s*(.*)$/is.exec(rest) ?? []
  const topics = readTopics(list)
  if (isProblem(topics)) return unreadable('topics', rest, topics)
  const others = known.topics.filter((one) => !topics.some((topic) => topic.toLowerCase() === one.toLowerCase()))
  const isLess = /^(?:remove|-|without|drop)$/i.test(how)
  if (isLess && others.length === known.topics.length)
    return problemNotice(`The digest does not follow ${describeTopics(topics)}. Nothing was changed.`, 'digest topics')
  const unknown = isLess ? undefined : refuseTopics('topics', topics, knowledge)
  if (unknown) return unknown
  const next = isLess ? others : how === '' ? topics : [...others, ...topics]
  const checked = next.length === 0 ? [] : readTopics(next.join(', '))
  if (isProblem(checked)) return unreadable('topics', rest, checked)
  const subscription = { ...known, topics: checked, changedBy: changing.person }
  return save(
    `The digest follows ${describeTopics(checked)}:`,
    `set the topics of the digest to ${describeTopics(checked)}:`,
    subscription,
    changing,
  )
}

const refuseTopics = (verb: DigestVerb, topics: readonly string[], knowledge: Knowledge): Reply | undefined => {
  const unknown = unknownTopics(topics, knowledge)
  if (unknown.length === 0) return undefined
  const names = unknown.map(({ topic }) => `"${topic}"`).join(' and ')
  const instead = [...new Set(unknown.flatMap((one) => one.instead))]
  const kept = topics.filter((topic) => !unknown.some((one) => one.topic === topic))
  const about = verb === 'topics' ? '' : 'about '
  return problemNotice(
    `No passage of the reports is about ${names}.${instead.length === 0 ? '' : ` There is something on ${instead.join(', ')}.`} Nothing was changed.`,
    ...instead.map((topic) => `digest ${verb} ${about}${[...kept, topic].join(', ')}`),
  )
}

const changed = (known: Subscription, change: ScheduleChange, { control, person }: Changing): Subscription =>
  fromNowOn({ ...known, ...change, changedBy: person }, control.now)

/** Writes the change, tells the channel once, and confirms with zone and next runs. */
export const save = async (
  what: string,
  announced: string,
  subscription: Subscription,
  { control }: Changing,
): Promise<Reply> => {
  const next = withoutOldSkips(subscription, control.now)
  await control.store.saveSubscription(next)
  const told = await tell(control, `${announced} ${describeSchedule(next)}, on ${describeTopics(next.topics)}.`)
  const reply = confirmed(what, next, control)
  return told ? reply : { ...reply, text: `${reply.text} I could not tell the channel.` }
}

/** What failed is only the telling: the change is written, and says so. */
export const tell = async (control: DigestControl, what: string): Promise<boolean> => {
  if (control.direct) return true
  return control.announce(what).then(
    () => true,
    () => false,
  )
}

export const todayOf = ({ zone }: Pick<Subscription, 'zone'>, { now }: DigestControl): string =>
  localTime(now, zone).day
