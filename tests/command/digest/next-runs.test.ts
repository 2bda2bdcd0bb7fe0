import { describe, expect, it } from 'vitest'
import { addDays, endOfDay, localTime } from '../../../src/command/digest/local-day.js'
import { dueRun, fromNowOn, LATEST, nextRuns, runsAfter, standingOf } from '../../../src/command/digest/next-runs.js'
import type { Subscription } from '../../../src/command/digest/types.js'
import { moment, subscriptionOf } from '../../digest/digest-bench.js'

const HOUR = 3_600_000
const days = (plan: Partial<Subscription>, now: string) =>
  nextRuns(subscriptionOf(plan), moment(now)).map(({ day }) => day)
const iso = (runs: readonly { at: number }[]) => runs.map(({ at }) => new Date(at).toISOString().slice(0, 16))

describe('nextRuns', () => {
  it('keeps nine o’clock in Berlin over both changes of the clock', () => {
    const plan = subscriptionOf({ weekdays: [6, 7] })
    expect(iso(nextRuns(plan, moment('2026-10-23T12:00Z'), 2))).toEqual(['2026-10-24T07:00', '2026-10-25T08:00'])
    expect(iso(nextRuns(plan, moment('2027-03-26T12:00Z'), 2))).toEqual(['2027-03-27T08:00', '2027-03-28T07:00'])
  })

  it.each([
    ['goes by the weekdays', {}, ['2026-12-04', '2026-12-07', '2026-12-08']],
    ['leaves out what was sent', { lastSlot: '2026-12-04' }, ['2026-12-07', '2026-12-08', '2026-12-09']],
    [
      'counts an extra digest as the day’s',
      { lastSlot: '2026-12-04T06:00:00.000Z' },
      ['2026-12-07', '2026-12-08', '2026-12-09'],
    ],
    ['leaves out skipped days', { skips: ['2026-12-07'] }, ['2026-12-04', '2026-12-08', '2026-12-09']],
    ['begins again on the day a pause ends', { pausedUntil: '2027-01-04' }, ['2027-01-04', '2027-01-05', '2027-01-06']],
    ['has none while paused for good', { pausedUntil: 'forever' }, []],
    [
      'ignores a last slot of a clock that jumped',
      { lastSlot: '2031-01-01' },
      ['2026-12-04', '2026-12-07', '2026-12-08'],
    ],
  ])('%s', (_, plan, expected) => {
    // A Friday, before nine in Berlin.
    expect(days(plan, '2026-12-04T07:00Z')).toEqual(expected)
  })
})

describe('dueRun', () => {
  const at = moment('2026-12-04T08:00Z')
  const due = (plan: Partial<Subscription>, now: number) => dueRun(subscriptionOf(plan), now)?.day

  it.each([
    ['not a minute before', {}, -60_000, undefined],
    ['at the minute', {}, 0, '2026-12-04'],
    ['late by less than three hours', {}, LATEST - 1, '2026-12-04'],
    ['not later', {}, LATEST, undefined],
    ['not twice', { lastSlot: '2026-12-04' }, 60_000, undefined],
    ['after days without a computer only the last, not the backlog', { lastSlot: '2026-11-20' }, HOUR, '2026-12-04'],
    ['not while paused', { pausedUntil: '2026-12-05' }, 0, undefined],
    ['on the day a pause ends', { pausedUntil: '2026-12-04' }, 0, '2026-12-04'],
    ['not when skipped', { skips: ['2026-12-04'] }, 0, undefined],
    ['not for a time before it was turned on', { createdAt: at + 60_000 }, HOUR, undefined],
    ['even with a last slot of the far future', { lastSlot: '2031-01-01' }, 0, '2026-12-04'],
  ])('is due %s', (_, plan, after, expected) => {
    expect(due(plan, at + after)).toBe(expected)
  })

  it('tells what was missed for good', () => {
    expect(standingOf(subscriptionOf(), at + LATEST - 1).missed).toBeUndefined()
    expect(standingOf(subscriptionOf(), at + LATEST).missed?.day).toBe('2026-12-04')
    expect(standingOf(subscriptionOf({ lastSlot: '2026-12-04' }), at + LATEST).missed).toBeUndefined()
  })

  it('sends nothing at once to those who move the digest to an hour that is over', () => {
    const moved = fromNowOn(subscriptionOf({ time: '08:00' }), at)
    expect(dueRun(moved, at)).toBeUndefined()
    expect(nextRuns(moved, at)[0]?.day).toBe('2026-12-07')
    expect(fromNowOn(subscriptionOf({ time: '17:00' }), at)).toEqual(subscriptionOf({ time: '17:00' }))
  })
})

describe('runsAfter', () => {
  it('has exactly one run for every local day around every change of the clock, in every zone', () => {
    const start = moment('2026-01-01T00:00Z')
    let changes = 0
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      for (let day = 0; day < 730; day++) {
        const noon = start + (day + 0.5) * 24 * HOUR
        if (localTime(noon, zone).time === localTime(noon + 24 * HOUR, zone).time) continue
        changes++
        const first = localTime(noon - 24 * HOUR, zone).day
        for (const time of ['00:00', '00:30', '01:30', '02:30', '09:00', '23:30', '23:59']) {
          const schedule = { time, weekdays: [1, 2, 3, 4, 5, 6, 7], zone }
          const runs = []
          for (const run of runsAfter(schedule, endOfDay(first, zone) - 24 * HOUR)) {
            if (run.day >= first && run.day < addDays(first, 5)) runs.push(run)
            if (run.day > addDays(first, 5)) break
          }
          const from = runs[0]?.day ?? ''
          expect(
            runs.map((run) => run.day),
            `${zone} ${time}`,
          ).toEqual(runs.map((_, i) => addDays(from, i)))
          expect(runs.length, `${zone} ${time}`).toBeGreaterThanOrEqual(4)
          for (const run of runs) {
            const local = localTime(run.at, zone)
            expect(local.day, `${zone} ${time}`).toBe(run.day)
            if (local.time === time) continue
            // The clock leaves the time out: the first minute after that, or the last one of the day.
            const before = localTime(run.at - 60_000, zone)
            const isFirst = local.time > time && (before.time < time || before.day < run.day)
            const isLast = local.time < time && localTime(run.at + 60_000, zone).day > run.day
            expect(isFirst || isLast, `${zone} ${time} ${local.time}`).toBe(true)
          }
        }
      }
    }
    expect(changes).toBeGreaterThan(300)
  })

  it('gives Nuuk its digest of 23:30 on the night that ends at 22:59', () => {
    const nuuk = { time: '23:30', weekdays: [6], zone: 'America/Nuuk' }
    const [run] = runsAfter(nuuk, moment('2026-03-27T00:00Z'))
    expect(run).toEqual({ day: '2026-03-28', at: moment('2026-03-29T00:59Z') })
  })
})
