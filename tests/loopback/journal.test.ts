import { describe, expect, it } from 'vitest'
import { createJournal } from '../../src/loopback/journal.js'
import { createTimestamps } from '../../src/loopback/timestamps.js'

describe('the journal', () => {
  it('finds what was there before somebody asked', async () => {
    const journal = createJournal(() => 7)
    journal.add({ kind: 'call', name: 'one' })
    expect(await journal.until(({ name }) => name === 'one')).toEqual({ at: 7, kind: 'call', name: 'one' })
  })

  it('waits for what is to come, and counts what was there', async () => {
    const journal = createJournal(() => 0)
    journal.add({ kind: 'call', name: 'first' })
    const two = journal.untilCount(2, ({ kind }) => kind === 'call')
    journal.add({ kind: 'ack', name: 'between' })
    journal.add({ kind: 'call', name: 'second' })
    journal.add({ kind: 'call', name: 'third' })
    expect((await two).map(({ name }) => name)).toEqual(['first', 'second'])
  })

  it('keeps violations apart, and when it is full forgets the oldest of the rest', () => {
    const journal = createJournal(() => 0)
    journal.add({ kind: 'call', name: 'bad', violation: 'no_text' })
    for (let i = 0; i < 30_000; i++) journal.add({ kind: 'call', name: `call ${i}` })
    expect(journal.violations.map(({ name }) => name)).toEqual(['bad'])
    expect(journal.entries.length).toBeLessThanOrEqual(30_000)
    expect(journal.entries.at(-1)?.name).toBe('call 29999')
  })
})

describe('timestamps', () => {
  it('are never the same twice, and never go back', () => {
    let time = 1_800_000_000_000
    const timestamp = createTimestamps(() => time)
    const given = [timestamp(), timestamp()]
    time -= 5000
    given.push(timestamp())
    time += 6000
    given.push(timestamp())
    expect(given).toEqual(['1800000000.000000', '1800000000.000001', '1800000000.000002', '1800000001.000000'])
  })
})
