import { describe, expect, it } from 'vitest'
import { isMark } from '../../src/command/digest/posted-marks.js'
import type { DigestPoster, PostOutcome } from '../../src/command/digest/poster.js'
import type { Subscription } from '../../src/command/digest/types.js'
import { FAULT_POINTS } from '../../src/digest/digest-world.js'
import { Crash, createBench, moment, realKnowledge, subscriptionOf } from './digest-bench.js'

const knowledge = realKnowledge()
const MINUTE = 60_000
/** A Friday, an hour before nine in Berlin. */
const BEFORE = moment('2026-12-04T07:00Z')
const NINE = moment('2026-12-04T08:00Z')
const bench = () => createBench(BEFORE, () => knowledge)

describe('the digest clock', () => {
  it('posts at the minute, once, and again on the next weekday', async () => {
    const { store, messages, start, runUntil } = bench()
    await store.saveSubscription(subscriptionOf({ topics: ['security'] }))
    const clock = start()
    await runUntil(clock, moment('2026-12-08T07:00Z'))
    expect(messages.map(({ at, label }) => [new Date(at).toISOString(), label.slot])).toEqual([
      ['2026-12-04T08:00:00.000Z', '2026-12-04'],
      ['2026-12-07T08:00:00.000Z', '2026-12-07'],
    ])
    const [first, second] = messages.map(({ reply }) => reply.digest)
    expect(first?.passages.length).toBeGreaterThanOrEqual(2)
    expect(first?.why).toBe('Why: this channel follows security.')
    expect(first?.next).toBe('Next: Mon 7 December 09:00 Europe/Berlin. Planned: 09:00 Europe/Berlin, Mon–Fri.')
    expect(first?.text).toMatch(/^KubeCon digest, Fri 4 December: [234] passages on security\. First: “/)
    const keys = [first, second].flatMap((one) => one?.passages.map(({ key }) => key))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('sends late after a stop of less than three hours, and leaves out a longer one without a backlog', async () => {
    const { store, messages, logged, clock, start, runUntil } = bench()
    await store.saveSubscription(subscriptionOf())
    clock.now = NINE + 179 * MINUTE
    await runUntil(start(), clock.now + MINUTE / 2, MINUTE / 2)
    expect(messages).toHaveLength(1)
    clock.now = moment('2026-12-09T11:00Z')
    await runUntil(start(), clock.now + 60 * MINUTE)
    expect(messages).toHaveLength(1)
    expect(logged.filter((line) => line.includes('missed'))).toHaveLength(1)
    await runUntil(start(), moment('2026-12-10T09:00Z'))
    expect(messages.map(({ label }) => label.slot)).toEqual(['2026-12-04', '2026-12-10'])
  })

  it.each(FAULT_POINTS)('loses and doubles nothing when the process dies after «%s»', async (point) => {
    const { store, messages, start, runUntil, clock } = bench()
    await store.saveSubscription(subscriptionOf())
    const dying = start({
      reach: (at) => {
        if (at === point) throw new Crash(point)
      },
    })
    await runUntil(dying, NINE)
    expect(messages).toHaveLength(['claimed', 'composed'].includes(point) ? 0 : 1)
    const next = start()
    await runUntil(next, NINE + 10 * MINUTE)
    expect(messages.map(({ label }) => label.slot)).toEqual(['2026-12-04'])
    expect(await store.unconfirmedSlots()).toEqual([])
    const shown = messages[0]?.reply.digest?.passages.map(({ key }) => key)
    expect([...(await store.posted('T1:C1'))].filter((key) => !isMark(key))).toEqual(shown)
    expect((await store.subscription('T1', 'C1'))?.lastSlot).toBe('2026-12-04')
    await runUntil(next, moment('2026-12-07T09:00Z'))
    expect(messages.map(({ label }) => label.slot)).toEqual(['2026-12-04', '2026-12-07'])
    expect(clock.now).toBe(moment('2026-12-07T09:00Z'))
  })

  it('finds what was posted also when the process that looked after it died too', async () => {
    const { store, messages, start, runUntil } = bench()
    await store.saveSubscription(subscriptionOf())
    const dying = (point: string) =>
      start({
        reach: (at) => {
          if (at === point) throw new Crash(point)
        },
      })
    await runUntil(dying('posted'), NINE)
    await runUntil(dying('round-begun'), NINE + 30 * MINUTE)
    expect(await store.unconfirmedSlots()).toHaveLength(1)
    await runUntil(start(), NINE + 60 * MINUTE)
    expect(await store.unconfirmedSlots()).toEqual([])
    expect(messages).toHaveLength(1)
  })

  it('looks after a dead process’s claim at once where it is alone, and after the lease where it is not', async () => {
    const { store, messages, clock, start, runUntil } = bench()
    clock.now = NINE
    await store.saveSubscription(subscriptionOf())
    await store.claimSlot({ subscription: 'T1:C1', slot: '2026-12-04' }, NINE)
    await runUntil(start(), NINE + 4 * MINUTE)
    expect(messages).toHaveLength(0)
    await runUntil(start({ alone: true }), NINE + 4.5 * MINUTE)
    expect(messages).toHaveLength(1)
  })

  it('leaves out a digest that nobody could post for three hours after a crash', async () => {
    const { store, messages, logged, clock, start, runUntil } = bench()
    await store.saveSubscription(subscriptionOf())
    await store.claimSlot({ subscription: 'T1:C1', slot: '2026-12-04' }, NINE)
    clock.now = NINE + 200 * MINUTE
    await runUntil(start(), clock.now + 10 * MINUTE)
    expect(messages).toHaveLength(0)
    expect(await store.unconfirmedSlots()).toEqual([])
    expect(logged).toContain('a digest that a crash kept from being posted is too late and left out')
  })

  it('gives up a claim that it took over while the milliseconds pass', async () => {
    const { store, clock, start } = bench()
    await store.saveSubscription(subscriptionOf())
    await store.claimSlot({ subscription: 'T1:C1', slot: '2026-12-04' }, NINE)
    clock.now = NINE + 200 * MINUTE
    const process = start({ now: () => clock.now++ })
    await process.tick()
    await process.idle()
    expect(await store.unconfirmedSlots()).toEqual([])
  })

  it('goes to one of three processes that look at the same moment', async () => {
    const { store, messages, clock, start } = bench()
    for (let i = 0; i < 20; i++) await store.saveSubscription(subscriptionOf({ id: `T1:C${i}`, channel: `C${i}` }))
    const processes = [start(), start(), start()]
    for (clock.now = NINE - MINUTE; clock.now < NINE + 5 * MINUTE; clock.now += MINUTE) {
      await Promise.all(processes.map((one) => one.tick()))
      await Promise.all(processes.map((one) => one.idle()))
    }
    expect(messages).toHaveLength(20)
    expect(new Set(messages.map(({ channel }) => channel)).size).toBe(20)
  })

  it('delays no channel for another that hangs, fails or is limited', async () => {
    const { store, messages, clock, refuse, start, runUntil } = bench()
    for (const channel of ['HANGS', 'FAILS', 'LIMITED', 'FINE'])
      await store.saveSubscription(subscriptionOf({ id: `T1:${channel}`, channel }))
    let limited = 0
    refuse.set('HANGS', () => new Promise(() => undefined))
    refuse.set('FAILS', async () => {
      throw new Error('socket hang up')
    })
    refuse.set('LIMITED', async (): Promise<PostOutcome> => {
      limited++
      return { kind: 'later', after: 2 * MINUTE }
    })
    const process = start()
    clock.now = NINE
    await process.tick()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(messages.map(({ channel }) => channel)).toEqual(['FINE'])
    refuse.clear()
    for (clock.now = NINE + MINUTE; clock.now <= NINE + 10 * MINUTE; clock.now += MINUTE) {
      await process.tick()
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    expect(limited).toBe(1)
    expect(messages.map(({ channel, at }) => [channel, (at - NINE) / MINUTE])).toEqual([
      ['FINE', 0],
      ['LIMITED', 2],
      // Nobody knew whether it had arrived, so it was looked for first.
      ['FAILS', 5],
    ])
    // Another process looks after what hangs.
    await runUntil(start(), NINE + 20 * MINUTE)
    expect(messages.map(({ channel }) => channel)).toEqual(['FINE', 'LIMITED', 'FAILS', 'HANGS'])
  })

  it('pauses where the bot was removed, tells the owner, and goes on from there when resumed', async () => {
    const { store, messages, told, refuse, start, runUntil } = bench()
    await store.saveSubscription(subscriptionOf())
    refuse.set('C1', async () => ({ kind: 'refused', reason: 'I was removed from the channel' }))
    const process = start()
    await runUntil(process, moment('2026-12-08T09:00Z'))
    expect(messages).toHaveLength(0)
    expect(told).toEqual([
      expect.stringMatching(
        /^U1: I could not post the digest: I was removed from the channel\. .*: \/kubecon digest resume$/,
      ),
    ])
    const paused = await store.subscription('T1', 'C1')
    expect(paused?.pausedUntil).toBe('forever')
    refuse.clear()
    if (!paused) throw new Error('nothing kept')
    const { pausedUntil: _, ...resumed } = paused
    await store.saveSubscription(resumed)
    await runUntil(process, moment('2026-12-09T09:00Z'))
    expect(messages.map(({ label }) => label.slot)).toEqual(['2026-12-08', '2026-12-09'])
  })

  it('goes on when the store fails for a while', async () => {
    const { store, messages, logged, clock, start, runUntil } = bench()
    await store.saveSubscription(subscriptionOf())
    const failing = {
      ...store,
      subscriptions: () =>
        clock.now < NINE + 5 * MINUTE ? Promise.reject(new Error('disk full')) : store.subscriptions(),
    }
    await runUntil(start({ store: failing }), NINE + 10 * MINUTE)
    expect(logged[0]).toMatch(/^could not look/)
    expect(messages).toHaveLength(1)
  })

  it('sends one a day over a clock that jumps there and back', async () => {
    const { store, messages, clock, start, runUntil } = bench()
    await store.saveSubscription(subscriptionOf({ weekdays: [1, 2, 3, 4, 5, 6, 7] }))
    const process = start()
    await runUntil(process, NINE + MINUTE)
    clock.now = moment('2027-12-04T07:59Z')
    await runUntil(process, clock.now + 2 * MINUTE)
    clock.now = NINE - 30 * MINUTE
    await runUntil(process, moment('2026-12-06T09:00Z'))
    expect(messages.map(({ label }) => label.slot)).toEqual(['2026-12-04', '2027-12-04', '2026-12-05', '2026-12-06'])
  })

  it('does not send twice on a day on which the digest is turned off and on or moved', async () => {
    const { store, messages, clock, start, runUntil } = bench()
    await store.saveSubscription(subscriptionOf())
    const process = start()
    await runUntil(process, NINE + MINUTE)
    await store.removeSubscription('T1', 'C1')
    await store.saveSubscription(subscriptionOf({ time: '10:00', createdAt: clock.now }))
    await runUntil(process, NINE + 120 * MINUTE)
    await store.saveSubscription(subscriptionOf({ time: '12:00', zone: 'Europe/London' }))
    await runUntil(process, NINE + 600 * MINUTE)
    expect(messages).toHaveLength(1)
  })

  describe('sendNow', () => {
    it('brings today’s forward, then sends extra ones, never the same passage twice', async () => {
      const { store, messages, clock, start, runUntil } = bench()
      await store.saveSubscription(subscriptionOf())
      const process = start()
      const now = async () => process.sendNow((await store.subscription('T1', 'C1')) ?? subscriptionOf())
      expect(await now()).toBe('sent')
      clock.now += MINUTE
      expect(await now()).toBe('sent')
      await runUntil(process, moment('2026-12-07T09:00Z'))
      expect(messages.map(({ label }) => label.slot)).toEqual(['2026-12-04', '2026-12-04T07:01:00.000Z', '2026-12-07'])
      const keys = messages.flatMap(({ label }) => label.passages).filter((key) => !isMark(key))
      expect(new Set(keys).size).toBe(keys.length)
    })

    it('says when one is being posted, when it may not, and when nobody knows', async () => {
      const { store, refuse, start } = bench()
      await store.saveSubscription(subscriptionOf())
      const process = start()
      const [one, other] = await Promise.all([process.sendNow(subscriptionOf()), process.sendNow(subscriptionOf())])
      expect([one, other]).toEqual(['sent', 'busy'])
      refuse.set('C1', async () => ({ kind: 'refused', reason: 'archived' }))
      expect(await process.sendNow(subscriptionOf())).toBe('refused')
      refuse.set('C1', () => Promise.reject(new Error('timeout')))
      expect(await process.sendNow(subscriptionOf())).toBe('unknown')
      expect(await process.sendNow(subscriptionOf())).toBe('busy')
    })
  })

  it('says once a week that there is nothing to show', async () => {
    const empty = { ...knowledge, passages: [] }
    const { store, messages, start, runUntil } = createBench(BEFORE, () => empty)
    await store.saveSubscription(subscriptionOf({ weekdays: [1, 2, 3, 4, 5, 6, 7] }))
    await runUntil(start(), moment('2026-12-19T09:00Z'), 20 * MINUTE)
    expect(messages.map(({ label }) => label.slot)).toEqual(['2026-12-04', '2026-12-11', '2026-12-18'])
    expect(messages[0]?.reply.digest?.notes[0]).toMatch(/hold nothing worth a digest/)
  })

  it('shows yesterday’s questions without an answer in one line', async () => {
    const { store, messages, start, runUntil } = bench()
    await store.saveSubscription(subscriptionOf())
    const asked: (readonly [number, number])[] = []
    const unanswered = async (_: string, __: string, from: number, until: number) => {
      asked.push([from, until])
      return ['what is Cilium Hubble', 'who makes coffee', 'what is Cilium Hubble']
    }
    await runUntil(start({ unanswered }), NINE)
    expect(asked).toEqual([[moment('2026-12-02T23:00Z'), moment('2026-12-03T23:00Z')]])
    expect(messages[0]?.reply.digest?.unanswered).toBe(
      'Asked here yesterday, and no report answers it: “what is Cilium Hubble”, “who makes coffee”.',
    )
  })

  it('starts and stops', async () => {
    const { store, messages, clock, start } = bench()
    await store.saveSubscription(subscriptionOf())
    clock.now = NINE
    const process = start({ every: 5 })
    process.start()
    await expect.poll(() => messages.length).toBe(1)
    await process.stop()
  })

  it('claims nothing more when it is stopped while it looks', async () => {
    const { store, messages, clock, start } = bench()
    await store.saveSubscription(subscriptionOf())
    clock.now = NINE
    let read = (): void => undefined
    const reading = new Promise<void>((resolve) => {
      read = resolve
    })
    const subscriptions = () => reading.then(() => store.subscriptions())
    const process = start({ store: { ...store, subscriptions } })
    const ticking = process.tick()
    const stopping = process.stop()
    read()
    await Promise.all([ticking, stopping])
    expect(store.rows()).toEqual([])
    expect(messages).toEqual([])
  })

  it('knows nothing of a digest that was turned off and on again: not that it was missed, nor that it had to wait', async () => {
    const { store, messages, logged, clock, refuse, start, runUntil } = bench()
    const process = start()
    const again = async (change: Partial<Subscription>) => {
      await store.removeSubscription('T1', 'C1')
      await process.tick()
      await store.saveSubscription(subscriptionOf(change))
    }
    await again({})
    clock.now = NINE + 200 * MINUTE
    await process.tick()
    await again({})
    await process.tick()
    expect(logged.filter((line) => line.includes('missed'))).toHaveLength(2)
    refuse.set('C1', async () => ({ kind: 'later', after: 1000 * MINUTE }))
    await again({ time: '13:00' })
    await runUntil(process, clock.now + 60 * MINUTE)
    refuse.clear()
    await again({ time: '13:00' })
    await runUntil(process, clock.now + MINUTE)
    expect(messages).toHaveLength(1)
  })

  it.each([
    ['took the digest', true],
    ['did not take the digest', false],
  ])('stops in time while Slack does not answer; it is there once where Slack %s', async (_, isTaken) => {
    const { store, messages, logged, clock, poster, start, runUntil } = bench()
    await store.saveSubscription(subscriptionOf())
    clock.now = NINE
    const process = start({
      stopWithin: 1,
      poster: {
        ...poster,
        post: async (...digest) => {
          if (isTaken) await poster.post(...digest)
          return new Promise(() => undefined)
        },
      },
    })
    await process.tick()
    await process.stop()
    expect(logged).toContain('digests in work were given up; they are looked for later')
    expect(await store.unconfirmedSlots()).toHaveLength(1)
    await runUntil(start(), NINE + 10 * MINUTE)
    expect(messages).toHaveLength(1)
    expect(await store.unconfirmedSlots()).toEqual([])
  })

  it('posts nothing more once it has stopped', async () => {
    const { store, clock, poster, start } = bench()
    await store.saveSubscription(subscriptionOf())
    clock.now = NINE
    let read = (_: readonly string[]): void => undefined
    const unanswered = new Promise<readonly string[]>((resolve) => {
      read = resolve
    })
    let isAllowed: boolean | undefined
    const post: DigestPoster['post'] = (_, __, ___, { aborted }) => {
      isAllowed = !aborted
      return Promise.reject(new Error('ended'))
    }
    const process = start({ stopWithin: 1, unanswered: () => unanswered, poster: { ...poster, post } })
    await process.tick()
    await process.stop()
    read([])
    await process.idle()
    expect(isAllowed).toBe(false)
  })
})
