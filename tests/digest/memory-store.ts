import type { ClaimedSlot, DigestStore, Slot, Subscription } from '../../src/command/digest/types.js'

interface Row extends ClaimedSlot {
  readonly message?: string
}

export interface MemoryStore extends DigestStore {
  /** Every slot ever claimed and not given up. */
  rows(): readonly Row[]
}

/** What the real store does, without a disk: the contract of tests/store holds for this one as far as digests go. */
export const createMemoryStore = (): MemoryStore => {
  const subscriptions = new Map<string, Subscription>()
  const slots = new Map<string, Row>()
  /** Keys of those that are not confirmed: a year has too many slots to look through. */
  const open = new Set<string>()
  const rounds = new Map<string, number>()
  const posted = new Map<string, Set<string>>()
  const keyOf = ({ subscription, slot }: Slot): string => `${subscription} ${slot}`
  const postedOf = (id: string): Set<string> => {
    const key = `${id} ${rounds.get(id) ?? 1}`
    const known = posted.get(key) ?? new Set<string>()
    posted.set(key, known)
    return known
  }
  const later = (a?: string, b?: string): string | undefined => (a === undefined || (b !== undefined && b > a) ? b : a)
  return {
    rows: () => [...slots.values()],
    subscriptions: async (workspace) =>
      [...subscriptions.values()].filter((one) => workspace === undefined || one.workspace === workspace),
    subscription: async (workspace, channel) => subscriptions.get(`${workspace}:${channel}`),
    saveSubscription: async (subscription) => {
      const key = `${subscription.workspace}:${subscription.channel}`
      const known = subscriptions.get(key)
      const lastSlot = later(known?.lastSlot, subscription.lastSlot)
      const { lastSlot: _, ...rest } = subscription
      subscriptions.set(key, {
        ...rest,
        id: known?.id ?? subscription.id,
        createdAt: known?.createdAt ?? subscription.createdAt,
        ...(lastSlot === undefined ? {} : { lastSlot }),
      })
    },
    removeSubscription: async (workspace, channel) => void subscriptions.delete(`${workspace}:${channel}`),
    claimSlot: async ({ subscription, slot }, now) => {
      const key = keyOf({ subscription, slot })
      if (slots.has(key)) return false
      slots.set(key, { subscription, slot, claimedAt: now })
      open.add(key)
      return true
    },
    takeOverSlot: async (claim, now) => {
      const row = slots.get(keyOf(claim))
      if (!row || row.message !== undefined || row.claimedAt !== claim.claimedAt) return false
      slots.set(keyOf(claim), { ...row, claimedAt: Math.max(now, claim.claimedAt + 1) })
      return true
    },
    confirmSlot: async ({ subscription, slot }, message, passages, now) => {
      const row = slots.get(keyOf({ subscription, slot }))
      if (row?.message !== undefined) return
      slots.set(keyOf({ subscription, slot }), { subscription, slot, claimedAt: now, ...row, message })
      open.delete(keyOf({ subscription, slot }))
      for (const passage of passages) postedOf(subscription).add(passage)
      const known = [...subscriptions].find(([, { id }]) => id === subscription)
      if (known) subscriptions.set(known[0], { ...known[1], lastSlot: later(known[1].lastSlot, slot) ?? slot })
    },
    releaseSlot: async (claim) => {
      const row = slots.get(keyOf(claim))
      if (row && row.message === undefined && (!('claimedAt' in claim) || claim.claimedAt === row.claimedAt)) {
        slots.delete(keyOf(claim))
        open.delete(keyOf(claim))
      }
    },
    unconfirmedSlots: async () =>
      [...open].flatMap((key) => {
        const row = slots.get(key)
        return row ? [{ subscription: row.subscription, slot: row.slot, claimedAt: row.claimedAt }] : []
      }),
    posted: async (subscription) => new Set(postedOf(subscription)),
    startNewRound: async (subscription) => void rounds.set(subscription, (rounds.get(subscription) ?? 1) + 1),
  }
}
