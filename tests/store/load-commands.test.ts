import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { InvalidCommandError } from '../../src/errors.js'
import { loadCommands } from '../../src/store/load-commands.js'
import { ROOT } from '../support/run-kubecon.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kubecon-commands-'))
})
afterEach(() => rm(folder, { recursive: true }))

const ZOD = import.meta.resolve('zod')

const plant = async (files: Readonly<Record<string, string>>) => {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
}
const command = (name: string) => `
import { z } from '${ZOD}'
export default {
  name: '${name}', usage: '${name}', help: 'Do it.', examples: ['${name}'], input: z.string(),
  handler: () => ({ kind: 'notice', text: 'done by ${name}', tone: 'info', suggestions: [] }),
}
`

describe('loading the commands of a folder', () => {
  it('takes a new file as a new command, with nothing else to do', async () => {
    await plant({ 'ask.mjs': command('ask'), 'dance.js': command('dance') })
    const commands = await loadCommands(folder)
    expect([...commands.keys()]).toEqual(['ask', 'dance'])
    expect(await commands.get('dance')?.handler('', {} as never)).toMatchObject({ text: 'done by dance' })
  })

  it('passes over files that are no modules', async () => {
    await plant({
      'ask.mjs': command('ask'),
      'README.md': '# Commands',
      'ask.js.map': '{}',
      'types.d.ts': 'export type A = string',
      'notes.json': '{}',
      '.gitkeep': '',
    })
    expect([...(await loadCommands(folder)).keys()]).toEqual(['ask'])
  })

  it('loads the project’s own', async () => {
    expect((await loadCommands(join(ROOT, 'commands'))).size).toBeGreaterThan(9)
  })
})

describe('a file that is no good', () => {
  it.each([
    ['does not parse', 'bad.mjs', 'export default {', 'does not load: '],
    ['throws', 'bad.mjs', 'throw new Error("no such luck")', 'does not load: no such luck'],
    ['throws no error', 'bad.mjs', 'throw "a text"', 'does not load: a text'],
    ['misses what it imports', 'bad.mjs', 'import "./nowhere.mjs"', 'does not load: '],
    ['exports nothing', 'bad.mjs', 'export const name = "bad"', 'has no default export'],
    ['exports something else', 'bad.mjs', 'export default 7', 'default export: '],
    ['has another name', 'bad.mjs', command('good'), '"good" belongs in good.ts'],
    ['clashes with another', 'ask.js', command('ask'), 'the name "ask" is taken by commands/ask.'],
  ])('stops the start when it %s, and is named', async (_, file, text, reason) => {
    await plant({ 'ask.mjs': command('ask'), [file]: text })
    const error = await loadCommands(folder).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(InvalidCommandError)
    expect((error as InvalidCommandError).message).toContain(reason)
    expect((error as InvalidCommandError).message).toMatch(/^commands\/(?:bad\.mjs|ask\.m?js): /)
  })

  it('keeps the error that it threw as the cause', async () => {
    await plant({ 'bad.mjs': 'throw new TypeError("no such luck")' })
    await expect(loadCommands(folder)).rejects.toMatchObject({ file: 'bad.mjs', cause: { name: 'TypeError' } })
  })

  it('is the missing «ask», too', async () => {
    await plant({ 'dance.mjs': command('dance') })
    await expect(loadCommands(folder)).rejects.toThrow('commands/ask.ts: is missing')
  })

  it('is a folder that is not there', async () => {
    await expect(loadCommands(join(folder, 'nowhere'))).rejects.toThrow('nowhere')
  })
})
