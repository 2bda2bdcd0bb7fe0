import { dayOfSlot, dueRun } from '../command/digest/next-runs.js'
import type { ClaimedSlot, Subscription } from '../command/digest/types.js'
import { type DigestWorld, leaseOf } from './digest-world.js'
import { remember, type Sent, sendDigest } from './send-digest.js'

const HOUR = 3_600_000
/** A claim that is further ahead than clocks differ comes from one that jumped, and would else block for as long. */
const FAR_AHEAD = HOUR

/** Whether the process that claimed a slot has had its time. */
export const isStale = ({ claimedAt }: ClaimedSlot, world: DigestWorld): boolean => {
  const age = world.now() - claimedAt
  return age >= leaseOf(world) || age <= -FAR_AHEAD
}

/**
 * Looks after a slot that was claimed and never confirmed: its process died, or Slack never answered. What is in the
 * channel is confirmed, and what is not is posted while it is due.
 */
export const recoverSlot = async (
  claim: ClaimedSlot,
  subscription: Subscription | undefined,
  world: DigestWorld,
): Promise<Sent | 'gone'> => {
  const { store, poster, now, log } = world
  // The claim is known by its moment: a clock read twice would give one that is not in the store.
  const claimedAt = Math.max(now(), claim.claimedAt + 1)
  if (!(await store.takeOverSlot(claim, claimedAt))) return 'gone'
  const own: ClaimedSlot = { ...claim, claimedAt }
  if (!subscription) {
    // Turned off meanwhile. Confirmed all the same: turned on again on the same day, it must not come twice.
    await store.confirmSlot(own, '', [], now())
    return 'gone'
  }
  const fields = { channel: subscription.channel, slot: claim.slot }
  const found = await poster.find(subscription, claim, earliest(claim, now()))
  if (found) {
    log.info(fields, 'the digest was posted before a crash; it is confirmed now')
    await remember(subscription, own, found.message, found.label, world)
    return 'sent'
  }
  if (dueRun(subscription, now())?.day === claim.slot) return sendDigest(subscription, own, world)
  await store.releaseSlot(own)
  log.warn(fields, 'a digest that a crash kept from being posted is too late and left out')
  return 'gone'
}

/**
 * A message of the slot cannot be older. Not the moment of the claim, which may have been taken over several times; and
 * not its day where that is ahead, from a clock that jumped.
 */
const earliest = ({ slot }: ClaimedSlot, now: number): number => {
  const anywhere = Date.parse(`${dayOfSlot(slot)}T00:00:00Z`) - 14 * HOUR
  return anywhere < now ? anywhere : now - 48 * HOUR
}
