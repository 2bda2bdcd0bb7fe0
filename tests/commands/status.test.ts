import { describe, expect, it } from 'vitest'
import { createSmallBot } from '../support/small-bot.js'
import { knowledgeOfFiles, SMALL_REPORTS } from '../support/small-reports.js'

describe('status', () => {
  it('says what the bot knows and how long it has been running', async () => {
    const knowledge = knowledgeOfFiles(SMALL_REPORTS)
    const { title, groups } = await createSmallBot({ knowledge }).listing('status')
    expect(title).toBe('All is well')
    expect(groups).toHaveLength(1)
    expect(Object.fromEntries(groups[0]?.entries.map(({ label, detail }) => [label, detail]) ?? [])).toEqual({
      Reports: '3',
      Passages: `${knowledge.passages.length}`,
      Problems: '0',
      Revision: knowledge.revision,
      Version: '1.2.3',
      'Running for': '2 hours 5 minutes',
    })
  })

  it('names every problem by file, line and column', async () => {
    const knowledge = knowledgeOfFiles({ ...SMALL_REPORTS, 'broken.md': 'no front matter' })
    const { title, groups } = await createSmallBot({ knowledge }).listing('status')
    expect(title).not.toBe('All is well')
    expect(groups[0]?.entries).toContainEqual({ label: 'Problems', detail: '1' })
    expect(groups[1]).toEqual({
      heading: 'Problems',
      entries: [{ label: 'broken.md:1:1', detail: expect.stringMatching(/^front-matter: a report begins with/) }],
    })
  })
})
