import { describe, expect, it } from 'vitest'
import { createSeenEvents } from '../../src/slack/seen-events.js'

const MINUTE = 60_000

describe('createSeenEvents', () => {
  it('claims once, under any of the names', () => {
    const seen = createSeenEvents({ now: () => 0 })
    expect(seen.claim(['message C1 1.0', 'event Ev1'])).toBe(true)
    expect(seen.claim(['message C1 1.0', 'event Ev1'])).toBe(false)
    expect(seen.claim(['message C1 1.0', 'event Ev2'])).toBe(false)
    // Ev2 is now known as well.
    expect(seen.claim(['event Ev2'])).toBe(false)
    expect(seen.claim(['event Ev3'])).toBe(true)
  })

  it('claims what has no name', () => {
    const seen = createSeenEvents({ now: () => 0 })
    expect([seen.claim([]), seen.claim([])]).toEqual([true, true])
  })

  it('remembers past the last redelivery, and forgets after a quarter of an hour', () => {
    let time = 0
    const seen = createSeenEvents({ now: () => time })
    seen.claim(['event Ev1'])
    time = 7 * MINUTE
    expect(seen.claim(['event Ev1'])).toBe(false)
    time = 15 * MINUTE
    expect(seen.claim(['event Ev1'])).toBe(true)
  })

  it('keeps so many at most, the newest', () => {
    const seen = createSeenEvents({ now: () => 0, most: 3 })
    for (const id of ['1', '2', '3', '4']) seen.claim([id])
    expect(seen.claim(['4'])).toBe(false)
    expect(seen.claim(['1'])).toBe(true)
  })
})
