import { type ComposedDigest, composeDigest, rememberedOf } from '../command/digest/compose-digest.js'
import type { SentNow } from '../command/digest/control.js'
import { dayOfSlot } from '../command/digest/next-runs.js'
import { isReportsMark } from '../command/digest/posted-marks.js'
import type { DigestLabel } from '../command/digest/poster.js'
import { questionsBefore } from '../command/digest/show-digest.js'
import type { ClaimedSlot, Subscription } from '../command/digest/types.js'
import { type DigestWorld, leaseOf } from './digest-world.js'

export type Sent = Exclude<SentNow, 'busy'> | { readonly kind: 'later'; readonly after: number }

/**
 * Posts the digest of a slot that this process has claimed, and confirms it. A crash at any point leaves either nothing
 * in the channel, or a message that tells its slot: whoever looks after the claim can tell which.
 */
export const sendDigest = async (subscription: Subscription, claim: ClaimedSlot, world: DigestWorld): Promise<Sent> => {
  const { store, poster, now, log } = world
  await world.reach?.('claimed', claim)
  const composed = await compose(subscription, claim, world)
  await world.reach?.('composed', claim)
  const fields = { channel: subscription.channel, slot: claim.slot }
  if (!composed) {
    await store.confirmSlot(claim, '', [], now())
    log.info(fields, 'nothing new for the digest')
    return 'nothing'
  }
  // Half of the lease is left for posting: another process takes over after the whole.
  const left = claim.claimedAt + leaseOf(world) / 2 - now()
  if (left <= 0) {
    await store.releaseSlot(claim)
    log.warn(fields, 'the digest took too long to compose; it is tried again')
    return { kind: 'later', after: 0 }
  }
  const outcome = await posting(left, world.ending, (signal) =>
    poster.post(subscription, composed.reply, labelOf(composed, claim), signal),
  )
  switch (outcome.kind) {
    case 'posted':
      await world.reach?.('posted', claim)
      await remember(subscription, claim, outcome.message, composed, world)
      log.info({ ...fields, passages: composed.passages.length }, 'digest posted')
      return 'sent'
    case 'later':
      await store.releaseSlot(claim)
      log.warn({ ...fields, after: outcome.after }, 'the digest is to be posted later')
      return outcome
    case 'refused':
      await store.releaseSlot(claim)
      await pauseFor(outcome.reason, subscription, world)
      return 'refused'
  }
}

const compose = async (
  subscription: Subscription,
  { slot }: ClaimedSlot,
  { store, knowledge, feedback, unanswered, now, command }: DigestWorld,
): Promise<ComposedDigest | undefined> => {
  const { id, workspace, channel, zone } = subscription
  const day = dayOfSlot(slot)
  return composeDigest({
    knowledge: knowledge(),
    subscription,
    posted: await store.posted(id),
    feedback: await feedback(workspace, channel),
    questions: await questionsBefore(day, zone, (from, until) => unanswered(workspace, channel, from, until)),
    day,
    now: now(),
    command,
  })
}

const labelOf = ({ passages, newRound }: ComposedDigest, { slot }: ClaimedSlot): DigestLabel => ({
  slot,
  passages: passages.filter((key) => !isReportsMark(key)),
  newRound,
})

const posting = async <Result>(
  most: number,
  ending: AbortSignal | undefined,
  post: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> => {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(new Error('the digest took too long to post')), most)
  try {
    return await post(ending ? AbortSignal.any([controller.signal, ending]) : controller.signal)
  } finally {
    clearTimeout(timer)
  }
}

/** Confirms a digest that is in its channel. */
export const remember = async (
  { id }: Subscription,
  claim: ClaimedSlot,
  message: string,
  label: Pick<DigestLabel, 'passages' | 'newRound'>,
  world: DigestWorld,
): Promise<void> => {
  const { store, knowledge, now } = world
  const posted = await store.posted(id)
  if (label.newRound) await store.startNewRound(id)
  await world.reach?.('round-begun', claim)
  await store.confirmSlot(claim, message, rememberedOf(label, { knowledge: knowledge(), posted }), now())
  await world.reach?.('confirmed', claim)
}

/** A channel that does not want it any more: nothing is lost, nothing is tried again, and its owner hears of it. */
const pauseFor = async (reason: string, { workspace, channel }: Subscription, world: DigestWorld) => {
  const { store, poster, command, log } = world
  log.warn({ channel, reason }, 'the digest cannot be posted and is paused')
  const latest = await store.subscription(workspace, channel)
  if (!latest || latest.pausedUntil === 'forever') return
  await store.saveSubscription({ ...latest, pausedUntil: 'forever' })
  await poster
    .tellOwner(
      latest,
      `I could not post the digest: ${reason}. It is paused, and nothing is lost. Once I may post there again, type there: ${command} digest resume`,
    )
    .catch((err: unknown) => log.warn({ err, channel }, 'could not tell the owner of a paused digest'))
}
