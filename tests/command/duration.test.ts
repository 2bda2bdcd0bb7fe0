import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeDuration } from '../../src/command/duration.js'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe('describeDuration', () => {
  it.each([
    [0, '0 seconds'],
    [0.999, '0 seconds'],
    [1, '1 second'],
    [59.9, '59 seconds'],
    [MINUTE, '1 minute'],
    [MINUTE + 1, '1 minute 1 second'],
    [HOUR - 1, '59 minutes 59 seconds'],
    [HOUR, '1 hour'],
    [2 * HOUR + 5 * MINUTE, '2 hours 5 minutes'],
    [2 * HOUR + 5 * MINUTE + 30, '2 hours 5 minutes'],
    [DAY - 1, '23 hours 59 minutes'],
    [DAY, '1 day'],
    [3 * DAY + 4 * HOUR, '3 days 4 hours'],
    [400 * DAY, '400 days'],
    [-5, '0 seconds'],
  ])('%d seconds are «%s»', (seconds, words) => {
    expect(describeDuration(seconds)).toBe(words)
  })

  it('never says more than two units, and never more time than has passed', () => {
    const sizes: Readonly<Record<string, number>> = { day: DAY, hour: HOUR, minute: MINUTE, second: 1 }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 * DAY }), (seconds) => {
        const units = [...describeDuration(seconds).matchAll(/(\d+) (day|hour|minute|second)s?/g)]
        expect([1, 2]).toContain(units.length)
        const said = units.reduce((sum, [, count, unit = '']) => sum + Number(count) * (sizes[unit] ?? 0), 0)
        expect(said).toBeGreaterThan(0)
        expect(said).toBeLessThanOrEqual(seconds)
      }),
    )
  })
})
