import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Subscription } from '../../src/command/digest/types.js'
import { openStore, type Store, type StoreOptions } from '../../src/store/open-store.js'

export interface Place {
  /** What opens one and the same empty store, again and again. */
  options(): Promise<Omit<StoreOptions, 'now'>>
}

export const subscriptionOf = (change: Partial<Subscription> = {}): Subscription => ({
  id: 'T1:C1',
  workspace: 'T1',
  channel: 'C1',
  owner: 'U1',
  time: '09:00',
  weekdays: [1, 2, 3, 4, 5],
  zone: 'Europe/Berlin',
  topics: ['security', 'networking'],
  skips: ['2026-12-24'],
  changedBy: 'U1',
  createdAt: 1_800_000_000_000,
  ...change,
})

const SLOT = { subscription: 'T1:C1', slot: '2026-12-01' }
/** One asked for, after that of the day. */
const NEXT = { subscription: 'T1:C1', slot: '2026-12-01T14:03:21.250' }

/** A new empty place before every test, with stores that are closed after it. */
export const useStores = (place: Place) => {
  let options: Omit<StoreOptions, 'now'>
  const opened: Store[] = []
  const clock = { now: START }
  const problems: Error[] = []
  const open = async (): Promise<Store> => {
    const store = await openStore({ onProblem: (error) => problems.push(error), ...options, now: () => clock.now })
    opened.push(store)
    return store
  }
  const close = (): Promise<unknown> => Promise.all(opened.splice(0).map((one) => one.close()))
  const anew = async (): Promise<void> => {
    options = await place.options()
  }
  beforeEach(async () => {
    clock.now = START
    problems.length = 0
    await anew()
  })
  afterEach(close)
  const reopen = async (): Promise<Store> => {
    await close()
    return open()
  }
  return { clock, problems, open, reopen, anew }
}

export const START = 1_800_000_000_000

