import { describe, expect, it } from 'vitest'
import { answerOf } from '../support/answers.js'
import { type Place, useStores } from './contract.js'

const given = { workspace: 'T1', channel: 'C1', person: 'U1', question: 'what is CRI-O', passages: ['a#1', 'b#2'] }

/** What every store keeps of what people think of answers, and of what they asked. */
export const describeVerdicts = (place: Place): void => {
  const { clock, open, reopen } = useStores(place)

  describe('verdicts', () => {
    it('are votes on each passage shown, of which the last word counts, also after a restart', async () => {
      const store = await open()
      await store.verdicts.give({ ...given, helpful: true })
      clock.now++
      await store.verdicts.give({ ...given, person: 'U2', passages: ['a#1'], helpful: true })
      clock.now++
      await store.verdicts.give({ ...given, helpful: false, reason: 'outdated' })
      await store.verdicts.give({ ...given, workspace: 'T2', helpful: true })
      const { question } = given
      const votes = [
        { person: 'U2', question, passage: 'a#1', verdict: 1 },
        { person: 'U1', question, passage: 'a#1', verdict: -1 },
        { person: 'U1', question, passage: 'b#2', verdict: -1 },
      ]
      const sorted = (all: readonly { passage: string }[]) => [...all.slice(0, 1), ...[...all.slice(1)].sort(byPassage)]
      expect(sorted(await store.verdicts.votes('T1'))).toEqual(votes)
      expect(sorted(await (await reopen()).verdicts.votes('T1'))).toEqual(votes)
    })

    it('are read again when one is given, and else after a minute', async () => {
      const store = await open()
      const none = await store.verdicts.votes('T1')
      expect(await store.verdicts.votes('T1')).toBe(none)
      const other = await open()
      await other.verdicts.give({ ...given, helpful: true })
      expect(await store.verdicts.votes('T1')).toBe(none)
      clock.now += 60_000
      expect(await store.verdicts.votes('T1')).toHaveLength(2)
    })

    it('are asked for unless a channel does not want it', async () => {
      const store = await open()
      expect(await store.verdicts.isWanted('T1', 'C1')).toBe(true)
      await store.verdicts.want('T1', 'C1', false)
      await store.verdicts.want('T1', 'C1', false)
      expect(await (await reopen()).verdicts.isWanted('T1', 'C1')).toBe(false)
      const again = await open()
      await again.verdicts.want('T1', 'C1', true)
      expect(await again.verdicts.isWanted('T1', 'C1')).toBe(true)
    })
  })

  it('knows the last questions of the conversations whose key ends so, each once', async () => {
    const store = await open()
    for (const [key, question] of [
      ['C1\n\nU1', 'one'],
      ['D1\n\nU1', 'two'],
      ['C1\n\nU1', 'one'],
      ['C1\n\nAU1', 'not this'],
      ['D1\n\nU1', 'three'],
    ] as const) {
      clock.now++
      const conversation = await store.conversation(key)
      conversation.remember({ question, answer: answerOf() })
      await conversation.saved()
    }
    expect(await store.lastQuestions('\nU1', 2)).toEqual(['three', 'one'])
    expect(await store.lastQuestions('\nU1', 5)).toEqual(['three', 'one', 'two'])
    expect(await store.lastQuestions('\nU9', 5)).toEqual([])
  })
}

const byPassage = (a: { passage: string }, b: { passage: string }): number => (a.passage < b.passage ? -1 : 1)
