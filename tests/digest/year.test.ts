import { describe, expect, it } from 'vitest'
import { localTime } from '../../src/command/digest/local-day.js'
import { moment } from './digest-bench.js'
import { simulateYear, ZONES } from './simulate-year.js'

describe('a year of digests', () => {
  it('has 40 zones and both changes of the clock in most', () => {
    expect(new Set(ZONES).size).toBe(40)
    const changing = ZONES.filter(
      (zone) => localTime(moment('2027-01-15T12:00Z'), zone).time !== localTime(moment('2027-07-15T12:00Z'), zone).time,
    )
    expect(changing.length).toBeGreaterThanOrEqual(20)
  })

  // 200 channels on most days of the week: npm run bench:digest
  it('brings a channel of each zone one digest on each of its days, and nothing twice in a round', async () => {
    const { faults, days, rounds, crashes, restarts } = await simulateYear({
      channels: ZONES.length,
      // Those on which clocks change: Fridays in the Middle East, Sundays elsewhere.
      weekdays: () => [5, 7],
      crash: 0.01,
      stop: 0.02,
    })
    expect(faults).toEqual([])
    expect(days).toBeGreaterThan(4000)
    expect(rounds).toBeGreaterThan(30)
    expect(crashes).toBeGreaterThan(100)
    expect(restarts).toBeGreaterThan(200)
  }, 60_000)
})
