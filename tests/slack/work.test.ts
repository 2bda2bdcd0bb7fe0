import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createWork } from '../../src/slack/work.js'

describe('createWork', () => {
  it('keeps the order within a conversation, and lets others pass', async () => {
    const work = createWork()
    const done: string[] = []
    let go = (): void => undefined
    const slow = new Promise<void>((resolve) => {
      go = resolve
    })
    const first = work.run('a', () => slow.then(() => void done.push('a1')))
    const second = work.run('a', async () => void done.push('a2'))
    await work.run('b', async () => void done.push('b1'))
    go()
    await Promise.all([first, second])
    expect(done).toEqual(['b1', 'a1', 'a2'])
  })

  it('drains what is in work, and what comes in meanwhile', async () => {
    const work = createWork()
    const done: string[] = []
    void work.run('a', async () => {
      await setTimeout(5)
      void work.run('b', () => setTimeout(5).then(() => void done.push('late')))
    })
    expect(await work.drain(5000)).toBe(0)
    expect(done).toEqual(['late'])
  })

  it('gives up draining after a while, and says how much is left', async () => {
    const work = createWork()
    void work.run('a', () => new Promise(() => undefined))
    expect(await work.drain(10)).toBe(1)
  })

  it('lets other events in between two turns', async () => {
    const work = createWork()
    const seen: string[] = []
    setImmediate(() => seen.push('event'))
    await Promise.all([work.turn().then(() => seen.push('one')), work.turn().then(() => seen.push('two'))])
    expect(seen).toEqual(['event', 'one', 'two'])
  })
})
