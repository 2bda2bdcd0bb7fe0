import { describe, expect, it } from 'vitest'
import { renderReply } from '../../src/shell/render-reply.js'
import { PLAIN } from '../../src/shell/style.js'
import { COMMANDS, createSmallBot } from '../support/small-bot.js'

describe('help', () => {
  it('lists every command of the folder once', async () => {
    const { groups } = await createSmallBot().listing('help')
    const listed = groups.flatMap(({ entries }) => entries.flatMap(({ label }) => label.split(' · ')))
    expect(listed.sort()).toEqual([...COMMANDS.values()].map(({ usage }) => usage).sort())
  })

  it.each([...COMMANDS.keys()])('explains %s with its examples', async (name) => {
    const { title, groups } = await createSmallBot().listing(`help ${name}`)
    expect(title).toBe(COMMANDS.get(name)?.usage)
    expect(groups.at(-1)?.entries.map(({ label }) => label)).toEqual(COMMANDS.get(name)?.examples)
  })

  it('finds commands by what they do', async () => {
    const { groups } = await createSmallBot().listing('help speaker')
    expect(groups[0]?.entries.map(({ label }) => label.split(' ')[0])).toEqual(expect.arrayContaining(['talks', 'who']))
  })

  it('guesses at a mistyped command', async () => {
    expect((await createSmallBot().notice('help stauts')).suggestions).toEqual(['help status'])
  })

  it('fits on the first screen of a terminal', async () => {
    const shown = renderReply(await createSmallBot().listing('help'), { width: 80, style: PLAIN })
    expect(shown.split('\n').length).toBeLessThanOrEqual(28)
  })

  it('leaves a longer question alone', async () => {
    expect((await createSmallBot().say('help me with Vault')).kind).toBe('answer')
  })
})
