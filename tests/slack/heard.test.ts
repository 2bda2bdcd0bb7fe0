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
const listener = (kept: HeardStore = store.events) =>
  createHeard({ store: kept, seen: createSeenEvents({ now: () => time }), log: pino({ enabled: false }) })

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
    let disk = (): void => undefined
    const slow = new Promise<void>((resolve) => {
      disk = resolve
    })
    const order: string[] = []
    const heard = listener({
      ...store.events,
      claim: async (keys, work) => {
        await slow
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
    disk()
    expect(await Promise.all([first, second])).toEqual([true, false])
    expect(order).toEqual(['kept', 'told'])
  })
})
