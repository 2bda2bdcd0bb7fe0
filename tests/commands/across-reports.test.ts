import { describe, expect, it } from 'vitest'
import { createSmallBot } from '../support/small-bot.js'
import { knowledgeOfFiles, SMALL_REPORTS } from '../support/small-reports.js'

const bot = createSmallBot()

describe('timeline', () => {
  it('shows the best words of each report, in the order of the events', async () => {
    const { groups } = await bot.listing('timeline etcd')
    expect(groups.map(({ heading }) => heading)).toEqual([
      'KubeCon Europe 2016, London, 10–11 March 2016 · Filip Roe',
      'KubeCon Europe 2017, Berlin, 29–30 March 2017 · Ann Roe',
    ])
    expect(groups[0]?.entries).toEqual([
      {
        quoted: true,
        label: '“Brandon Philips showed an operator that looks after etcd.”',
        note: 'Cluster operators · Filip Roe · london-2016-appsembler, line 15',
      },
    ])
  })

  it('repairs a typing error as a question does, and says so', async () => {
    const { title, suggestions } = await bot.listing('timeline linkred')
    expect(title).toBe('"linkerd" from event to event (you typed "linkred")')
    expect(suggestions).toEqual(['linkerd'])
  })

  it('has every report that names the topic, however often another does', async () => {
    const often = Array.from(
      { length: 300 },
      (_, i) => `etcd keeps what number ${i} of the clusters says, and etcd keeps it.`,
    )
    const { groups } = await createSmallBot({
      knowledge: knowledgeOfFiles({
        ...SMALL_REPORTS,
        'rome-2019-doe.txt': `Rome notes 2019\n\n${often.join('\n\n')}\n`,
      }),
    }).listing('timeline etcd')
    expect(groups.map(({ entries }) => entries[0]?.note)).toEqual(
      ['london-2016-appsembler', 'berlin-2017-it20', 'rome-2019-doe'].map((id) => expect.stringContaining(id)),
    )
  })

  it('says that a topic is not covered', async () => {
    expect(await bot.notice('timeline Hubble')).toMatchObject({ text: 'The reports do not cover "Hubble".' })
  })
})

describe('compare', () => {
  it('shows both sides', async () => {
    const { title, groups } = await bot.listing('compare CRI-O and Vault?')
    expect(title).toBe('CRI-O and Vault')
    expect(groups.map(({ heading }) => heading)).toEqual(['CRI-O', 'Vault'])
    expect(groups[1]?.entries[0]?.label).toContain('Vault keeps secrets')
  })

  it('says which side is not covered', async () => {
    const { footer, suggestions } = await bot.listing('compare CRI-O and Hubble')
    expect(footer).toBe('The reports do not cover "Hubble".')
    expect(suggestions).toEqual(['timeline CRI-O'])
    expect((await bot.notice('compare Hubble and Cilium')).text).toBe(
      'The reports cover neither "Hubble" nor "Cilium".',
    )
  })

  it('repairs typing errors on both sides, and says so', async () => {
    const { title, groups } = await bot.listing('compare vualt and linkred')
    expect(title).toBe('vault and linkerd (you typed "vualt and linkred")')
    expect(groups).toHaveLength(2)
  })

  it.each(['compare Vault', 'compare vault?', 'compare Vault with', 'compare vualt'])(
    'asks with what when one thing is named: %s',
    async (text) => {
      const { text: said, suggestions } = await bot.notice(text)
      expect(said).toMatch(/^Compare vault with what\? Name two things\.$/i)
      expect(suggestions).toHaveLength(2)
      for (const line of suggestions) expect(line).toMatch(/^compare .+ and .+/)
    },
  )

  it('says that the one thing is not covered', async () => {
    expect((await bot.notice('compare Hubble')).text).toBe('The reports do not cover "Hubble".')
  })

  it('leaves what happened where to the answers', async () => {
    expect((await bot.say('compare attendance in London and Austin')).kind).toBe('answer')
  })
})

describe('topics', () => {
  it('says that there are none without a glossary', async () => {
    expect((await bot.notice('topics')).text).toContain('no glossary')
  })
})

describe('quote', () => {
  it('finds the sentences with the very words, whatever their case', async () => {
    const { title, groups } = await bot.listing('quote "SERVICE MESH that balances"')
    expect(title).toBe('1 sentence')
    expect(groups[0]?.entries).toEqual([
      {
        quoted: true,
        label: '“Linkerd is a service mesh that balances the load of every request.”',
        note: 'A service mesh for everybody · berlin-2017-it20, line 14',
      },
    ])
  })

  it('does not take the words in another order, or parts of words', async () => {
    expect((await bot.notice('quote mesh service')).text).toBe('Nowhere do the reports say "mesh service".')
    expect((await bot.notice('quote service mes')).text).toContain('Nowhere')
  })
})
