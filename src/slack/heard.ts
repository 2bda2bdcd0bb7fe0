import type { Logger } from 'pino'
import { z } from 'zod'
import type { Addressed } from './read-event.js'
import type { Press } from './read-press.js'
import type { SeenEvents } from './seen-events.js'
import { within } from './within.js'

/** Keeps what was heard where a restart does not forget it; the store of the bot is one. */
export interface HeardStore {
  /** True for what nobody has claimed. With `work`, what a killed process leaves is found by `takeUnfinished`. */
  claim(keys: readonly string[], work?: string): Promise<boolean>
  finish(keys: readonly string[]): Promise<void>
  /** Still worked on by this process: nobody else is to take it. */
  renew(keys: readonly string[]): Promise<void>
  /** It could not be done, through no fault of its own: it may be taken as often as before. */
  putBack(keys: readonly string[]): Promise<void>
  /** What was claimed and not finished in time, each to one process. */
  takeUnfinished(): Promise<readonly { readonly work: string }[]>
}

/** What is said to the bot, answered once whatever Slack delivers again and whichever process is killed. */
export interface Heard {
  /** Resolves once it is kept, or cannot be kept in time; false for what was heard before. Never rejects. */
  claim(said: Addressed | Press): Promise<boolean>
  /** It has its outcome. Never rejects, and waits no longer than a claim does. */
  finish(said: Addressed): Promise<void>
  /** It has no outcome, for Slack could not be reached: whoever looks when the lease is over takes it. Never rejects. */
  leave(said: Addressed): Promise<void>
  /** What was left, never what this process works on. To be called twice in a lease. Never rejects. */
  unfinished(): Promise<readonly (Addressed | Press)[]>
}

export interface HeardOptions {
  readonly store: HeardStore | undefined
  readonly seen: SeenEvents
  readonly log: Logger
  /** Milliseconds that an answer waits for the store; default 2 seconds, for Slack waits three. */
  readonly patience?: number
}

/** Answers remembered as given while the store does not take that. */
const MOST_UNWRITTEN = 5000

/**
 * Without a store, and while it fails, what was heard is remembered in the process alone: an answer that may come twice
 * is better than none.
 */
export const createHeard = ({ store, seen, log, patience = 2000 }: HeardOptions): Heard => {
  const keeping = new Map<string, Promise<boolean>>()
  // A slow Slack can make an answer take longer than a lease.
  const inWork = new Set<string>()
  // Claims that the store may still take; what is written of them has to come after.
  const claiming = new Map<string, Promise<unknown>>()
  const answered = new Set<readonly string[]>()

  const inTime = <Result>(work: Promise<Result>): Promise<Result> =>
    within(work, patience, () => new Error(`the store did not answer within ${patience} ms`))

  const keep = async (said: Addressed | Press): Promise<boolean> => {
    if (!store) return true
    const { keys } = said
    const claim = store.claim(keys, JSON.stringify(said))
    const settled = claim
      .catch(() => undefined)
      .then(() => {
        for (const key of keys) if (claiming.get(key) === settled) claiming.delete(key)
      })
    for (const key of keys) claiming.set(key, settled)
    return inTime(claim).catch((err: unknown) => {
      log.error({ err, keys }, 'could not keep what was heard; answering all the same')
      return true
    })
  }

  const renew = async (): Promise<void> => {
    if (inWork.size === 0) return
    await store
      ?.renew([...inWork])
      .catch((err: unknown) => log.error({ err }, 'could not keep that it is in work; it may be answered twice'))
  }

  /** Until it is written this process counts it as its own, lest somebody answer it again. */
  const write = async (keys: readonly string[]): Promise<void> => {
    await Promise.all(keys.map((key) => claiming.get(key)))
    await store?.finish(keys)
    answered.delete(keys)
    for (const key of keys) inWork.delete(key)
  }

  const writeAnswered = async (): Promise<void> => {
    for (const keys of [...answered]) await write(keys)
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
      answered.add(keys)
      const [oldest] = answered
      if (answered.size > MOST_UNWRITTEN && oldest) {
        answered.delete(oldest)
        for (const key of oldest) inWork.delete(key)
      }
      await inTime(write(keys)).catch((err: unknown) =>
        log.error({ err, keys }, 'could not keep that it was answered; trying again'),
      )
    },
    leave: async ({ keys }) => {
      const back = store?.putBack(keys) ?? Promise.resolve()
      await inTime(back).catch((err: unknown) => log.error({ err, keys }, 'could not put back what has no answer yet'))
      for (const key of keys) inWork.delete(key)
    },
    unfinished: async () => {
      try {
        await writeAnswered()
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
