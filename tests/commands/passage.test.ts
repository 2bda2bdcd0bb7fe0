import { describe, expect, it } from 'vitest'
import { releaseOf } from '../support/releases.js'
import { createSmallBot } from '../support/small-bot.js'
import { knowledgeOfFiles, SMALL_REPORTS } from '../support/small-reports.js'

const RELEASES = ['speed', 'colour', 'logs', 'locks', 'quotas'].map(releaseOf)
const QUESTION = 'what did the releases of Falcon bring'
const askedBot = async () => {
  const bot = createSmallBot({
    knowledge: knowledgeOfFiles({
      ...SMALL_REPORTS,
      'rome-2019-doe.txt': `Rome notes 2019\n\n${RELEASES.join('\n\n')}\n`,
    }),
  })
  const { answer } = await bot.answer(QUESTION)
  return { bot, answer }
}

describe('passage', () => {
  it('shows a passage of the last answer with what stands around it', async () => {
    const { bot, answer } = await askedBot()
    const quoted = answer.excerpts[1]?.text ?? ''
    const { title, groups } = await bot.listing('passage 2')
    expect(title).toMatch(/^Passage 2 in context: /)
    const shown = groups.flatMap(({ entries }) => entries.map(({ label }) => label))
    expect(groups.find(({ heading }) => heading === 'Quoted')?.entries[0]?.label).toBe(`“${quoted}”`)
    const [first = -1, last = first] = [quoted.split('\n')[0], quoted.split('\n').at(-1)].map((part) =>
      RELEASES.findIndex((text) => text.includes(part ?? '')),
    )
    expect(first).toBeGreaterThanOrEqual(0)
    expect(shown).toEqual(
      [...RELEASES.slice(Math.max(0, first - 2), first), quoted, ...RELEASES.slice(last + 1, last + 3)].map(
        (text) => `“${text}”`,
      ),
    )
  })

  it.each(['2', '#2', 'the second one'])('is meant by %s', async (said) => {
    const { bot } = await askedBot()
    expect((await bot.listing(said)).title).toMatch(/^Passage 2 in context/)
  })

  it('counts on over the pages, and leaves the answer the last one', async () => {
    const { bot, answer } = await askedBot()
    expect((await bot.listing('4')).title).toMatch(/^Passage 4 in context/)
    await bot.answer('more')
    expect((await bot.listing('1')).groups.flatMap(({ entries }) => entries.map(({ label }) => label))).toContain(
      `“${answer.excerpts[0]?.text}”`,
    )
  })

  it.each(['99', 'passage 0'])('says how many there are when there is no such one: %s', async (said) => {
    const { bot, answer } = await askedBot()
    expect((await bot.notice(said)).text).toContain(`${answer.total} passages`)
  })

  it('has nothing to count before the first answer', async () => {
    expect((await createSmallBot().notice('passage 2')).text).toContain('no answer yet')
    expect((await createSmallBot().say('2')).kind).toBe('answer')
  })
})
