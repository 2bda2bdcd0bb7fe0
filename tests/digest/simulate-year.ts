import { candidatesOf } from '../../src/command/digest/candidates.js'
import { addDays, localTime, weekdayOf } from '../../src/command/digest/local-day.js'
import { dayOfSlot, standingOf } from '../../src/command/digest/next-runs.js'
import { isMark } from '../../src/command/digest/posted-marks.js'
import type { Subscription } from '../../src/command/digest/types.js'
import { FAULT_POINTS } from '../../src/digest/digest-world.js'
import {
  Crash,
  createBench,
  createRandom,
  type Message,
  moment,
  realKnowledge,
  subscriptionOf,
} from './digest-bench.js'

export const ZONES = [
  'Europe/Berlin Europe/London Europe/Lisbon Europe/Athens Europe/Dublin Europe/Chisinau America/New_York America/Chicago',
  'America/Denver America/Los_Angeles America/Anchorage America/St_Johns America/Havana America/Santiago America/Asuncion',
  'America/Sao_Paulo America/Nuuk America/Scoresbysund America/Phoenix America/Mexico_City Asia/Kolkata Asia/Kathmandu',
  'Asia/Tokyo Asia/Shanghai Asia/Singapore Asia/Tehran Asia/Jerusalem Asia/Beirut Asia/Dubai Africa/Cairo Africa/Casablanca',
  'Africa/Lagos Australia/Sydney Australia/Adelaide Australia/Lord_Howe Pacific/Auckland Pacific/Chatham Pacific/Kiritimati',
  'Pacific/Pago_Pago Atlantic/Azores',
].flatMap((line) => line.split(' '))
const TIMES = ['00:00', '00:30', '01:30', '02:00', '02:30', '03:00', '09:00', '12:15', '17:45', '23:30', '23:59']
const MINUTE = 60_000
const LATEST = 180 * MINUTE
const START = moment('2026-11-20T00:00Z')
const END = moment('2027-11-20T00:00Z')

export interface YearOptions {
  /** Channels, spread evenly over the zones. */
  readonly channels: number
  /** The weekdays of a channel, 1 Monday … 7 Sunday. */
  readonly weekdays: (random: () => number) => readonly number[]
  /** How likely a process dies at each step of posting. */
  readonly crash: number
  /** How likely it is stopped for up to two hours after each look at what is due. */
  readonly stop: number
}

export interface Year {
  readonly digests: number
  /** Local days on which a digest was owed. */
  readonly days: number
  /** Digests that began a channel's further round. */
  readonly rounds: number
  readonly crashes: number
  readonly restarts: number
  /** What was not as promised, a line each. */
  readonly faults: readonly string[]
}

/** Runs the digest clock through a year of simulated time, and looks at every message that came of it. */
export const simulateYear = async (options: YearOptions): Promise<Year> => {
  const random = createRandom(20261120)
  const knowledge = realKnowledge()
  const { store, messages, clock, start } = createBench(START, () => knowledge)
  const subscriptions = createSubscriptions(options, random)
  for (const one of subscriptions) await store.saveSubscription(one)
  let crashes = 0
  let restarts = 0
  const begin = () =>
    start({
      alone: random() < 0.5,
      reach: () => {
        if (random() > options.crash) return
        crashes++
        throw new Crash(FAULT_POINTS[0])
      },
    })
  const runs = subscriptions.map((one) => standingOf(one, clock.now).until)
  let process = begin()
  let seenCrashes = 0
  while (clock.now < END) {
    // To the next moment at which anything may be due, or an hour on, and now and then a stop of up to two hours.
    for (const [i, one] of subscriptions.entries())
      if ((runs[i] ?? 0) <= clock.now) runs[i] = standingOf(one, clock.now).until
    const next = Math.min(...runs)
    const isStop = random() < options.stop
    clock.now =
      Math.max(clock.now + MINUTE, Math.min(next, clock.now + 60 * MINUTE)) + (isStop ? random() * 120 * MINUTE : 0)
    if (isStop || crashes > seenCrashes) {
      seenCrashes = crashes
      restarts++
      process = begin()
    }
    await process.tick()
    await process.idle()
  }
  // What a crash in the last minutes left is looked after.
  clock.now += 6 * MINUTE
  await process.tick()
  await process.idle()

  const candidates = candidatesOf(knowledge).all.length
  const left = await store.unconfirmedSlots()
  const faults = [
    ...left.map(({ subscription, slot }) => `${subscription} ${slot} was claimed and never confirmed`),
    ...subscriptions.flatMap((one) => {
      const own = messages.filter(({ channel }) => channel === one.channel)
      return [...dayFaults(one, own), ...roundFaults(one, own, candidates)]
    }),
  ]
  const days = subscriptions.reduce((sum, one) => sum + daysOwed(one).length, 0)
  const rounds = messages.filter(({ label }) => label.newRound).length
  return { digests: messages.length, days, rounds, crashes, restarts, faults }
}

