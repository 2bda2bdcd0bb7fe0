import { describe, expect, it } from 'vitest'
import { createSmallBot } from '../support/small-bot.js'

const topicOf = async (question: string): Promise<string | undefined> => {
  const reply = await createSmallBot().say(question)
  return reply.kind === 'answer' ? reply.answer.topic : undefined
}

describe('the topic of a question', () => {
  it.each([
    ['what is CRI-O', 'CRI-O'],
    ['who looks after etcd', 'etcd'],
    ['what did they say about CRI-O in Austin 2017?', 'CRI-O'],
    ['what is CRI-O year:2017', 'CRI-O'],
    ['and in London?', 'and in London?'],
  ])('%s', async (question, topic) => {
    expect(await topicOf(question)).toBe(topic)
  })
})