/** What every store does, whatever is behind it. */
export const describeDigests = (place: Place): void => {
  const { clock, open, reopen, anew } = useStores(place)
  let store: Store
  beforeEach(async () => {
    store = await open()
  })

  describe('subscriptions', () => {
    it('has none at first', async () => {
      expect(await store.digests.subscriptions()).toEqual([])
      expect(await store.digests.subscription('T1', 'C1')).toBeUndefined()
    })

    it.each([
      ['plain', {}],
      ['paused until a day', { pausedUntil: '2026-12-24' }],
      ['paused for ever, with a last slot', { pausedUntil: 'forever', lastSlot: SLOT.slot }],
      ['with nothing in its lists', { topics: [], skips: [], weekdays: [] }],
      ['with odd texts', { topics: ["'; drop table slots; --", 'Zürich 🦀', '"\\', '{}'] }],
    ])('gives back one %s, also when opened again', async (_, change) => {
      const subscription = subscriptionOf(change)
      await store.digests.saveSubscription(subscription)
      expect(await store.digests.subscription('T1', 'C1')).toEqual(subscription)
      expect(await (await reopen()).digests.subscriptions()).toEqual([subscription])
    })

    it('changes one, takes a pause back, and keeps its id, first day and last slot', async () => {
      await store.digests.saveSubscription(subscriptionOf({ pausedUntil: 'forever', lastSlot: NEXT.slot }))
      const change = { id: 'other', createdAt: 1, time: '08:30', topics: [], changedBy: 'U2', lastSlot: SLOT.slot }
      await store.digests.saveSubscription(subscriptionOf(change))
      const kept = { id: 'T1:C1', createdAt: 1_800_000_000_000, lastSlot: NEXT.slot }
      expect(await store.digests.subscription('T1', 'C1')).toEqual(subscriptionOf({ ...change, ...kept }))
    })

    it('keeps workspaces and channels apart', async () => {
      const all = [
        subscriptionOf(),
        subscriptionOf({ id: 'T1:C2', channel: 'C2', createdAt: 1_800_000_000_001 }),
        subscriptionOf({ id: 'T2:C1', workspace: 'T2', createdAt: 1_800_000_000_002 }),
      ]
      for (const one of all) await store.digests.saveSubscription(one)
      expect(await store.digests.subscriptions()).toEqual(all)
      expect(await store.digests.subscriptions('T1')).toEqual(all.slice(0, 2))
      await store.digests.removeSubscription('T1', 'C1')
      await store.digests.removeSubscription('T9', 'C9')
      expect(await store.digests.subscriptions()).toEqual(all.slice(1))
    })
  })

  describe('slots', () => {
    it('go to one of many that claim at once', async () => {
      const stores = [store, await open(), await open()]
      const claims = Array.from({ length: 30 }, (_, i) => stores[i % 3]?.digests.claimSlot(SLOT, clock.now + i))
      expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1)
      expect(await store.digests.claimSlot(NEXT, clock.now)).toBe(true)
    })

    it('that were claimed and not confirmed are found after a crash', async () => {
      await store.digests.claimSlot(SLOT, 5)
      await store.digests.claimSlot(NEXT, 7)
      const after = await reopen()
      expect(await after.digests.unconfirmedSlots()).toEqual([
        { ...SLOT, claimedAt: 5 },
        { ...NEXT, claimedAt: 7 },
      ])
      await after.digests.confirmSlot(SLOT, '17.1', [], 9)
      expect(await after.digests.unconfirmedSlots()).toEqual([{ ...NEXT, claimedAt: 7 }])
    })

    it('are taken over by one process only, and are then no longer the first one’s to give up', async () => {
      await store.digests.claimSlot(SLOT, 5)
      const [claim] = await store.digests.unconfirmedSlots()
      if (!claim) throw new Error('no claim')
      const stores = [store, await open(), await open()]
      const takers = Array.from({ length: 12 }, (_, i) => stores[i % 3]?.digests.takeOverSlot(claim, 5))
      expect((await Promise.all(takers)).filter(Boolean)).toHaveLength(1)
      await store.digests.releaseSlot(claim)
      expect(await store.digests.unconfirmedSlots()).toEqual([{ ...SLOT, claimedAt: 6 }])
    })

    it('can be given up, unless confirmed', async () => {
      await store.digests.claimSlot(SLOT, 5)
      await store.digests.releaseSlot(SLOT)
      expect(await store.digests.claimSlot(SLOT, 6)).toBe(true)
      await store.digests.confirmSlot(SLOT, '17.1', [], 7)
      await store.digests.releaseSlot(SLOT)
      expect(await store.digests.claimSlot(SLOT, 8)).toBe(false)
      expect(await store.digests.takeOverSlot({ ...SLOT, claimedAt: 6 }, 9)).toBe(false)
    })

    it('become the last slot of their subscription, which never goes back', async () => {
      await store.digests.saveSubscription(subscriptionOf())
      await store.digests.confirmSlot(NEXT, '17.2', [], 7)
      await store.digests.confirmSlot(SLOT, '17.1', [], 8)
      expect((await store.digests.subscription('T1', 'C1'))?.lastSlot).toBe(NEXT.slot)
    })
  })

  describe('posted passages', () => {
    it('are those of confirmed slots, once, in this channel', async () => {
      await store.digests.claimSlot(SLOT, 5)
      expect([...(await store.digests.posted('T1:C1'))]).toEqual([])
      await store.digests.confirmSlot(SLOT, '17.1', ['a', 'b'], 6)
      await store.digests.confirmSlot(SLOT, '17.1', ['c'], 7)
      await store.digests.confirmSlot(NEXT, '17.2', ['b', 'd'], 8)
      const after = await reopen()
      expect([...(await after.digests.posted('T1:C1'))].sort()).toEqual(['a', 'b', 'd'])
      expect([...(await after.digests.posted('T1:C2'))]).toEqual([])
    })

    it('start anew with every round', async () => {
      await store.digests.confirmSlot(SLOT, '17.1', ['a'], 6)
      await store.digests.startNewRound('T1:C1')
      expect([...(await store.digests.posted('T1:C1'))]).toEqual([])
      await store.digests.confirmSlot(NEXT, '17.2', ['a'], 7)
      expect([...(await store.digests.posted('T1:C1'))]).toEqual(['a'])
      await store.digests.startNewRound('T1:C1')
      expect([...(await store.digests.posted('T1:C1'))]).toEqual([])
    })

    it('are still known after the subscription was off and on again', async () => {
      await store.digests.saveSubscription(subscriptionOf())
      await store.digests.confirmSlot(SLOT, '17.1', ['a'], 6)
      await store.digests.removeSubscription('T1', 'C1')
      await store.digests.saveSubscription(subscriptionOf())
      expect([...(await store.digests.posted('T1:C1'))]).toEqual(['a'])
    })
  })

  it('agrees with a slow and simple store, whatever is done', async () => {
    const step = fc.record({
      what: fc.constantFrom('claim', 'take over', 'confirm', 'release', 'round'),
      slot: fc.constantFrom('s1', 's2', 's3'),
      passages: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
      reopened: fc.boolean(),
    } as const)
    let run = 0
    const check = async (steps: readonly (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[]) => {
      run += 1
      const subscription = `run ${run}`
      const others = [store, await open()]
      const simple = { claims: new Map<string, number>(), confirmed: new Set<string>(), posted: new Set<string>() }
      for (const [i, { what, slot, passages, reopened }] of steps.entries()) {
        const { digests } = others[reopened ? 1 : 0] ?? store
        const key = { subscription, slot }
        const claimedAt = simple.claims.get(slot)
        const free = claimedAt === undefined && !simple.confirmed.has(slot)
        if (what === 'claim') {
          expect(await digests.claimSlot(key, i)).toBe(free)
          if (free) simple.claims.set(slot, i)
        } else if (what === 'take over') {
          expect(await digests.takeOverSlot({ ...key, claimedAt: claimedAt ?? 0 }, i)).toBe(claimedAt !== undefined)
          if (claimedAt !== undefined) simple.claims.set(slot, i)
        } else if (what === 'confirm') {
          await digests.confirmSlot(key, 'm', passages, i)
          if (!simple.confirmed.has(slot)) for (const passage of passages) simple.posted.add(passage)
          simple.confirmed.add(slot)
          simple.claims.delete(slot)
        } else if (what === 'release') {
          await digests.releaseSlot(key)
          simple.claims.delete(slot)
        } else {
          await digests.startNewRound(subscription)
          simple.posted.clear()
        }
        const unconfirmed = (await digests.unconfirmedSlots()).filter((one) => one.subscription === subscription)
        expect(new Map(unconfirmed.map((one) => [one.slot, one.claimedAt]))).toEqual(simple.claims)
        expect(await digests.posted(subscription)).toEqual(simple.posted)
      }
    }
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 15 }), check), { numRuns: 25 })
  })

  describe('opening', () => {
    it('works for many at once on an empty place', async () => {
      await anew()
      const stores = await Promise.all(Array.from({ length: 5 }, open))
      for (const [i, one] of stores.entries())
        await one.digests.saveSubscription(subscriptionOf({ id: `T1:C${i}`, channel: `C${i}` }))
      expect(await store.digests.subscriptions()).toEqual([])
      expect(await stores[0]?.digests.subscriptions()).toHaveLength(5)
    })

    it('is undone once, however often it is closed', async () => {
      await Promise.all([store.close(), store.close()])
      await store.close()
      await expect(store.digests.subscriptions()).rejects.toThrow()
    })

    it('refuses tables of a newer bot, and leaves them as they are', async () => {
      await store.database.insertInto('schema_versions').values({ name: '9999-later', applied_at: 1 }).execute()
      await expect(open()).rejects.toMatchObject({ trouble: 'newer', message: /newer version of the bot/ })
    })
  })
}
