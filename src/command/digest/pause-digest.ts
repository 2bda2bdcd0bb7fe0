import { notice, problemNotice, type Reply } from '../reply.js'
import { type Changing, save, tell, todayOf } from './change-digest.js'
import { describeSchedule } from './describe-schedule.js'
import { confirmed, noDigest, unreadable } from './digest-replies.js'
import { addDays, describeDay, weekdayOf } from './local-day.js'
import { fromNowOn, nextRuns } from './next-runs.js'
import { readDay, readSpan } from './read-day.js'
import { isProblem, type Problem } from './read-problem.js'
import type { Subscription } from './types.js'

const known = ({ control }: Changing): Promise<Subscription | undefined> =>
  control.store.subscription(control.workspace, control.channel)

export const turnOff = async (changing: Changing): Promise<Reply> => {
  const { control } = changing
  if (!(await known(changing))) return noDigest(control)
  await control.store.removeSubscription(control.workspace, control.channel)
  const told = await tell(control, 'turned the digest off.')
  const text = 'The digest is off. What was posted is remembered, so that nothing comes twice if you turn it on again.'
  return notice(told ? text : `${text} I could not tell the channel.`, 'digest on')
}

/** `digest pause`, `pause 2w`, `pause until 2026-12-01`: until is the first day with a digest again. */
export const pause = async (rest: string, changing: Changing): Promise<Reply> => {
  const { control, person } = changing
  const subscription = await known(changing)
  if (!subscription) return noDigest(control)
  const until = readUntil(rest, subscription, changing)
  if (isProblem(until)) return unreadable('pause', rest, until)
  const paused = { ...subscription, pausedUntil: until, changedBy: person }
  const words = until === 'forever' ? '' : ` until ${describeDay(until, todayOf(subscription, control))}`
  return save(`The digest is paused${words}:`, `paused the digest${words}:`, paused, changing)
}

const readUntil = (rest: string, subscription: Subscription, { control }: Changing): string | Problem => {
  if (rest === '' || /^(?:forever|indefinitely)$/i.test(rest)) return 'forever'
  const today = todayOf(subscription, control)
  const days = readSpan(rest)
  if (days === undefined) {
    const day = readDay(rest, today)
    return isProblem(day) || day > today ? day : { problem: 'That is today.', forms: ['1d', addDays(today, 7)] }
  }
  if (isProblem(days)) return days
  // One that came today already is not counted: a pause of a day leaves out the next day.
  const [next] = nextRuns({ ...subscription, pausedUntil: today }, control.now, 1)
  return addDays(next?.day === today ? today : addDays(today, 1), days)
}

/** Ends a pause and takes back skipped days; nothing of the time between is sent. */
export const resume = async (changing: Changing): Promise<Reply> => {
  const { control, person } = changing
  const subscription = await known(changing)
  if (!subscription) return noDigest(control)
  const { pausedUntil, ...running } = subscription
  if (pausedUntil === undefined && subscription.skips.length === 0)
    return confirmed('The digest is not paused:', subscription, control)
  const resumed = fromNowOn({ ...running, skips: [], changedBy: person }, control.now)
  return save('The digest goes on:', 'resumed the digest:', resumed, changing)
}

/** `digest skip`, `skip tomorrow`, `skip 2026-12-24`: that day only. */
export const skip = async (rest: string, changing: Changing): Promise<Reply> => {
  const { control, person } = changing
  const subscription = await known(changing)
  if (!subscription) return noDigest(control)
  const today = todayOf(subscription, control)
  const [next] = nextRuns(subscription, control.now, 1)
  const day = rest === '' || /^(?:next|the next one)$/i.test(rest) ? next?.day : readDay(rest, today)
  if (day === undefined) return problemNotice('No digest is planned, so there is none to skip.', 'digest resume')
  if (isProblem(day)) return unreadable('skip', rest, day)
  const words = describeDay(day, today)
  if (!subscription.weekdays.includes(weekdayOf(day)))
    return problemNotice(
      `There is no digest on ${words} anyway: it comes at ${describeSchedule(subscription)}. Nothing was changed.`,
      ...(next === undefined ? [] : [`digest skip ${next.day}`]),
    )
  if (subscription.lastSlot?.slice(0, 10) === day)
    return problemNotice(`The digest of ${words} was sent already. Nothing was changed.`, 'digest skip')
  if (subscription.skips.includes(day)) return confirmed(`${words} is left out already:`, subscription, control)
  const skipped = { ...subscription, skips: [...subscription.skips, day].sort(), changedBy: person }
  return save(`${words} is left out:`, `left out the digest of ${words}:`, skipped, changing)
}
