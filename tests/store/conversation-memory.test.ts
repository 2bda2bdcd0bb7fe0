import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Turn } from '../../src/answer/conversation.js'
import { type ConversationMemoryOptions, createConversationMemory } from '../../src/store/conversation-memory.js'
import { answerOf } from '../support/answers.js'

const HOUR = 60 * 60 * 1000

/** A memory whose clock the test sets. */
const create = (options: Partial<ConversationMemoryOptions> = {}) => {
  const clock = { now: 0 }
  const memory = createConversationMemory({ now: () => clock.now, ...options })
  return {
    clock,
    say: (key: string, ...questions: readonly string[]) => {
      for (const question of questions) memory(key).remember(turn(question))
    },
    recall: (key: string) =>
      memory(key)
        .turns()
        .map(({ question }) => question),
    memory,
  }
}
const turn = (question: string): Turn => ({ question, answer: answerOf({ question }) })

describe('the memory of a conversation', () => {
  it('is empty at first', () => {
    expect(create().recall('jane')).toEqual([])
  })

  it('keeps turns with their answers, oldest first', () => {
    const { memory } = create()
    memory('jane').remember(turn('one'))
    memory('jane').remember(turn('two'))
    expect(memory('jane').turns()).toEqual([turn('one'), turn('two')])
  })

  it.each(['joe', '', 'Jane', 'jane ', '__proto__', 'constructor'])('is nobody else’s: %j', (key) => {
    const { say, recall } = create()
    say('jane', 'one')
    expect(recall(key)).toEqual([])
    say(key, 'two')
    expect([recall('jane'), recall(key)]).toEqual([['one'], ['two']])
  })

  it('does not change what was recalled before', () => {
    const { memory } = create()
    const conversation = memory('jane')
    conversation.remember(turn('one'))
    const before = conversation.turns()
    conversation.remember(turn('two'))
    expect(before).toHaveLength(1)
  })

  it('keeps the twenty last turns', () => {
    const { say, recall } = create()
    say('jane', ...Array.from({ length: 25 }, (_, i) => `q${i}`))
    expect(recall('jane')).toEqual(Array.from({ length: 20 }, (_, i) => `q${i + 5}`))
  })
})

describe('forgetting', () => {
  it('comes a day after the last turn', () => {
    const { clock, say, recall } = create()
    say('jane', 'one')
    clock.now = 24 * HOUR - 1
    expect(recall('jane')).toEqual(['one'])
    clock.now = 24 * HOUR
    expect(recall('jane')).toEqual([])
  })

  it('is put off by every turn, not by recalling', () => {
    const { clock, say, recall } = create({ forgetAfter: 10 })
    say('jane', 'one')
    clock.now = 9
    say('jane', 'two')
    clock.now = 18
    expect(recall('jane')).toEqual(['one', 'two'])
    clock.now = 19
    expect(recall('jane')).toEqual([])
  })

  it('starts a conversation anew', () => {
    const { clock, say, recall } = create({ forgetAfter: 10 })
    say('jane', 'one')
    clock.now = 10
    say('jane', 'two')
    expect(recall('jane')).toEqual(['two'])
  })

  it('of the conversation that was silent longest makes room for a new one', () => {
    const { say, recall } = create({ conversations: 2 })
    say('jane', 'one')
    say('joe', 'two')
    say('jane', 'three')
    say('ann', 'four')
    expect([recall('jane'), recall('joe'), recall('ann')]).toEqual([['one', 'three'], [], ['four']])
  })

  it('agrees with a slow and simple memory, whatever is said when', () => {
    const event = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), after: fc.nat(6) })
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const { clock, say, recall } = create({ forgetAfter: 10, turns: 3, conversations: 2 })
        let simple: { key: string; at: number; questions: string[] }[] = []
        for (const [i, { key, after }] of events.entries()) {
          clock.now += after
          say(key, `q${i}`)
          const old = simple.find((one) => one.key === key && clock.now - one.at < 10)?.questions ?? []
          simple = [
            ...simple.filter((one) => one.key !== key),
            { key, at: clock.now, questions: [...old, `q${i}`].slice(-3) },
          ].slice(-2)
          for (const one of ['a', 'b', 'c', 'd']) {
            const kept = simple.find((other) => other.key === one && clock.now - other.at < 10)
            expect(recall(one)).toEqual(kept?.questions ?? [])
          }
        }
      }),
    )
  })
})
