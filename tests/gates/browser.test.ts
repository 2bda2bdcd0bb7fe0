import { chmod, cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PROJECT, plantTree, runCommand } from './planted-tree.js'

/** A folder of programs, to be the whole PATH: what bash scripts use, and stand-ins that note how they were called. */
const plantPrograms = async (folder: string, standIns: Readonly<Record<string, string>>): Promise<string> => {
  const programs = join(folder, 'programs')
  await mkdir(programs)
  for (const name of ['bash', 'cat', 'chmod', 'dirname', 'env', 'mktemp', 'rm', 'sh'])
    await symlink((await runCommand(`command -v ${name}`, folder)).output.trim(), join(programs, name))
  for (const [name, script] of Object.entries(standIns)) {
    const file = join(programs, name)
    await writeFile(file, `#!/bin/bash\necho "${name} $* CI=\${CI:-}" >> "${folder}/calls"\n${script}\n`)
    await chmod(file, 0o755)
  }
  return programs
}

describe('.ci/run', () => {
  const run = async (standIns: Readonly<Record<string, string>>) => {
    const { folder } = await plantTree({})
    await cp(join(PROJECT, '.ci'), join(folder, '.ci'), { recursive: true })
    const programs = await plantPrograms(folder, { node: '', npm: '', git: '', ...standIns })
    const { status, output } = await runCommand(`PATH=${programs} CHROMIUM_PATH= bash .ci/run`, folder)
    const calls = (await readFile(join(folder, 'calls'), 'utf8')).split('\n')
    return {
      status,
      output,
      installs: calls.filter((call) => call.startsWith('apt-get install')),
      tests: calls.filter((call) => call.startsWith('npm test')),
    }
  }

  it('lets no test be skipped: CI=true, also where it was not set', async () => {
    const { status, installs, tests } = await run({ chromium: '' })
    expect(installs).toEqual([])
    expect(tests).toEqual([expect.stringMatching(/ CI=true$/)])
    expect(status).toBe(0)
  })

  it('installs Chromium where there is none', async () => {
    const { status, output, installs } = await run({ 'apt-get': '' })
    expect(output).toContain('No Chromium on this machine')
    expect(installs).toEqual([expect.stringContaining(' chromium ')])
    expect(status).toBe(0)
  })

  it('says so when it cannot, and leaves the verdict to the tests, which fail without one', async () => {
    const { output, tests } = await run({ 'apt-get': 'exit 100' })
    expect(output).toContain('Chromium could not be installed')
    expect(tests).toEqual([expect.stringMatching(/ CI=true$/)])
  })
})

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
