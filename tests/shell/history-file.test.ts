import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readHistory, writeHistory } from '../../src/shell/history-file.js'

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kubecon-history-'))
  file = join(folder, 'history')
})
afterEach(() => rm(folder, { recursive: true }))

describe('the history of the terminal', () => {
  it('comes back as it was left, newest first', async () => {
    await writeHistory(file, ['two', 'one — 東京'])
    expect(await readHistory(file)).toEqual(['two', 'one — 東京'])
  })

  it('is for its person’s own eyes', async () => {
    await writeHistory(file, ['one'])
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('keeps the five hundred newest lines', async () => {
    await writeHistory(
      file,
      Array.from({ length: 600 }, (_, i) => `line ${i}`),
    )
    const lines = await readHistory(file)
    expect([lines.length, lines[0], lines.at(-1)]).toEqual([500, 'line 0', 'line 499'])
  })

  it('is empty before the first session', async () => {
    expect(await readHistory(file)).toEqual([])
    await writeHistory(file, [])
    expect(await readFile(file, 'utf8')).toBe('')
    expect(await readHistory(file)).toEqual([])
  })

  it('passes over empty lines of a file that was edited', async () => {
    await writeFile(file, 'two\n\none')
    expect(await readHistory(file)).toEqual(['two', 'one'])
  })

  it('stops nobody when it can be neither read nor written', async () => {
    const nowhere = join(folder, 'no', 'such', 'folder')
    expect(await readHistory(nowhere)).toEqual([])
    await expect(writeHistory(nowhere, ['one'])).resolves.toBeUndefined()
    expect(await readHistory(folder)).toEqual([])
  })
})
