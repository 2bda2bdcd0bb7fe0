import { describe, expect, it } from 'vitest'
import { releaseOf } from '../support/releases.js'
import { createSmallBot } from '../support/small-bot.js'
import { knowledgeOfFiles, SMALL_REPORTS } from '../support/small-reports.js'

const RELEASES = ['speed', 'colour', 'logs', 'locks', 'quotas', 'hooks', 'peace'].map(releaseOf)
const manyReleases = () =>
  createSmallBot({
    knowledge: knowledgeOfFiles({
      ...SMALL_REPORTS,
      'rome-2019-doe.txt': `Rome notes 2019\n\n${RELEASES.join('\n\n')}\n`,
    }),
  })

describe('more', () => {
  it('has nothing to go on with before the first question', async () => {
    const { text, suggestions } = await createSmallBot().notice('more')
    expect(text).toContain('no question')
    expect(suggestions).toHaveLength(1)
  })

  it('goes on until every passage was shown once, then says so', async () => {
    const bot = manyReleases()
    const { answer: first } = await bot.answer('what did the releases of Falcon bring')
    const seen = first.excerpts.map(({ text }) => text)
    expect(first.total).toBeGreaterThan(3)
    while (seen.length < first.total) {
      const { answer } = await bot.answer('more')
      expect(answer.from).toBe(seen.length)
      expect(answer.total).toBe(first.total)
      expect(answer.excerpts).not.toEqual([])
      seen.push(...answer.excerpts.map(({ text }) => text))
    }
    expect(new Set(seen).size).toBe(first.total)
    const { text, suggestions } = await bot.notice('more')
    expect(text).toContain(`all: ${first.total} passages on "what did the releases of Falcon bring"`)
    expect(suggestions).toEqual(['last'])
    // Saying so changes nothing: it is said again.
    expect((await bot.notice('more')).text).toBe(text)
  })

  it('goes on with the last question, not with the ones before', async () => {
    const bot = manyReleases()
    await bot.say('what is CRI-O')
    const { answer } = await bot.answer('what did the releases of Falcon bring')
    const { answer: next } = await bot.answer('more')
    expect(next.question).toBe(answer.question)
    expect(next.excerpts[0]?.text).toContain('Falcon')
  })

  it('does not claim to have shown all where only the nearest were looked at', async () => {
    const text = Array.from({ length: 30 }, (_, i) => releaseOf(`gift${i}`, i)).join('\n\n')
    const knowledge = knowledgeOfFiles({ ...SMALL_REPORTS, 'rome-2019-doe.txt': `Rome notes 2019\n\n${text}\n` })
    const bot = createSmallBot({ knowledge })
    const { answer } = await bot.answer('what did the releases of Falcon bring')
    expect(answer.isCut).toBe(true)
    for (let seen = 3; seen < answer.total; seen += 3) await bot.answer('more')
    expect((await bot.notice('more')).text).toMatch(/^That was all I looked at: \d+ or more passages on /)
  })

  it('counts a single passage as one', async () => {
    const bot = createSmallBot({
      knowledge: knowledgeOfFiles({
        'rome-2019-doe.txt': 'Rome notes 2019\n\nThe Falcon runtime starts in no time.\n',
      }),
    })
    expect((await bot.answer('how fast does the Falcon runtime start')).answer.total).toBe(1)
    expect((await bot.notice('more')).text).toMatch(/all: 1 passage on/)
  })

  it('shows nobody the passages of somebody else’s question', async () => {
    const bot = manyReleases()
    await bot.say('what did the releases of Falcon bring', { person: 'jane' })
    expect(await bot.say('more', { person: 'joe' })).toMatchObject({ kind: 'notice' })
  })
})
