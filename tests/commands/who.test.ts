import { describe, expect, it } from 'vitest'
import { COMMANDS, createSmallBot } from '../support/small-bot.js'
import { knowledgeOfFiles, lineOf, SMALL_REPORTS } from '../support/small-reports.js'

const bot = createSmallBot()

const HEADER = `---
id: rome-2019-doe
title: Rome
author: Jane Doe
event: { name: KubeCon Rome 2019, city: Rome, country: IT, start: 2019-05-20, end: 2019-05-23 }
kind: notes
---

## Falcons
*Ann Lee, CTO, Acme*

`
const withRome = (text: string) =>
  createSmallBot({ knowledge: knowledgeOfFiles({ ...SMALL_REPORTS, 'rome-2019-doe.md': HEADER + text }) })
const mentions = (count: number) =>
  Array.from({ length: count }, (_, i) => `Ann Lee told story number ${i + 1}.`).join('\n')

describe('who', () => {
  it('shows the talks of a speaker, and where else the reports name them', async () => {
    const { title, groups } = await bot.listing('who Kelsey Hightower')
    const line = lineOf('austin-2017-nosek.md', 'was the one everybody')
    expect(title).toBe('Kelsey Hightower')
    expect(groups.map(({ heading }) => heading)).toEqual(['On stage', 'Mentioned'])
    expect(groups[0]?.entries).toEqual([
      {
        label: 'Kubernetes on voice command',
        detail: 'Kelsey Hightower, Developer Advocate, Google',
        note: expect.stringMatching(/^austin-2017-nosek, lines \d+–\d+$/),
      },
    ])
    expect(groups[1]?.entries).toContainEqual({
      quoted: true,
      label: '“Kelsey Hightower was the one everybody talked about.”',
      note: `austin-2017-nosek, line ${line}`,
    })
  })

  it.each([
    'who kelsey hightower',
    'WHO KELSEY HIGHTOWER',
    'who is Kelsey Hightower?',
    'Who is Kelsey Hightower',
    'who Hightower',
    'who: Kelsey Hightower',
    'who <@U012AB3CD> Kelsey Hightower',
  ])('understands «%s»', async (text) => {
    expect((await bot.listing(text)).title).toBe('Kelsey Hightower')
  })

  it('knows who wrote a report', async () => {
    const { title, groups, suggestions } = await withRome('Jane Doe liked the falcons.').listing('who jane doe')
    expect(title).toBe('Jane Doe')
    expect(groups[0]).toEqual({
      heading: 'Wrote',
      entries: [{ label: 'Rome', note: 'rome-2019-doe, KubeCon Rome 2019, Rome, 20–23 May 2019' }],
    })
    expect(suggestions).toEqual(['report rome-2019-doe'])
  })

  it('has the talks of all reports', async () => {
    const { groups } = await bot.listing('who brandon philips')
    expect(groups[0]?.entries.map(({ label }) => label)).toEqual(['Scaling etcd', 'Cluster operators'])
  })

  it('leaves out a group of nothing', async () => {
    expect((await bot.listing('who Oliver Gould')).groups.map(({ heading }) => heading)).toEqual(['On stage'])
  })

  it('suggests only what the bot understands', async () => {
    for (const text of ['who Kelsey Hightower', 'who brandon philips']) {
      const { suggestions } = await bot.listing(text)
      expect(suggestions.length).toBeGreaterThan(0)
      for (const suggestion of suggestions) {
        const reply = await bot.say(suggestion)
        expect(reply.kind === 'answer' ? reply.answer.status : reply.kind).toMatch(/^(?:answered|weak|listing)$/)
      }
    }
  })

  it('shows everybody of one name, and how to tell them apart', async () => {
    const two = withRome('Text.\n\n## Hawks\n*Ann Poe, Engineer, Hawks Inc*\n\nText.\n')
    const { title, groups, suggestions } = await two.listing('who ann')
    expect(title).toBe('3 people are called "ann"')
    expect(groups.map(({ heading, entries }) => [heading, entries.map(({ label }) => label)])).toEqual([
      ['Ann Lee', ['Falcons']],
      ['Ann Poe', ['Hawks']],
      ['Ann Roe', ['Three days in Berlin']],
    ])
    expect(suggestions).toEqual(['who Ann Lee', 'who Ann Poe', 'who Ann Roe'])
    expect((await two.listing('who Ann Poe')).title).toBe('Ann Poe')
  })

  it.each([
    [10, 10, undefined],
    [11, 10, '1 more mention.'],
    [13, 10, '3 more mentions.'],
  ])('of %d mentions shows %d', async (count, shown, footer) => {
    const listing = await withRome(`${mentions(count)}\n`).listing('who Ann Lee')
    expect(listing.groups.at(-1)?.entries).toHaveLength(shown)
    expect(listing.footer).toBe(footer)
  })

  it.each([
    'who presented the Vault session',
    'who is using CRI-O',
    'who was the one everybody talked about',
    'who Grace Hopper',
    'who?',
  ])('leaves a question alone: %s', async (text) => {
    expect((await createSmallBot().answer(text)).answer.question).toBe(text)
  })

  it('completes with every speaker and author once', () => {
    expect(COMMANDS.get('who')?.complete?.(knowledgeOfFiles(SMALL_REPORTS))).toEqual([
      'Kelsey Hightower',
      'Mrunal Patel',
      'Armon Dadgar',
      'Oliver Gould',
      'Brandon Philips',
      'Ales Nosek',
      'Ann Roe',
      'Filip Roe',
    ])
  })
})
