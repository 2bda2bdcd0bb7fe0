import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHeard, type HeardStore } from '../../src/slack/heard.js'
import type { Addressed } from '../../src/slack/read-event.js'
import { createSeenEvents } from '../../src/slack/seen-events.js'
import { openStore, type Store } from '../../src/store/open-store.js'

const SAID: Addressed = {
  line: { text: 'what is CRI-O', person: 'U1', conversation: 'C1' },
  place: { kind: 'respond', url: 'http://localhost/respond', channel: 'C1', person: 'U1', replace: false },
  keys: ['trigger 1'],
}
/** How often the edge looks; a claim is held for a minute. */
const LOOK_EVERY = 30_000

let folder: string
let store: Store
let time: number

beforeEach(async () => {
  time = 1_800_000_000_000
  folder = await mkdtemp(join(tmpdir(), 'kubecon-heard-'))
  store = await openStore({ dataDir: folder, now: () => time })
})

afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

/** A process that hears Slack. */
const listener = (kept: HeardStore = store.events, patience?: number) =>
  createHeard({
    store: kept,
    seen: createSeenEvents({ now: () => time }),
    log: pino({ enabled: false }),
    ...(patience !== undefined && { patience }),
  })

/** A promise that somebody else resolves. */
const gate = () => {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open: () => open(), opened }
}

describe('what was heard', () => {
  it('stays with whoever works on it for longer than a claim lasts', async () => {
    const [worker, other] = [listener(), listener()]
    expect(await worker.claim(SAID)).toBe(true)
    for (let looks = 0; looks < 6; looks++) {
      time += LOOK_EVERY
      expect(await worker.unfinished()).toEqual([])
      expect(await other.unfinished()).toEqual([])
      expect(await listener().claim(SAID)).toBe(false)
    }
    await worker.finish(SAID)
    time += 10 * LOOK_EVERY
    expect(await other.unfinished()).toEqual([])
  })

  it('is not taken by the process that works on it, not even while claims cannot be renewed', async () => {
    const worker = listener({ ...store.events, renew: () => Promise.reject(new Error('away')) })
    await worker.claim(SAID)
    time += 10 * LOOK_EVERY
    expect(await worker.unfinished()).toEqual([])
  })

  it('goes to another process once the one that worked on it is gone, and stays there', async () => {
    await listener().claim(SAID)
    time += 2 * LOOK_EVERY
    const next = listener()
    expect(await next.unfinished()).toEqual([SAID])
    time += 10 * LOOK_EVERY
    expect(await next.unfinished()).toEqual([])
  })

  it('is found beside what cannot be read any more', async () => {
    await store.events.claim(['event 1'], 'no JSON at all')
    await store.events.claim(['event 2'], '{"line":{}}')
    await listener().claim(SAID)
    time += 2 * LOOK_EVERY
    expect(await listener().unfinished()).toEqual([SAID])
  })

  it('is told as heard before only once the first delivery is kept', async () => {
    const disk = gate()
    const order: string[] = []
    const heard = listener({
      ...store.events,
      claim: async (keys, work) => {
        await disk.opened
        order.push('kept')
        return store.events.claim(keys, work)
      },
    })
    const first = heard.claim(SAID)
    const second = heard.claim(SAID).then((isNew) => {
      order.push('told')
      return isNew
    })
    await new Promise(setImmediate)
    disk.open()
    expect(await Promise.all([first, second])).toEqual([true, false])
    expect(order).toEqual(['kept', 'told'])
  })

  it('is answered by another process when this one could not', async () => {
    const worker = listener()
    await worker.claim(SAID)
    // An outage of half an hour.
    for (let minutes = 0; minutes < 30; minutes++) {
      await worker.leave(SAID)
      expect(await worker.unfinished()).toEqual([])
      time += 2 * LOOK_EVERY
      expect(await worker.unfinished()).toEqual([SAID])
    }
  })

  it('does not wait for a store that does not answer, and is written as answered after it was written as heard', async () => {
    const disk = gate()
    const worker = listener(
      {
        ...store.events,
        claim: async (keys, work) => {
          await disk.opened
          return store.events.claim(keys, work)
        },
      },
      1,
    )
    expect(await worker.claim(SAID)).toBe(true)
    await worker.finish(SAID)
    disk.open()
    time += 10 * LOOK_EVERY
    expect(await worker.unfinished()).toEqual([])
    time += 10 * LOOK_EVERY
    expect(await listener().unfinished()).toEqual([])
    expect(await listener().claim(SAID)).toBe(false)
  })

  it('stays answered when that could not be written at once', async () => {
    let isFull = true
    const worker = listener({
      ...store.events,
      finish: (keys) => (isFull ? Promise.reject(new Error('full')) : store.events.finish(keys)),
    })
    await worker.claim(SAID)
    await worker.finish(SAID)
    time += 2 * LOOK_EVERY
    expect(await worker.unfinished()).toEqual([])
    isFull = false
    expect(await worker.unfinished()).toEqual([])
    time += 10 * LOOK_EVERY
    expect(await listener().unfinished()).toEqual([])
  })
})
