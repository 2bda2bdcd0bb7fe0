import { describe, expect, it } from 'vitest'
import { createGroupWrites } from '../../src/store/group-writes.js'

describe('createGroupWrites', () => {
  it('writes what comes at one moment at once, and gives each its own result', async () => {
    const groups: number[][] = []
    const write = createGroupWrites<number, number>({
      write: async (items) => {
        groups.push([...items])
        return items.map((item) => item * 2)
      },
      most: 3,
    })
    expect(await Promise.all([1, 2, 3, 4].map(write))).toEqual([2, 4, 6, 8])
    expect(groups).toEqual([[1, 2, 3], [4]])
  })

  it('never writes two that collide at once, and keeps their order', async () => {
    const groups: string[][] = []
    const write = createGroupWrites<string, void>({
      write: async (items) => {
        groups.push([...items])
        return items.map(() => undefined)
      },
      collide: (one, other) => one === other,
    })
    await Promise.all(['a', 'b', 'a', 'a'].map(write))
    expect(groups).toEqual([['a', 'b'], ['a'], ['a']])
  })

  it('gives an error to whoever it belongs to', async () => {
    const write = createGroupWrites<string, string>({
      write: async (items) => {
        if (items.includes('bad')) throw new Error('refused')
        return items
      },
    })
    const results = await Promise.allSettled(['good', 'bad', 'fine'].map(write))
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await write('later')).toBe('later')
  })
})
