import { describe, expect, it } from 'vitest'
import { candidatesOf } from '../../src/command/digest/candidates.js'
import { addDays, localTime, weekdayOf } from '../../src/command/digest/local-day.js'
import { dayOfSlot, standingOf } from '../../src/command/digest/next-runs.js'
import { isMark } from '../../src/command/digest/posted-marks.js'
import type { Subscription } from '../../src/command/digest/types.js'
import { FAULT_POINTS } from '../../src/digest/digest-world.js'
import { Crash, createBench, createRandom, moment, realKnowledge, subscriptionOf } from './digest-bench.js'

const ZONES = [
  'Europe/Berlin Europe/London Europe/Lisbon Europe/Athens Europe/Dublin Europe/Chisinau America/New_York America/Chicago',
  'America/Denver America/Los_Angeles America/Anchorage America/St_Johns America/Havana America/Santiago America/Asuncion',
  'America/Sao_Paulo America/Nuuk America/Scoresbysund America/Phoenix America/Mexico_City Asia/Kolkata Asia/Kathmandu',
  'Asia/Tokyo Asia/Shanghai Asia/Singapore Asia/Tehran Asia/Jerusalem Asia/Beirut Asia/Dubai Africa/Cairo Africa/Casablanca',
  'Africa/Lagos Australia/Sydney Australia/Adelaide Australia/Lord_Howe Pacific/Auckland Pacific/Chatham Pacific/Kiritimati',
  'Pacific/Pago_Pago Atlantic/Azores',
].flatMap((line) => line.split(' '))
const TIMES = ['00:00', '00:30', '01:30', '02:00', '02:30', '03:00', '09:00', '12:15', '17:45', '23:30', '23:59']
const MINUTE = 60_000
const START = moment('2026-11-20T00:00Z')
const END = moment('2027-11-20T00:00Z')

const createSubscriptions = (random: () => number): Subscription[] =>
  Array.from({ length: 200 }, (_, i) => {
    const weekdays = [1, 2, 3, 4, 5, 6, 7].filter(() => random() < 0.8)
    return subscriptionOf({
      id: `T1:C${i}`,
      channel: `C${i}`,
      zone: ZONES[i % ZONES.length] ?? 'UTC',
      time: TIMES[Math.floor(random() * TIMES.length)] ?? '09:00',
      weekdays: weekdays.length === 0 ? [1] : weekdays,
      topics: i % 3 === 0 ? ['security', 'networking'] : [],
      createdAt: START - 1,
    })
  })

describe('a year of digests', () => {
  it('has 40 zones and both changes of the clock in most', () => {
    expect(new Set(ZONES).size).toBe(40)
    const changing = ZONES.filter(
      (zone) => localTime(moment('2027-01-15T12:00Z'), zone).time !== localTime(moment('2027-07-15T12:00Z'), zone).time,
    )
    expect(changing.length).toBeGreaterThanOrEqual(20)
  })

  it('sends 200 channels one digest on each of their days, nothing twice in a round, over restarts and crashes', async () => {
    const random = createRandom(20261120)
    const knowledge = realKnowledge()
    const { store, messages, clock, start } = createBench(START, () => knowledge)
    const subscriptions = createSubscriptions(random)
    for (const one of subscriptions) await store.saveSubscription(one)
    let crashes = 0
    let restarts = 0
    const begin = () =>
      start({
        alone: random() < 0.5,
        reach: () => {
          if (random() > 0.0015) return
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
      const isStop = random() < 0.012
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

    expect(restarts).toBeGreaterThan(500)
    expect(crashes).toBeGreaterThan(300)
    expect(await store.unconfirmedSlots()).toEqual([])
    const round = candidatesOf(knowledge).all.length
    let days = 0
    for (const { channel, zone, weekdays, time } of subscriptions) {
      const own = messages.filter((one) => one.channel === channel)
      const sent = own.map(({ label }) => dayOfSlot(label.slot))
      const expected: string[] = []
      const last = localTime(END - 180 * MINUTE, zone).day
      const first = localTime(START, zone)
      for (let day = first.time > time ? addDays(first.day, 1) : first.day; day < last; day = addDays(day, 1))
        if (weekdays.includes(weekdayOf(day))) expected.push(day)
      const whole = sent.filter((day) => day >= (expected[0] ?? '') && day <= (expected.at(-1) ?? ''))
      expect(whole, `${channel} ${zone} ${time}`).toEqual(expected)
      days += expected.length
      // On its own local day, within three hours, and never before its time.
      for (const { at, label } of own) {
        const local = localTime(at - 180 * MINUTE, zone)
        expect(local.day <= label.slot && localTime(at, zone).day >= label.slot).toBe(true)
      }
      const seen = new Set<string>()
      for (const { label } of own) {
        const keys = label.passages.filter((key) => !isMark(key))
        if (label.newRound) {
          expect(round - seen.size).toBeLessThan(2)
          seen.clear()
        }
        for (const key of keys) {
          expect(seen.has(key), `${channel} ${label.slot}`).toBe(false)
          seen.add(key)
        }
      }
    }
    expect(days).toBeGreaterThan(50_000)
    console.log(`${messages.length} digests, ${days} whole days checked, ${restarts} restarts, ${crashes} crashes`)
  }, 600_000)
})
