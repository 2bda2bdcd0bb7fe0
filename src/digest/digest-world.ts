import type { DigestPoster } from '../command/digest/poster.js'
import type { DigestStore, Slot } from '../command/digest/types.js'
import type { Knowledge } from '../knowledge/report.js'

/** Everything outside that the digest clock touches; tests put their own in. */
export interface DigestWorld {
  readonly store: DigestStore
  readonly poster: DigestPoster
  readonly knowledge: () => Knowledge
  /** Verdicts of a channel by passage key: above 0 more like this, below 0 less. */
  readonly feedback: (workspace: string, channel: string) => Promise<ReadonlyMap<string, number>>
  /** Questions of a channel that found no answer, oldest first: from `from`, before `until`. */
  readonly unanswered: (workspace: string, channel: string, from: number, until: number) => Promise<readonly string[]>
  /** The slash command, such as `/kubecon`. */
  readonly command: string
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly log: DigestLog
  /** Called between the steps of posting, so that a test can kill the process just there. */
  readonly reach?: (point: FaultPoint, slot: Slot) => void | Promise<void>
  /** Milliseconds after which a claim that nobody confirmed may be looked after by another process; default 5 minutes. */
  readonly lease?: number
  /** Aborted when the process has no more time: nothing is posted from then on. */
  readonly ending?: AbortSignal
}

/** What a pino logger does. */
export interface DigestLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** The steps of one digest; a crash after each of them is a different one. */
export const FAULT_POINTS = ['claimed', 'composed', 'posted', 'round-begun', 'confirmed'] as const
export type FaultPoint = (typeof FAULT_POINTS)[number]

const FIVE_MINUTES = 5 * 60_000

export const leaseOf = ({ lease = FIVE_MINUTES }: DigestWorld): number => lease
