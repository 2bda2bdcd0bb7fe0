import { countOf } from '../count.js'
import type { DigestControl } from './control.js'
import { addDays, describeDay, describeWeekdays, localTime } from './local-day.js'
import { nextRuns, type Run } from './next-runs.js'
import type { Subscription } from './types.js'

/** `09:00 Europe/Berlin, Mon–Fri` */
export const describeSchedule = ({ time, zone, weekdays }: Pick<Subscription, 'time' | 'zone' | 'weekdays'>): string =>
  `${time} ${zone}, ${describeWeekdays(weekdays)}`

/** `security, networking`; `every topic` for none. */
export const describeTopics = (topics: readonly string[]): string =>
  topics.length === 0 ? 'every topic' : topics.join(', ')

/** `09:00 Europe/Berlin, Mon–Fri · about security, networking` */
export const describePlan = (subscription: Subscription): string =>
  `${describeSchedule(subscription)} · about ${describeTopics(subscription.topics)}`

/** `Tue 1 December 09:00 Europe/Berlin`: with the hour that the clock will really show. */
export const describeRun = ({ day, at }: Run, zone: string, now: number): string =>
  `${describeDay(day, localTime(now, zone).day)} ${localTime(at, zone).time} ${zone}`

/** The next three runs, with the zone said once; or why there are none. */
export const describeNext = (
  subscription: Subscription,
  { now, command }: Pick<DigestControl, 'now' | 'command'>,
): string => {
  const { zone, pausedUntil } = subscription
  if (pausedUntil === 'forever') return `Paused until somebody types: ${command} digest resume`
  const today = localTime(now, zone).day
  const runs = nextRuns(subscription, now)
  if (runs.length === 0) return 'No digest is planned.'
  const paused =
    pausedUntil !== undefined && pausedUntil > today ? `Paused until ${describeDay(pausedUntil, today)}. ` : ''
  const words = runs.map(({ day, at }) => `${describeDay(day, today)} ${localTime(at, zone).time}`)
  return `${paused}Next: ${words.join(', ')} (${zone}).`
}

/** Days left out, from today on. */
export const comingSkips = ({ skips, zone }: Subscription, now: number): readonly string[] => {
  const today = localTime(now, zone).day
  return skips.filter((day) => day >= today)
}

/** The same subscription without skips that are over. */
export const withoutOldSkips = (subscription: Subscription, now: number): Subscription => {
  const yesterday = addDays(localTime(now, subscription.zone).day, -1)
  return { ...subscription, skips: subscription.skips.filter((day) => day >= yesterday) }
}

export const countPassages = (count: number): string => countOf(count, 'passage')
