import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plantPrograms } from './planted-programs.js'
import { PROJECT, plantTree, runCommand } from './planted-tree.js'

describe('the tests of the web page, on a machine without Chromium', { timeout: 60_000 }, () => {
  const run = async (ci: string) => {
    const { folder } = await plantTree({})
    const programs = await plantPrograms(folder, {})
    await symlink(process.execPath, join(programs, 'node'))
    // A home of its own, for Playwright keeps browsers there.
    const env = `PATH=${programs} HOME=${folder} CHROMIUM_PATH= CI=${ci}`
    return runCommand(`${env} node node_modules/vitest/vitest.mjs run tests/e2e/page.test.ts`, PROJECT)
  }

  it('are skipped, and say so', async () => {
    const { status, output } = await run('')
    expect(output).toContain('SKIPPED: the tests of the web page, because this machine has no Chromium. Install one')
    expect(output).toMatch(/Tests +\d+ skipped/)
    expect(status).toBe(0)
  })

  it('fail with CI=true', async () => {
    const { status, output } = await run('true')
    expect(output).toContain('apt-get install chromium')
    expect(output).toMatch(/Tests +1 failed/)
    expect(status).toBe(1)
  })
})
