import { describe, expect, it } from 'vitest'
import { createSmallBot } from '../support/small-bot.js'
import { lineOf } from '../support/small-reports.js'

describe('ask', () => {
  it('answers with an excerpt and where it stands', async () => {
    const { answer } = await createSmallBot().answer('ask what is CRI-O')
    const [best] = answer.excerpts
    expect(answer.status).toBe('answered')
    expect(best?.text).toContain('CRI-O is a container runtime for Kubernetes alone.')
    expect(best?.citation).toMatchObject({
      report: 'austin-2017-nosek',
      speakers: ['Mrunal Patel, Engineer, Red Hat'],
      heading: ['Keynotes', 'Running containers with CRI-O'],
      url: 'https://example.org/austin',
    })
    expect(best?.citation.lines[0]).toBe(lineOf('austin-2017-nosek.md', 'CRI-O is a container runtime'))
  })

  it('refuses what the reports do not cover, and says what was searched', async () => {
    const { answer, scope } = await createSmallBot().answer('what is the capital of France')
    expect(answer).toMatchObject({ status: 'not-found', excerpts: [], total: 0 })
    expect(scope).toBe('3 reports: London 2016, Berlin 2017, Austin 2017')
  })

  it('remembers what it was asked, filled in where it was a follow-up', async () => {
    const bot = createSmallBot()
    await bot.say('what is CRI-O')
    await bot.say('who presented it?')
    expect((await bot.answer('last')).answer.question).toContain('CRI-O')
  })
})
