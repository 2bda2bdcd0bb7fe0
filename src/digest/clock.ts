import { setTimeout as wait } from 'node:timers/promises'
import type { SentNow } from '../command/digest/control.js'
import { localTime } from '../command/digest/local-day.js'
import { dayOfSlot, standingOf } from '../command/digest/next-runs.js'
import type { ClaimedSlot, Subscription } from '../command/digest/types.js'
import { type DigestWorld, leaseOf } from './digest-world.js'
import { isStale, recoverSlot } from './recover-slots.js'
import { type Sent, sendDigest } from './send-digest.js'

export interface DigestClockOptions extends DigestWorld {
  /** Milliseconds between two looks at what is due; default 15 seconds. */
  readonly every?: number
  /** No other process uses the store, so claims found at the start are those of a dead one and need no wait. */
  readonly alone?: boolean
  /** Milliseconds that a stop waits for what is being posted; default 10 seconds. */
  readonly stopWithin?: number
}

export interface DigestClock {
  /** Looks once at what is due, and starts it. Never rejects: what goes wrong is logged and tried again. */
  tick(): Promise<void>
  /** Posts the next digest at once: today's, or an extra one where today's was sent. */
  sendNow(subscription: Subscription): Promise<SentNow>
  /** Resolves once nothing is being posted. */
  idle(): Promise<void>
  start(): void
  /** Brings what is being posted to its end, in so far as that is soon; what is left keeps its claim, and is looked for later. */
  stop(): Promise<void>
}

/** A subscription that needs no look before a moment, as long as it is the same and the clock does not go back. */
interface Quiet {
  readonly subscription: Subscription
  readonly text: string
  readonly from: number
  readonly until: number
}

export const createDigestClock = (options: DigestClockOptions): DigestClock => {
  const { every = 15_000, alone = false, stopWithin = 10_000, ...outside } = options
  const { store, now, log } = outside
  const ending = new AbortController()
  const world: DigestWorld = { ...outside, ending: ending.signal }
  const inWork = new Map<string, Promise<unknown>>()
  const quiet = new Map<string, Quiet>()
  const notBefore = new Map<string, number>()
  const told = new Map<string, string>()
  let isFirst = true
  let ticking: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  /** At most one digest of a subscription at a time; whatever goes wrong with it is its own matter. */
  const work = (subscription: string, send: () => Promise<Sent | 'gone'>): Promise<Sent | 'gone'> => {
    const done = send()
      .catch((err: unknown): Sent => {
        log.error({ err, subscription }, 'the digest failed; it is looked after once its claim is old')
        return 'unknown'
      })
      .then((sent) => {
        inWork.delete(subscription)
        if (typeof sent === 'object') notBefore.set(subscription, now() + sent.after)
        else notBefore.delete(subscription)
        return sent
      })
    inWork.set(subscription, done)
    return done
  }

  const look = async (): Promise<void> => {
    const claims = await store.unconfirmedSlots()
    const subscriptions = await store.subscriptions()
    if (stopped) return
    const byId = new Map(subscriptions.map((one) => [one.id, one]))
    for (const claim of claims) {
      if (inWork.has(claim.subscription) || !((isFirst && alone) || isStale(claim, world))) continue
      void work(claim.subscription, () => recoverSlot(claim, byId.get(claim.subscription), world))
    }
    isFirst = false
    const claimed = new Set(claims.map(({ subscription }) => subscription))
    for (const known of [quiet, notBefore, told]) for (const id of known.keys()) if (!byId.has(id)) known.delete(id)
    for (const one of subscriptions) if (!claimed.has(one.id)) lookAt(one)
  }

  const lookAt = (subscription: Subscription): void => {
    const { id } = subscription
    if (inWork.has(id) || now() < (notBefore.get(id) ?? 0) || isQuiet(subscription)) return
    const { due, missed, until } = standingOf(subscription, now())
    if (!due) {
      if (missed) tellMissed(subscription, missed.day)
      beQuiet(subscription, until)
      return
    }
    void work(id, async () => {
      const claimedAt = now()
      const slot = { subscription: id, slot: due.day }
      if (await store.claimSlot(slot, claimedAt)) return sendDigest(subscription, { ...slot, claimedAt }, world)
      // Somebody else has it, or had it before the digest was turned off and on again.
      beQuiet(subscription, Math.min(until, now() + leaseOf(world)))
      return 'gone'
    })
  }

  const isQuiet = (subscription: Subscription): boolean => {
    const known = quiet.get(subscription.id)
    const at = now()
    return (
      known !== undefined &&
      at >= known.from &&
      at < known.until &&
      (known.subscription === subscription || known.text === JSON.stringify(subscription))
    )
  }

  const beQuiet = (subscription: Subscription, until: number): void => {
    quiet.set(subscription.id, { subscription, text: JSON.stringify(subscription), from: now(), until })
  }

  const tellMissed = (subscription: Subscription, day: string): void => {
    if (told.get(subscription.id) === day) return
    told.set(subscription.id, day)
    log.warn(
      { channel: subscription.channel, slot: day },
      'the digest was missed by three hours or more and is left out',
    )
  }

  const tick = (): Promise<void> => {
    ticking ??= look()
      .catch((err: unknown) => log.error({ err }, 'could not look at what digests are due; trying again'))
      .finally(() => {
        ticking = undefined
      })
    return ticking
  }

  const idle = async (): Promise<void> => {
    await ticking
    while (inWork.size > 0) await Promise.all(inWork.values())
  }

  const sendNow = async (subscription: Subscription): Promise<SentNow> => {
    if (inWork.has(subscription.id)) return 'busy'
    const sent = await work(subscription.id, async () => {
      const claim = await claimNow(subscription, world)
      return claim ? sendDigest(subscription, claim, world) : 'gone'
    })
    return typeof sent === 'object' ? 'unknown' : sent === 'gone' ? 'busy' : sent
  }

  const run = (): void => {
    void tick().then(() => {
      if (!stopped) timer = setTimeout(run, every)
    })
  }

  return {
    tick,
    sendNow,
    idle,
    start: run,
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await within(idle(), stopWithin)
      ending.abort(new Error('the process ends'))
      if (inWork.size > 0) log.warn({ left: inWork.size }, 'digests in work were given up; they are looked for later')
    },
  }
}

/** Waits for something, but no longer than so many milliseconds. */
const within = async (done: Promise<void>, ms: number): Promise<void> => {
  const timer = new AbortController()
  await Promise.race([done, wait(ms, undefined, { signal: timer.signal }).catch(() => undefined)])
  timer.abort()
}

/** Today's slot, or one of its own where today's is taken; undefined while another one is being posted. */
const claimNow = async (subscription: Subscription, { store, now }: DigestWorld): Promise<ClaimedSlot | undefined> => {
  const { id, zone, lastSlot } = subscription
  if ((await store.unconfirmedSlots()).some((claim) => claim.subscription === id)) return undefined
  const at = now()
  const { day } = localTime(at, zone)
  const today: ClaimedSlot = { subscription: id, slot: day, claimedAt: at }
  const wasSent = lastSlot !== undefined && dayOfSlot(lastSlot) === day
  if (!wasSent && (await store.claimSlot(today, at))) return today
  const extra = { ...today, slot: `${day}T${new Date(at).toISOString().slice(11, 23)}Z` }
  return (await store.claimSlot(extra, at)) ? extra : undefined
}
