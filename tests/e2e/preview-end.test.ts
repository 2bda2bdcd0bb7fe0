import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { ROOT } from '../support/run-kubecon.js'
import { startKubecon } from '../support/start-kubecon.js'

/** Where the preview keeps what is asked. */
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kubecon-preview-end-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

describe('the preview', { timeout: 60_000 }, () => {
  it('says what came of each digest that was asked for', async () => {
    const bot = await startKubecon({ PORT: '0', TMPDIR: folder })
    const [address = ''] = /http:\/\/\S+/.exec(bot.out) ?? []
    const digestNow = async (): Promise<unknown> => {
      const body = JSON.stringify({ action: 0, conversation: 'C0GENERAL' })
      const headers = { 'content-type': 'application/json' }
      return (await fetch(new URL('/page/run', address), { method: 'POST', headers, body })).json()
    }
    const both = await Promise.all([digestNow(), digestNow()])
    expect(both).toEqual(expect.arrayContaining([{}, { says: 'A digest is being posted here right now.' }]))
    expect((await bot.stop()).code).toBe(0)
  })
})

describe('the preview leaves nothing behind', { timeout: 60_000 }, () => {
  it.each(SIGNALS)('when it is told to end (%s)', async (signal) => {
    const bot = await startKubecon({ PORT: '0', TMPDIR: folder })
    expect(await readdir(folder)).toEqual([expect.stringMatching(/^kubecon-preview-/)])
    bot.signal(signal)
    expect(await bot.ended).toMatchObject({ code: 0 })
    expect(await readdir(folder)).toEqual([])
  })

  it.each(SIGNALS)('when it is told to end while it starts (%s)', async (signal) => {
    const bot = spawn(process.execPath, [`${ROOT}dist/src/cli.js`, 'start'], {
      cwd: `${ROOT}tests`,
      env: { PATH: process.env['PATH'], KNOWLEDGE_DIR: `${ROOT}knowledge`, PORT: '0', TMPDIR: folder },
      stdio: 'ignore',
    })
    onTestFinished(() => void bot.kill('SIGKILL'))
    const ended = once(bot, 'close')
    await expect.poll(() => readdir(folder), { interval: 5, timeout: 30_000 }).toHaveLength(1)
    bot.kill(signal)
    expect(await ended).toEqual([0, null])
    expect(await readdir(folder)).toEqual([])
  })

  it('when it cannot start', async () => {
    const failed = startKubecon({ PORT: '0', TMPDIR: folder, KNOWLEDGE_DIR: folder })
    await expect(failed).rejects.toThrow('ended with 78')
    expect(await readdir(folder)).toEqual([])
  })
})
