import { describe, expect, it } from 'vitest'
import { COMMANDS, createSmallBot } from '../support/small-bot.js'
import { knowledgeOfFiles, SMALL_REPORTS } from '../support/small-reports.js'

const bot = createSmallBot()

describe('report', () => {
  it('shows the event, the author and the sections with their speakers and lines', async () => {
    expect(await bot.listing('report berlin-2017-it20')).toMatchObject({
      title: 'Three days in Berlin, by Ann Roe',
      groups: [
        {
          heading: 'KubeCon Europe 2017, Berlin, 29–30 March 2017',
          entries: [
            {
              label: 'A service mesh for everybody',
              detail: 'Oliver Gould, CTO, Buoyant',
              note: 'berlin-2017-it20, lines 11–14',
            },
            { label: 'Scaling etcd', detail: 'Brandon Philips, CTO, CoreOS', note: expect.stringContaining('lines') },
          ],
        },
      ],
    })
  })

  it('gives the address of the original where there is one', async () => {
    expect((await bot.listing('report austin-2017-nosek')).footer).toBe('https://example.org/austin')
    expect(await bot.listing('report berlin-2017-it20')).not.toHaveProperty('footer')
  })

  it.each(['report AUSTIN-2017-NOSEK', 'Report austin-2017-nosek'])('reads upper case as lower: %s', async (text) => {
    expect((await bot.listing(text)).title).toContain('Austin')
  })

  it.each(['report notes', 'report Notes', 'report NOTES'])('finds an id without hyphens: %s', async (text) => {
    const knowledge = knowledgeOfFiles({ 'notes.txt': 'Rome notes 2019\n\nThe Falcon runtime is fast.\n' })
    expect((await createSmallBot({ knowledge }).listing(text)).title).toContain('Rome notes')
  })

  it('asks which report when none is named, and suggests some', async () => {
    const { text, suggestions } = await bot.notice('report')
    expect(text).toBe('Say which report.')
    expect(suggestions).toEqual([
      'report austin-2017-nosek',
      'report berlin-2017-it20',
      'report london-2016-appsembler',
    ])
  })

  it('suggests five reports of many at most', async () => {
    const files = Array.from({ length: 8 }, (_, i): [string, string] => [`notes-${i}.txt`, `Notes\n\nText ${i}.\n`])
    const many = createSmallBot({ knowledge: knowledgeOfFiles(Object.fromEntries(files)) })
    expect((await many.notice('report')).suggestions).toHaveLength(5)
  })

  it('guesses at a mistyped id', async () => {
    const { text, suggestions } = await bot.notice('report austin-2017-nossek')
    expect(text).toBe('There is no report "austin-2017-nossek". Did you mean austin-2017-nosek?')
    expect(suggestions).toEqual(['report austin-2017-nosek'])
  })

  it('says that there is no such report, and which there are', async () => {
    const { text, suggestions } = await bot.notice('report tokyo-2031-doe')
    expect(text).toBe('There is no report "tokyo-2031-doe".')
    expect(suggestions).toContain('report london-2016-appsembler')
  })

  it.each(['report nosek', 'report Learned Austin', 'report what i learned in austin', 'report nos'])(
    'finds a report by a part of its id or title that no other has: %s',
    async (text) => {
      expect((await bot.listing(text)).title).toBe('What I learned in Austin, by Ales Nosek')
    },
  )

  it('lists the reports that a part fits when it fits several', async () => {
    const { title, groups, suggestions } = await bot.listing('report 2017')
    expect(title).toBe('2 reports fit "2017"')
    expect(groups[0]?.entries[1]).toEqual({
      label: 'berlin-2017-it20',
      detail: 'Three days in Berlin, by Ann Roe',
      note: 'KubeCon Europe 2017, Berlin, 29–30 March 2017',
    })
    expect(suggestions).toEqual(['report austin-2017-nosek', 'report berlin-2017-it20'])
  })

  it('guesses at a mistyped part', async () => {
    expect(await bot.notice('report noesk')).toMatchObject({
      text: 'There is no report "noesk". Did you mean nosek?',
      suggestions: ['report nosek'],
    })
  })

  it('leaves a question that begins with the word alone', async () => {
    expect((await bot.answer('report kubernetes')).answer.question).toBe('report kubernetes')
  })

  it('completes with the ids', () => {
    expect(COMMANDS.get('report')?.complete?.(knowledgeOfFiles(SMALL_REPORTS))).toEqual([
      'austin-2017-nosek',
      'berlin-2017-it20',
      'london-2016-appsembler',
    ])
  })
})
