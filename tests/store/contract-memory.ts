import { beforeEach, describe, expect, it } from 'vitest'
import type { Turn } from '../../src/answer/conversation.js'
import type { Store } from '../../src/store/open-store.js'
import { answerOf } from '../support/answers.js'
import { type Place, START, subscriptionOf, useStores } from './contract.js'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

const turn = (question: string): Turn => ({ question, answer: answerOf({ question }) })

/** NUL, half a character, quotes, comments, other scripts, what JavaScript objects carry, and much of it. */
const HOSTILE = [
  "'; drop table subscriptions; --",
  '" or 1=1 /*',
  '\\x00\0\u{0}',
  'half \ud83e and \udd80',
  '__proto__',
  '%s $1 ?1 :name @x',
  'Zürich\r\n\t🦀 文 \u202e',
  'x'.repeat(100_000),
  '',
]
const storable = (text: string) => text.replace(/\0|\p{Surrogate}/gu, '\u{FFFD}')

/** What every store remembers of people, whatever is behind it. */
export const describeMemory = (place: Place): void => {
  const { clock, problems, open, reopen } = useStores(place)
  let store: Store
  beforeEach(async () => {
    store = await open()
  })
  const say = async (key: string, ...questions: readonly string[]): Promise<void> => {
    const conversation = await store.conversation(key)
    for (const question of questions) conversation.remember(turn(question))
    await conversation.saved()
  }
  const recall = async (key: string): Promise<readonly string[]> =>
    (await store.conversation(key)).turns().map(({ question }) => question)

  describe('a conversation', () => {
    it('is known after a restart, with its answers, oldest first', async () => {
      await say('jane', 'one', 'two')
      await say('jane', 'three')
      store = await reopen()
      expect((await store.conversation('jane')).turns()).toEqual([turn('one'), turn('two'), turn('three')])
      expect(await recall('joe')).toEqual([])
    })

    it('knows at once what was said, before it is on the disk', async () => {
      const conversation = await store.conversation('jane')
      const before = conversation.turns()
      conversation.remember(turn('one'))
      expect(conversation.turns()).toEqual([turn('one')])
      expect(before).toEqual([])
      await conversation.saved()
    })

    it('keeps what two processes say at the same moment', async () => {
      const other = await open()
      const conversations = [await store.conversation('jane'), await other.conversation('jane')]
      for (const [i, one] of conversations.entries()) for (const n of [0, 1, 2]) one.remember(turn(`${i}.${n}`))
      await Promise.all(conversations.map((one) => one.saved()))
      const recalled = await recall('jane')
      expect([...recalled].sort()).toEqual(['0.0', '0.1', '0.2', '1.0', '1.1', '1.2'])
      expect(recalled.filter((question) => question.startsWith('0'))).toEqual(['0.0', '0.1', '0.2'])
    })

    it('keeps the twenty last turns, each for a day', async () => {
      await say('jane', ...Array.from({ length: 25 }, (_, i) => `q${i}`))
      expect(await recall('jane')).toEqual(Array.from({ length: 20 }, (_, i) => `q${i + 5}`))
      clock.now = START + HOUR
      await say('jane', 'later')
      clock.now = START + 25 + DAY
      expect(await recall('jane')).toEqual(['later'])
      clock.now = START + HOUR + DAY
      expect(await recall('jane')).toEqual([])
    })

    it.each(['{"v":9}', '{"status":', ''])('forgets an answer that this version cannot read: %j', async (answer) => {
      await say('jane', 'one', 'two')
      await store.database.updateTable('turns').set({ answer }).where('question', '=', 'one').execute()
      expect(await recall('jane')).toEqual(['two'])
    })

    it('says when a turn could not be saved', async () => {
      const conversation = await store.conversation('jane')
      await store.database.schema.alterTable('turns').renameTo('gone').execute()
      conversation.remember(turn('one'))
      await expect(conversation.saved()).rejects.toThrow()
      expect(problems).toHaveLength(1)
      expect(store.problem()).toBe(problems[0])
      await store.questions.note('T1', 'C1', 'written again')
      expect(store.problem()).toBeUndefined()
    })
  })

  describe('events', () => {
    it('are claimed once, by one of many processes, also after a restart', async () => {
      const stores = [store, await open(), await open()]
      const claims = Array.from({ length: 30 }, (_, i) =>
        stores[i % 3]?.events.claim(i % 2 === 0 ? ['e1', 'm1'] : ['m1', 'e1']),
      )
      expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1)
      store = await reopen()
      expect(await store.events.claim(['e1', 'm1'])).toBe(false)
    })

    it('are known by any of their names', async () => {
      expect(await store.events.claim(['e1', 'm1'])).toBe(true)
      expect(await store.events.claim(['e2', 'm1'])).toBe(false)
      expect(await store.events.claim(['e2'])).toBe(false)
      expect(await store.events.claim(['e3', 'e3'])).toBe(true)
    })

    it('may be claimed again when they were not finished in a minute, and when a day is over', async () => {
      await store.events.claim(['e1', 'm1'])
      await store.events.claim(['e2'])
      await store.events.finish(['e2'])
      clock.now += 59_999
      expect(await store.events.claim(['e1', 'm1'])).toBe(false)
      clock.now += 1
      expect(await store.events.claim(['e1', 'm1'])).toBe(true)
      expect(await store.events.claim(['e2'])).toBe(false)
      clock.now += DAY
      expect(await store.events.claim(['e2'])).toBe(true)
    })

    it('that a killed process left go to one other process, and at most three times', async () => {
      await store.events.claim(['e1', 'm1'], 'to do')
      expect(await store.events.takeUnfinished()).toEqual([])
      clock.now += 60_000
      const stores = [store, await open(), await open()]
      const taken = await Promise.all(stores.map((one) => one.events.takeUnfinished()))
      expect(taken.flat()).toEqual([{ keys: ['e1', 'm1'], work: 'to do' }])
      expect(await store.events.claim(['e1', 'm1'])).toBe(false)
      clock.now += 60_000
      expect(await store.events.takeUnfinished()).toHaveLength(1)
      clock.now += 60_000
      expect(await store.events.takeUnfinished()).toEqual([])
    })

    it('that were put back are taken as often as it needs, each a lease later, until they are done', async () => {
      await store.events.claim(['e1', 'm1'], 'to do')
      for (let i = 0; i < 10; i++) {
        await store.events.putBack(['e1', 'm1'])
        expect(await store.events.takeUnfinished()).toEqual([])
        clock.now += 60_000
        expect(await store.events.takeUnfinished()).toHaveLength(1)
      }
      await store.events.finish(['e1', 'm1'])
      await store.events.putBack(['e1', 'm1'])
      clock.now += 60_000
      expect(await store.events.takeUnfinished()).toEqual([])
    })

    it('leave nothing of what was said when they are done, and no second work for another name', async () => {
      await store.events.claim(['m1', 'e2'], 'what a person wrote')
      await store.events.claim(['e1', 'm1'], 'what a person wrote')
      await store.events.finish(['m1', 'e2'])
      clock.now += 60_000
      expect(await store.events.takeUnfinished()).toEqual([])
      const rows = await store.database.selectFrom('events').select('work').execute()
      expect(rows.map(({ work }) => work)).toEqual([null, null, null])
    })
  })

  describe('questions without an answer', () => {
    it('are those of a channel and a time, oldest first', async () => {
      for (const [i, question] of ['a', 'b', 'c', 'd'].entries()) {
        clock.now = START + i
        await store.questions.note('T1', 'C1', question)
        await store.questions.note('T1', 'C2', 'elsewhere')
      }
      expect(await store.questions.between('T1', 'C1', START + 1, START + 3)).toEqual([
        { question: 'b', askedAt: START + 1 },
        { question: 'c', askedAt: START + 2 },
      ])
    })
  })

  describe('feedback', () => {
    it('adds up over people, of whom each has one word', async () => {
      const give = (person: string, passage: string, said: 'more' | 'less') =>
        store.feedback.give('T1', 'C1', person, passage, said)
      await give('U1', 'p1', 'more')
      await give('U1', 'p1', 'more')
      await give('U2', 'p1', 'more')
      await give('U1', 'p2', 'more')
      await give('U1', 'p2', 'less')
      await store.feedback.give('T1', 'C2', 'U1', 'p3', 'more')
      expect(await store.feedback.of('T1', 'C1')).toEqual(
        new Map([
          ['p1', 2],
          ['p2', -1],
        ]),
      )
    })
  })

  it('takes every text as a text', async () => {
    for (const text of HOSTILE) {
      const subscription = subscriptionOf({ id: text, workspace: text, channel: text, topics: [text], owner: text })
      const stored = subscriptionOf({
        id: storable(text),
        workspace: storable(text),
        channel: storable(text),
        owner: storable(text),
        topics: [text],
      })
      await store.digests.saveSubscription(subscription)
      expect(await store.digests.subscription(text, text)).toEqual(stored)
      await store.digests.removeSubscription(text, text)
      const short = text.slice(0, 1000)
      expect(await store.digests.claimSlot({ subscription: short, slot: short }, 1)).toBe(true)
      await store.digests.confirmSlot({ subscription: short, slot: short }, short, [short], 2)
      expect([...(await store.digests.posted(short))]).toEqual([storable(short)])
      expect(await store.events.claim([short], text)).toBe(true)
      await store.questions.note(short, short, short)
      expect(await store.questions.between(short, short, 0, clock.now + 1)).toHaveLength(1)
      await store.feedback.give(short, short, short, short, 'more')
      await say(short, text)
      expect(await recall(short)).toEqual([storable(text)])
    }
    expect(await store.digests.subscriptions()).toEqual([])
    expect(problems).toEqual([])
  })

  it('forgets what is old, and only that', async () => {
    const fill = async (name: string): Promise<void> => {
      await store.events.claim([name])
      await say(name, name)
      await store.questions.note('T1', 'C1', name)
      await store.feedback.give('T1', 'C1', 'U1', name, 'more')
      await store.digests.confirmSlot({ subscription: 'T1:C1', slot: name }, name, [name], clock.now)
      await store.digests.confirmSlot({ subscription: 'T1:C9', slot: name }, name, [name], clock.now)
    }
    await store.digests.saveSubscription(subscriptionOf())
    await fill('old')
    clock.now = START + 1
    await fill('new')
    const cleaned = async (age: number) => {
      clock.now = START + age
      return store.cleanUp()
    }
    const none = { events: 0, turns: 0, slots: 0, questions: 0, feedback: 0, verdicts: 0, posted: 0 }
    expect(await cleaned(DAY - 1)).toEqual(none)
    expect(await cleaned(DAY)).toEqual({ ...none, events: 1, turns: 1 })
    expect(await cleaned(90 * DAY)).toEqual({ ...none, events: 1, turns: 1, slots: 2 })
    expect(await cleaned(365 * DAY)).toEqual({ ...none, slots: 2, questions: 1, feedback: 1, posted: 1 })
    expect([...(await store.digests.posted('T1:C1'))].sort()).toEqual(['new', 'old'])
    expect([...(await store.digests.posted('T1:C9'))]).toEqual(['new'])
  })
}
