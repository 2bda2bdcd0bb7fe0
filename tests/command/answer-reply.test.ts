import { describe, expect, it } from 'vitest'
import type { Turn } from '../../src/answer/conversation.js'
import { answerReply, scopeOf } from '../../src/command/answer-reply.js'
import type { CommandContext, Page } from '../../src/command/command.js'
import type { Report } from '../../src/knowledge/report.js'
import { answerOf } from '../support/answers.js'
import { knowledgeOf } from '../support/passages.js'

const report = (id: string, city: string, start: string): Report => ({
  id,
  title: id,
  author: 'Jane Doe',
  event: { name: 'KubeCon', city, country: '', start, end: start },
  kind: 'notes',
  file: `${id}.md`,
  sections: [],
})

describe('scopeOf', () => {
  it.each([
    [
      'events in the order of time',
      [
        ['Austin', '2017-12-06'],
        ['London', '2016-03-10'],
      ],
      '2 reports: London 2016, Austin 2017',
    ],
    [
      'an event of several reports once',
      [
        ['Austin', '2017-12-06'],
        ['Austin', '2017-12-06'],
      ],
      '2 reports: Austin 2017',
    ],
    [
      'one city in two years',
      [
        ['Berlin', '2017-03-29'],
        ['Berlin', '2018'],
      ],
      '2 reports: Berlin 2017, Berlin 2018',
    ],
    ['a single report', [['Austin', '2017-12-06']], '1 report: Austin 2017'],
    ['a city without a date', [['Austin', '']], '1 report: Austin'],
    ['a date without a city', [['', '2017']], '1 report: 2017'],
    [
      'reports of unknown place and time',
      [
        ['', ''],
        ['', ''],
      ],
      '2 reports',
    ],
    ['nothing', [], '0 reports'],
  ] as const)('names %s', (_, events, words) => {
    expect(scopeOf({ reports: events.map(([city, start], i) => report(`r${i}`, city, start)) })).toBe(words)
  })
})

describe('answerReply', () => {
  const knowledge = knowledgeOf([{ text: 'CRI-O is a runtime.' }])
  const run = (page?: Page) => {
    const remembered: Turn[] = []
    const asked: unknown[] = []
    const answer = answerOf({ question: 'who presented CRI-O' })
    const context = {
      knowledge,
      conversation: { turns: () => remembered, remember: (turn: Turn) => remembered.push(turn) },
      ask: (...args: readonly unknown[]) => {
        asked.push(args)
        return answer
      },
    } as unknown as CommandContext
    return { reply: answerReply('who presented it?', context, page), remembered, asked, answer }
  }

  it('remembers the question as it was understood, with the answer', () => {
    const { reply, remembered, answer } = run()
    expect(reply).toEqual({ kind: 'answer', answer, scope: '1 report: Austin 2017' })
    expect(remembered).toEqual([{ question: 'who presented CRI-O', answer }])
  })

  it('asks for the page that is wanted', () => {
    expect(run({ from: 3, size: 3 }).asked).toEqual([['who presented it?', { from: 3, size: 3 }]])
  })
})
