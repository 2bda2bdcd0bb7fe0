import { describe, expect, it } from 'vitest'
import { type Ending, shutDown } from '../src/shut-down.js'

const bench = (change: Partial<Ending> = {}) => {
  const done: string[] = []
  const step = (name: string) => async () => {
    await new Promise(setImmediate)
    done.push(name)
  }
  const log = (_: unknown, message = String(_)) => void done.push(message)
  const ending: Ending = {
    parts: [step('clock'), step('slack')],
    leaveStore: step('left'),
    closeStore: step('closed'),
    log: { warn: log, error: log },
    ...change,
  }
  return { done, stop: () => shutDown(ending) }
}

describe('the end', () => {
  it('closes the store when nobody uses it any more', async () => {
    const { done, stop } = bench()
    await stop()
    expect(done).toEqual(['clock', 'slack', 'left', 'closed'])
  })

  it('waits for every part, and closes the store, when one of them fails', async () => {
    const fails = () => Promise.reject(new Error('no'))
    const done: string[] = []
    const works = async () => {
      await new Promise(setImmediate)
      done.push('slack')
    }
    const { done: after, stop } = bench({ parts: [fails, works] })
    await stop()
    expect(done).toEqual(['slack'])
    expect(after).toEqual(['a part of the bot did not stop as it should', 'left', 'closed'])
  })

  it('says that the store failed to close', async () => {
    const { done, stop } = bench({ closeStore: () => Promise.reject(new Error('no')) })
    await stop()
    expect(done).toEqual(['clock', 'slack', 'left', 'could not close the store'])
  })

  it('does not wait for ever for a store whose server is gone', async () => {
    const { done, stop } = bench({ leaveStore: () => new Promise(() => undefined), closeWithin: 1 })
    await stop()
    expect(done).toEqual(['clock', 'slack', 'the store did not close in time'])
  })
})
