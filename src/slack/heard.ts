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
  /** What was claimed and not finished in time, each to one process. */
  takeUnfinished(): Promise<readonly { readonly work: string }[]>
}

/** What is said to the bot, answered once whatever Slack delivers again and whichever process is killed. */
export interface Heard {
  /** Resolves once it is kept; false for what was heard before. Never rejects. */
  claim(said: Addressed | Press): Promise<boolean>
  /** It has its outcome. Never rejects. */
  finish(said: Addressed): Promise<void>
  /** What a killed process left. Never rejects. */
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
export const createHeard = ({ store, seen, log }: HeardOptions): Heard => ({
  claim: async (said) => {
    if (!seen.claim(said.keys)) return false
    if (!store) return true
    return store.claim(said.keys, JSON.stringify(said)).catch((err: unknown) => {
      log.error({ err, keys: said.keys }, 'could not keep what was heard; answering all the same')
      return true
    })
  },
  finish: async ({ keys }) => {
    await store
      ?.finish(keys)
      .catch((err: unknown) => log.error({ err, keys }, 'could not keep that it was answered; it may come again'))
  },
  unfinished: async () => {
    try {
      const left = (await store?.takeUnfinished()) ?? []
      return left.flatMap(({ work }) => read(work))
    } catch (err) {
      log.error({ err }, 'could not look for what was left unanswered; trying again')
      return []
    }
  },
})

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

/** Another version of the bot may have written it; what cannot be read is left alone. */
const read = (work: string): (Addressed | Press)[] => {
  const said: unknown = JSON.parse(work)
  return kept.safeParse(said).success ? [said as Addressed | Press] : []
}
