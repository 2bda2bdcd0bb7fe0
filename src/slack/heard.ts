import type { Logger } from 'pino'
import { z } from 'zod'
import type { Addressed } from './read-event.js'
import type { Press } from './read-press.js'
import type { SeenEvents } from './seen-events.js'

/** Keeps what was heard where a restart does not forget it; the store of the bot is one. */
export interface HeardStore {
  /** True for what nobody has claimed. With `work`, what a killed process leaves is found by `takeUnfinished`. */
  claim(keys: readonly string[], work?: string): Promise<boolean>
  finish(keys: readonly string[]): Promise<void>
  /** Still worked on by this process: nobody else is to take it. */
  renew(keys: readonly string[]): Promise<void>
  /** What was claimed and not finished in time, each to one process. */
  takeUnfinished(): Promise<readonly { readonly work: string }[]>
}

/** What is said to the bot, answered once whatever Slack delivers again and whichever process is killed. */
export interface Heard {
  /** Resolves once it is kept; false for what was heard before. Never rejects. */
  claim(said: Addressed | Press): Promise<boolean>
  /** It has its outcome. Never rejects. */
  finish(said: Addressed): Promise<void>
  /** What a killed process left, never what this one works on. To be called twice in a lease. Never rejects. */
  unfinished(): Promise<readonly (Addressed | Press)[]>
}

export interface HeardOptions {
  readonly store: HeardStore | undefined
  readonly seen: SeenEvents
  readonly log: Logger
}

/**
 * Without a store, and while it fails, what was heard is remembered in the process alone: an answer that may come twice
 * is better than none.
 */
export const createHeard = ({ store, seen, log }: HeardOptions): Heard => {
  const keeping = new Map<string, Promise<boolean>>()
  // A slow Slack can make an answer take longer than a lease.
  const inWork = new Set<string>()

  const keep = async (said: Addressed | Press): Promise<boolean> => {
    if (!store) return true
    return store.claim(said.keys, JSON.stringify(said)).catch((err: unknown) => {
      log.error({ err, keys: said.keys }, 'could not keep what was heard; answering all the same')
      return true
    })
  }

  const renew = async (): Promise<void> => {
    if (inWork.size === 0) return
    await store
      ?.renew([...inWork])
      .catch((err: unknown) => log.error({ err }, 'could not keep that it is in work; it may be answered twice'))
  }

  return {
    claim: async (said) => {
      const { keys } = said
      if (!seen.claim(keys)) {
        // Told to Slack as heard only once the first delivery is kept.
        await Promise.all(keys.map((key) => keeping.get(key)))
        return false
      }
      const kept = keep(said)
      for (const key of keys) {
        keeping.set(key, kept)
        inWork.add(key)
      }
      const isOurs = await kept
      for (const key of keys) {
        keeping.delete(key)
        if (!isOurs) inWork.delete(key)
      }
      return isOurs
    },
    finish: async ({ keys }) => {
      await store
        ?.finish(keys)
        .catch((err: unknown) => log.error({ err, keys }, 'could not keep that it was answered; it may come again'))
      for (const key of keys) inWork.delete(key)
    },
    unfinished: async () => {
      try {
        await renew()
        const taken = (await store?.takeUnfinished()) ?? []
        const left = taken.flatMap(({ work }) => read(work)).filter(({ keys }) => !keys.some((key) => inWork.has(key)))
        for (const key of left.flatMap(({ keys }) => keys)) inWork.add(key)
        return left
      } catch (err) {
        log.error({ err }, 'could not look for what was left unanswered; trying again')
        return []
      }
    },
  }
}

const place = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('post'), channel: z.string(), thread: z.string().optional(), person: z.string() }),
  z.object({
    kind: z.literal('respond'),
    url: z.string(),
    channel: z.string(),
    person: z.string(),
    replace: z.boolean(),
  }),
  z.object({
    kind: z.literal('update'),
    channel: z.string(),
    message: z.string(),
    thread: z.string(),
    person: z.string(),
  }),
])

const kept = z.object({
  line: z.looseObject({ text: z.string(), person: z.string(), conversation: z.string() }),
  place,
  keys: z.array(z.string()),
  asked: z.string().optional(),
  page: z.object({ line: z.string(), from: z.number() }).optional(),
  beside: place.optional(),
  ephemeral: z.boolean().optional(),
})

/** Another version of the bot may have written it; what cannot be read is left alone, and keeps nothing else from being read. */
const read = (work: string): (Addressed | Press)[] => {
  try {
    const said: unknown = JSON.parse(work)
    return kept.safeParse(said).success ? [said as Addressed | Press] : []
  } catch {
    return []
  }
}
