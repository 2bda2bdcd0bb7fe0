import { spawnSync } from 'node:child_process'
import { statSync, symlinkSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeFolder } from '../../src/store/make-folder.js'
import { ROOT } from '../support/run-kubecon.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kubecon-folder-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('a folder', () => {
  it('is made with those above it, for its owner alone', () => {
    const umask = process.umask(0)
    try {
      makeFolder(join(folder, 'a', 'b'))
      makeFolder(join(folder, 'a', 'b'))
    } finally {
      process.umask(umask)
    }
    for (const path of [join(folder, 'a'), join(folder, 'a', 'b')]) expect(statSync(path).mode & 0o777).toBe(0o700)
  })

  it('may be a link to one', () => {
    symlinkSync(folder, join(folder, 'link'))
    makeFolder(join(folder, 'link', 'a'))
    expect(statSync(join(folder, 'a')).isDirectory()).toBe(true)
  })

  it('is not made below a file, or in its place', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(() => makeFolder(file)).toThrow('EEXIST')
    expect(() => makeFolder(join(file, 'a'))).toThrow(/EEXIST|ENOTDIR/)
  })

  // In a process of its own: what never ends could not be stopped in this one.
  it.runIf(process.platform === 'linux')('that the system lets nobody make ends the start with a sentence', () => {
    const { status, stderr } = spawnSync(process.execPath, [`${ROOT}dist/src/cli.js`, 'start'], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 30_000,
      killSignal: 'SIGKILL',
      env: { DATA_DIR: '/proc/x', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' },
    })
    expect(status).toBe(2)
    expect(stderr).toContain('The store /proc/x/kubecon.db cannot be opened. Check that DATA_DIR names a folder')
  })
})
