import { describe, expect, it } from 'vitest'
import { createSmallBot } from '../support/small-bot.js'
import { knowledgeOfFiles } from '../support/small-reports.js'

describe('reports', () => {
  it('lists the reports in the order of their events', async () => {
    const { title, groups } = await createSmallBot().listing('reports')
    expect(title).toBe('3 reports')
    expect(groups).toEqual([
      {
        heading: '',
        entries: [
          {
            label: 'london-2016-appsembler',
            detail: 'London in a nutshell, by Filip Roe',
            note: 'KubeCon Europe 2016, London, 10–11 March 2016',
          },
          {
            label: 'berlin-2017-it20',
            detail: 'Three days in Berlin, by Ann Roe',
            note: 'KubeCon Europe 2017, Berlin, 29–30 March 2017',
          },
          {
            label: 'austin-2017-nosek',
            detail: 'What I learned in Austin, by Ales Nosek',
            note: 'KubeCon North America 2017, Austin, 6–8 December 2017',
          },
        ],
      },
    ])
  })

  it('puts reports of one event in order of their ids', async () => {
    const text = 'Notes\n\nText.\n'
    const knowledge = knowledgeOfFiles({ 'b.txt': text, 'c.txt': text, 'a.txt': text })
    const { groups } = await createSmallBot({ knowledge }).listing('reports')
    expect(groups[0]?.entries.map(({ label }) => label)).toEqual(['a', 'b', 'c'])
  })

  it('suggests a report that there is', async () => {
    const bot = createSmallBot()
    const [suggestion = ''] = (await bot.listing('reports')).suggestions
    expect((await bot.listing(suggestion)).title).toContain('by')
  })

  it('counts a single report as one', async () => {
    const knowledge = knowledgeOfFiles({ 'a.txt': 'Notes\n\nText.\n' })
    expect((await createSmallBot({ knowledge }).listing('reports')).title).toBe('1 report')
  })
})
