import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkFolder } from '../../src/store/check-folder.js'
import { SMALL_REPORTS } from '../support/small-reports.js'
import { createSink } from '../support/streams.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kubecon-check-'))
})
afterEach(() => rm(folder, { recursive: true }))

const plant = async (files: Readonly<Record<string, string>>) => {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
}
const check = async (path = folder) => {
  const sink = createSink()
  const code = await checkFolder(path, sink.stream)
  return { code, text: sink.text() }
}
const FIRST = SMALL_REPORTS['berlin-2017-it20.md'] ?? ''

describe('checking a folder', () => {
  it('says how much it read when nothing is wrong', async () => {
    await plant(SMALL_REPORTS)
    const { code, text } = await check()
    expect(text).toBe(`${folder}: 3 reports, 8 passages, no problems\n`)
    expect(code).toBe(0)
  })

  it('counts one report and one passage as one', async () => {
    await plant({ 'notes.txt': 'Notes\n\nThe Falcon runtime is fast.\n' })
    expect((await check()).text).toBe(`${folder}: 1 report, 1 passage, no problems\n`)
  })

  it('tells a problem with its place, as a path that opens', async () => {
    await plant({ 'berlin-2017-it20.md': FIRST, 'bad.md': 'no front matter' })
    const { code, text } = await check()
    const [problem, sum, ...rest] = text.split('\n')
    expect(problem?.startsWith(join(folder, 'bad.md:1:1: front-matter: '))).toBe(true)
    expect(sum).toBe(`${folder}: 1 problem`)
    expect(rest).toEqual([''])
    expect(code).toBe(2)
  })

  it('tells every problem of every file', async () => {
    await plant({
      'berlin-2017-it20.md': FIRST,
      'a.md': 'no front matter',
      'b.md': FIRST.replace('kind: report', 'kind: rumour').replace('country: DE', 'country: Germany'),
    })
    const { text } = await check()
    for (const place of ['a.md:1:1: ', 'b.md:5:', 'b.md:6:']) expect(text).toContain(join(folder, place))
    expect(text).toMatch(/: [3-9] problems\n$/)
  })

  it('tells problems also when no report is left, and what to do', async () => {
    await plant({ 'bad.md': 'no front matter' })
    const { code, text } = await check()
    const [first, second] = text.split('\n')
    expect(first).toBe(`None of the reports in ${folder} can be used:`)
    expect(second).toContain(join(folder, 'bad.md:1:1: front-matter: '))
    expect(code).toBe(2)
  })

  it.each([
    ['an empty folder', '', 'holds no reports'],
    ['a folder that is not there', 'nowhere', 'does not exist'],
  ])('says what is wrong with %s', async (_, name, reason) => {
    const { code, text } = await check(join(folder, name))
    expect(text).toContain(reason)
    expect(code).toBe(2)
  })

  it('says that a file is no folder', async () => {
    await plant({ 'notes.txt': 'Notes\n\nText.\n' })
    const { code, text } = await check(join(folder, 'notes.txt'))
    expect(text).toContain('is a file, not a folder')
    expect(code).toBe(2)
  })
})
