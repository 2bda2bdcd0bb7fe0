import { readdirSync, readFileSync } from 'node:fs'
import type { DigestLabel, DigestPoster, PostOutcome } from '../../src/command/digest/poster.js'
import type { Subscription } from '../../src/command/digest/types.js'
import type { ListingReply } from '../../src/command/reply.js'
import { createDigestClock, type DigestClock, type DigestClockOptions } from '../../src/digest/clock.js'
import { buildKnowledge } from '../../src/knowledge/build-knowledge.js'
import type { Knowledge } from '../../src/knowledge/report.js'
import { ROOT } from '../support/run-kubecon.js'
import { createMemoryStore, type MemoryStore } from './memory-store.js'

export const realKnowledge = (): Knowledge =>
  buildKnowledge(
    readdirSync(`${ROOT}knowledge`).map((name) => ({
      name,
      content: readFileSync(`${ROOT}knowledge/${name}`, 'utf8'),
    })),
  )

export interface Message {
  readonly channel: string
  readonly at: number
  readonly label: DigestLabel
  readonly reply: ListingReply
}

/** A process that died: whatever it would have done next does not happen. */
export class Crash extends Error {}

export interface Bench {
  readonly store: MemoryStore
  readonly messages: readonly Message[]
  readonly told: readonly string[]
  readonly logged: readonly string[]
  readonly clock: { now: number }
  readonly poster: DigestPoster
  /** What the next posts of a channel come to, instead of being posted. */
  readonly refuse: Map<string, () => Promise<PostOutcome>>
  /** Starts a process over the same store and channels. */
  start(options?: Partial<DigestClockOptions>): DigestClock
  /** Moves the clock there in steps, with a tick and its work after each. */
  runUntil(process: DigestClock, at: number, step?: number): Promise<void>
}

export const createBench = (now: number, knowledge: () => Knowledge = realKnowledge): Bench => {
  const store = createMemoryStore()
  const messages: Message[] = []
  const told: string[] = []
  const logged: string[] = []
  const clock = { now }
  const refuse = new Map<string, () => Promise<PostOutcome>>()
  const poster: DigestPoster = {
    post: async ({ channel }, reply, label) => {
      const instead = refuse.get(channel)
      if (instead) return instead()
      messages.push({ channel, at: clock.now, label, reply })
      return { kind: 'posted', message: String(messages.length) }
    },
    find: async ({ channel }, { slot }, since) => {
      const i = messages.findIndex((one) => one.channel === channel && one.label.slot === slot && one.at >= since)
      const found = messages[i]
      return found && { message: String(i + 1), label: found.label }
    },
    tellOwner: async ({ owner }, text) => void told.push(`${owner}: ${text}`),
  }
  const log = (_: object, message: string) => void logged.push(message)
  const read = knowledge()
  return {
    store,
    messages,
    told,
    logged,
    clock,
    poster,
    refuse,
    start: (options = {}) =>
      createDigestClock({
        command: '/kubecon',
        store,
        poster,
        knowledge: () => read,
        feedback: async () => new Map(),
        unanswered: async () => [],
        now: () => clock.now,
        log: { info: log, warn: log, error: log },
        ...options,
      }),
    runUntil: async (process, at, step = 60_000) => {
      while (clock.now < at) {
        clock.now = Math.min(at, clock.now + step)
        await process.tick()
        await process.idle()
      }
    },
  }
}

export const subscriptionOf = (change: Partial<Subscription> = {}): Subscription => {
  const { workspace = 'T1', channel = 'C1' } = change
  return {
    id: `${workspace}:${channel}`,
    workspace,
    channel,
    owner: 'U1',
    time: '09:00',
    weekdays: [1, 2, 3, 4, 5],
    zone: 'Europe/Berlin',
    topics: [],
    skips: [],
    changedBy: 'U1',
    createdAt: 0,
    ...change,
  }
}

/** A moment as `2026-12-01T09:00Z`. */
export const moment = (iso: string): number => Date.parse(iso)

/** A random number generator that gives the same numbers every time (mulberry32). */
export const createRandom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
