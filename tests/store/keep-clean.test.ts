import { describe, expect, it } from 'vitest'
import type { CleanedUp } from '../../src/store/clean-up.js'
import { keepClean } from '../../src/store/keep-clean.js'

const bench = (cleanUp: () => Promise<CleanedUp>) => {
  const logged: string[] = []
  const log = (_: unknown, message = '') => void logged.push(message)
  return { logged, leave: keepClean(cleanUp, { info: log, error: log }) }
}

describe('removing old rows', () => {
  it('has left the store when it says so', async () => {
    let finish: (rows: CleanedUp) => void = () => undefined
    const { logged, leave } = bench(
      () =>
        new Promise((resolve) => {
          finish = resolve
        }),
    )
    const order: string[] = []
    const left = leave().then(() => order.push('left'))
    await new Promise(setImmediate)
    order.push('finished')
    finish({ events: 0, turns: 0, slots: 0, questions: 0, feedback: 0, verdicts: 0, posted: 0 })
    await left
    expect(order).toEqual(['finished', 'left'])
    expect(logged).toEqual(['old rows removed'])
  })

  it('logs that it failed, and rejects nowhere', async () => {
    const { logged, leave } = bench(() => Promise.reject(new Error('disk full')))
    await leave()
    expect(logged).toEqual(['could not remove old rows; trying again in an hour'])
  })
})
