import { Cron } from 'croner'
import { addDays, endOfDay, localTime, weekdayOf } from './local-day.js'
import type { Subscription } from './types.js'

/** A digest of a schedule: the local day it belongs to and the moment it is due. */
export interface Run {
  /** ISO local date, which is also the name of its slot. */
  readonly day: string
  /** Milliseconds since the epoch. */
  readonly at: number
}

type Schedule = Pick<Subscription, 'time' | 'weekdays' | 'zone'>
type Plan = Schedule & Pick<Subscription, 'pausedUntil' | 'skips' | 'createdAt' | 'lastSlot'>

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** A digest missed by less than this is sent late; by more, not at all. */
export const LATEST = 3 * HOUR
/** Runs looked at for the next ones: beyond that, nothing is planned. */
const MOST_RUNS = 1000

/** Croner's runs of a schedule, and which follows which: it needs longer for one than all the rest of a digest. */
interface Planned {
  readonly cron: Cron
  readonly following: Map<number, number | undefined>
}

const planned = new Map<string, Planned>()
const MOST_PLANNED = 5000
const MOST_FOLLOWING = 30

const plannedOf = ({ time, weekdays, zone }: Schedule): Planned => {
  const [hour = '9', minute = '0'] = time.split(':')
  const pattern = `${Number(minute)} ${Number(hour)} * * ${weekdays.map((weekday) => weekday % 7).join(',')}`
  const key = `${pattern} ${zone}`
  const known = planned.get(key)
  if (known) return known
  if (planned.size >= MOST_PLANNED) planned.clear()
  const one: Planned = { cron: new Cron(pattern, { timezone: zone, paused: true }), following: new Map() }
  planned.set(key, one)
  return one
}

const nextAfter = ({ cron, following }: Planned, from: number): number | undefined => {
  if (following.has(from)) return following.get(from)
  if (following.size >= MOST_FOLLOWING) following.clear()
  const next = cron.nextRun(new Date(from))?.getTime()
  following.set(from, next)
  return next
}

/** Every run of a schedule after a moment, whatever is paused or skipped: one for each local day that it has. */
export function* runsAfter(schedule: Schedule, after: number): Generator<Run> {
  const plan = plannedOf(schedule)
  let from = after - 2 * DAY
  let expected = scheduledAfter(localTime(from, schedule.zone).day, schedule)
  for (let i = 0; i < MOST_RUNS; i++) {
    const next = nextAfter(plan, from)
    if (next === undefined) return
    from = next
    const { day } = localTime(from, schedule.zone)
    for (; expected < day; expected = scheduledAfter(expected, schedule)) {
      // Croner moves a time that the clock leaves out to the next one there is, except where that is on another day
      // (23:30 in Nuuk, where one night in March goes from 22:59 to 00:00). There the day's last minute stands in.
      const at = endOfDay(expected, schedule.zone) - MINUTE
      if (at > after) yield { day: expected, at }
    }
    if (day === expected) expected = scheduledAfter(day, schedule)
    if (from > after) yield { day, at: from }
  }
}

const scheduledAfter = (day: string, { weekdays }: Schedule): string => {
  let next = addDays(day, 1)
  while (!weekdays.includes(weekdayOf(next))) next = addDays(next, 1)
  return next
}

/** The local day of a slot, also of one that was asked for between runs. */
export const dayOfSlot = (slot: string): string => slot.slice(0, 10)

/** Whether a run is still to be sent, apart from the hour. A last slot of the far future comes from a clock that jumped. */
const isOwed = ({ day, at }: Run, { pausedUntil, skips, createdAt, lastSlot, zone }: Plan, now: number): boolean => {
  if (at <= createdAt || skips.includes(day)) return false
  if (pausedUntil !== undefined && (pausedUntil === 'forever' || day < pausedUntil)) return false
  if (lastSlot === undefined || dayOfSlot(lastSlot) < day) return true
  return dayOfSlot(lastSlot) > addDays(localTime(now, zone).day, 1)
}

/** Where a subscription stands at a moment. */
export interface Standing {
  /** The run that should have been sent by now and can still be: at most one, and none of a backlog. */
  readonly due?: Run
  /** The run of the last two days that was missed for good; for the log. */
  readonly missed?: Run
  /** The moment until which nothing else becomes due. */
  readonly until: number
}

export const standingOf = (plan: Plan, now: number): Standing => {
  let last: Run | undefined
  let until = Number.POSITIVE_INFINITY
  for (const run of runsAfter(plan, now - 2 * DAY)) {
    until = run.at
    if (until > now) break
    last = run
  }
  if (!last || !isOwed(last, plan, now)) return { until }
  return now - last.at < LATEST ? { due: last, until } : { missed: last, until }
}

export const dueRun = (plan: Plan, now: number): Run | undefined => standingOf(plan, now).due

/** The next runs that will be sent, soonest first; none while paused for good. */
export const nextRuns = (plan: Plan, now: number, count = 3): readonly Run[] => {
  if (plan.pausedUntil === 'forever') return []
  // A day before the pause ends in any zone.
  const resumes = plan.pausedUntil === undefined ? now : Date.parse(`${plan.pausedUntil}T00:00:00Z`) - DAY
  const runs: Run[] = []
  for (const run of runsAfter(plan, Math.max(now, resumes))) {
    if (isOwed(run, plan, now)) runs.push(run)
    if (runs.length >= count) break
  }
  return runs
}

/**
 * A subscription with another schedule, from now on: a run of today that would already be late under it is not owed,
 * so that nobody who moves the digest from 17:00 to 09:00 at ten gets one at once.
 */
export const fromNowOn = (subscription: Subscription, now: number): Subscription => {
  const due = dueRun(subscription, now)
  return due ? { ...subscription, lastSlot: due.day } : subscription
}