const createSubscriptions = ({ channels, weekdays }: YearOptions, random: () => number): readonly Subscription[] =>
  Array.from({ length: channels }, (_, i) =>
    subscriptionOf({
      id: `T1:C${i}`,
      channel: `C${i}`,
      zone: ZONES[i % ZONES.length] ?? 'UTC',
      time: TIMES[Math.floor(random() * TIMES.length)] ?? '09:00',
      weekdays: weekdays(random),
      topics: i % 3 === 0 ? ['security', 'networking'] : [],
      createdAt: START - 1,
    }),
  )

/** The whole local days of the year with a digest. */
const daysOwed = ({ zone, weekdays, time }: Subscription): readonly string[] => {
  const owed: string[] = []
  const last = localTime(END - LATEST, zone).day
  const first = localTime(START, zone)
  for (let day = first.time > time ? addDays(first.day, 1) : first.day; day < last; day = addDays(day, 1))
    if (weekdays.includes(weekdayOf(day))) owed.push(day)
  return owed
}

/** One digest on each of the channel's days, on that day or within three hours after it was due. */
const dayFaults = (subscription: Subscription, messages: readonly Message[]): readonly string[] => {
  const { channel, zone, time } = subscription
  const owed = daysOwed(subscription)
  const sent = messages.map(({ label }) => dayOfSlot(label.slot))
  const counted = new Map(owed.map((day) => [day, 0]))
  for (const day of sent) if (counted.has(day)) counted.set(day, (counted.get(day) ?? 0) + 1)
  const outside = sent.filter((day) => day >= (owed[0] ?? '') && day <= (owed.at(-1) ?? '') && !counted.has(day))
  const where = `${channel} (${time} ${zone})`
  return [
    ...[...counted].filter(([, count]) => count !== 1).map(([day, count]) => `${where}: ${count} digests on ${day}`),
    ...outside.map((day) => `${where}: a digest on ${day}, which is none of its days`),
    ...messages
      .filter(({ at, label }) => localTime(at - LATEST, zone).day > label.slot || localTime(at, zone).day < label.slot)
      .map(({ at, label }) => `${where}: that of ${label.slot} came at ${new Date(at).toISOString()}`),
  ]
}

/** No passage twice in a round, and a new round only when all have been posted. */
const roundFaults = ({ channel }: Subscription, messages: readonly Message[], all: number): readonly string[] => {
  const faults: string[] = []
  const seen = new Set<string>()
  for (const { label } of messages) {
    if (label.newRound) {
      if (all - seen.size > 1) faults.push(`${channel} ${label.slot}: a new round with ${all - seen.size} left`)
      seen.clear()
    }
    for (const key of label.passages.filter((one) => !isMark(one))) {
      if (seen.has(key)) faults.push(`${channel} ${label.slot}: ${key} came twice`)
      seen.add(key)
    }
  }
  return faults
}
