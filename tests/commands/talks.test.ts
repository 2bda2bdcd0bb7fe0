import { describe, expect, it } from 'vitest'
import { createSmallBot } from '../support/small-bot.js'
import { knowledgeOfFiles } from '../support/small-reports.js'

const bot = createSmallBot()

const HEADER = `---
id: rome-2019-doe
title: Rome
author: Jane Doe
event: { name: KubeCon Rome 2019, city: Rome, country: IT, start: 2019-05-20, end: 2019-05-23 }
kind: notes
---

## Talks
`
const withTalks = (count: number) =>
  createSmallBot({
    knowledge: knowledgeOfFiles({
      'rome-2019-doe.md':
        HEADER + Array.from({ length: count }, (_, i) => `\n### Falcon ${i + 1}\n\nAbout ${i + 1}.\n`).join(''),
      'rome-2019-roe.md': `${HEADER.replace('id: rome-2019-doe', 'id: rome-2019-roe')}\n### Falcon again\n\nIndeed.\n`,
    }),
  })
const count = (groups: readonly { entries: readonly unknown[] }[]) =>
  groups.reduce((sum, { entries }) => sum + entries.length, 0)

describe('talks', () => {
  it('lists the talks by report, with speakers and places', async () => {
    const { title, groups } = await bot.listing('talks')
    expect(title).toBe('6 talks')
    expect(groups.map(({ heading, entries }) => [heading, entries.map(({ label }) => label)])).toEqual([
      [
        'austin-2017-nosek · KubeCon North America 2017, Austin, 6–8 December 2017',
        ['Kubernetes on voice command', 'Running containers with CRI-O', 'Secrets in Vault'],
      ],
      [
        'berlin-2017-it20 · KubeCon Europe 2017, Berlin, 29–30 March 2017',
        ['A service mesh for everybody', 'Scaling etcd'],
      ],
      ['london-2016-appsembler · KubeCon Europe 2016, London, 10–11 March 2016', ['Cluster operators']],
    ])
    expect(groups[0]?.entries[0]).toMatchObject({
      detail: 'Kelsey Hightower, Developer Advocate, Google',
      note: expect.stringMatching(/^austin-2017-nosek, lines \d+–\d+$/),
    })
  })

  it.each([
    ['the title', 'talks service mesh', ['A service mesh for everybody']],
    ['the title in another inflection', 'talks operator', ['Cluster operators']],
    ['a company', 'talks Google', ['Kubernetes on voice command']],
    ['a speaker', 'talks brandon philips', ['Scaling etcd', 'Cluster operators']],
    ['a city', 'talks in london', ['Cluster operators']],
    ['a report', 'talks berlin-2017-it20', ['A service mesh for everybody', 'Scaling etcd']],
    ['words of several of these', 'talks CoreOS Berlin', ['Scaling etcd']],
  ])('finds talks by %s: %s', async (_, text, labels) => {
    const { groups } = await bot.listing(text)
    expect(groups.flatMap(({ entries }) => entries.map(({ label }) => label))).toEqual(labels)
  })

  it('finds talks by a city that neither report nor event is named after', async () => {
    const text = `${HEADER.replaceAll('rome-2019-doe', 'notes').replace('KubeCon Rome', 'KubeCon')}\n### Falcon\n\nIndeed.\n`
    const { groups } = await createSmallBot({ knowledge: knowledgeOfFiles({ 'notes.md': text }) }).listing('talks rome')
    expect(count(groups)).toBe(1)
  })

  it('repairs a typing error as a question does, and says so', async () => {
    const { title, groups } = await bot.listing('talks vualt')
    expect(title).toBe('1 talk on "vault" (you typed "vualt")')
    expect(count(groups)).toBe(1)
  })

  it('says what was looked for, and counts one talk as one', async () => {
    expect((await bot.listing('talks service mesh')).title).toBe('1 talk on "service mesh"')
  })

  it.each(['???', 'the', 'all of them'])(
    'lists all without claiming a topic where there is no word to look for: %s',
    async (text) => {
      expect((await bot.listing(`talks ${text}`)).title).toBe('6 talks')
    },
  )

  it('says when no talk has the words, and offers to ask instead', async () => {
    const { text, suggestions } = await bot.notice('talks quantum computing')
    expect(text).toContain('"quantum computing"')
    expect(suggestions).toEqual(['quantum computing', 'talks'])
  })

  it('shows forty talks at most and says how many more there are', async () => {
    const { title, groups, footer } = await withTalks(45).listing('talks falcon')
    expect(title).toBe('46 talks on "falcon"')
    expect(count(groups)).toBe(40)
    expect(groups).toHaveLength(1)
    expect(footer).toMatch(/^6 more\./)
  })

  it('says nothing of more when all forty are shown', async () => {
    const listing = await withTalks(39).listing('talks')
    expect(count(listing.groups)).toBe(40)
    expect(listing.groups).toHaveLength(2)
    expect(listing).not.toHaveProperty('footer')
  })
})
