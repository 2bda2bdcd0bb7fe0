import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plantPrograms } from './planted-programs.js'
import { PROJECT, plantTree, runCommand } from './planted-tree.js'

describe('.ci/run', () => {
  const run = async (standIns: Readonly<Record<string, string>>) => {
    const { folder } = await plantTree({})
    await cp(join(PROJECT, '.ci'), join(folder, '.ci'), { recursive: true })
    const programs = await plantPrograms(folder, { node: '', npm: '', git: '', ...standIns })
    const { status, output } = await runCommand(
      `PATH=${programs} CHROMIUM_PATH= POSTGRES_PATH=${programs} bash .ci/run`,
      folder,
    )
    const calls = (await readFile(join(folder, 'calls'), 'utf8')).split('\n')
    return {
      status,
      output,
      installs: calls.filter((call) => call.startsWith('apt-get install')),
      tests: calls.filter((call) => call.startsWith('npm test')),
    }
  }

  it('lets no test be skipped: CI=true, also where it was not set', async () => {
    const { status, installs, tests } = await run({ chromium: '', postgres: '' })
    expect(installs).toEqual([])
    expect(tests).toEqual([expect.stringMatching(/ CI=true$/)])
    expect(status).toBe(0)
  })

  it.each([
    ['Chromium', { postgres: '' }, ' chromium '],
    ['PostgreSQL', { chromium: '' }, ' postgresql '],
  ])('installs %s where there is none', async (name, there, wanted) => {
    const { status, output, installs } = await run({ 'apt-get': '', ...there })
    expect(output).toContain(`No ${name} on this machine`)
    expect(installs).toEqual([expect.stringContaining(wanted)])
    expect(status).toBe(0)
  })

  it('says so when it cannot, and leaves the verdict to the tests, which fail without', async () => {
    const { output, tests } = await run({ 'apt-get': 'exit 100' })
    expect(output).toContain('Chromium could not be installed. The tests of the web page need it')
    expect(output).toContain('PostgreSQL could not be installed. The tests of the store need it')
    expect(tests).toEqual([expect.stringMatching(/ CI=true$/)])
  })
})

describe('the tests of the store, on a machine without PostgreSQL', { timeout: 60_000 }, () => {
  const run = async (ci: string) => {
    const { folder } = await plantTree({})
    const env = `POSTGRES_PATH=${folder} CI=${ci}`
    return runCommand(`${env} node node_modules/vitest/vitest.mjs run tests/store/postgres-store.test.ts`, PROJECT)
  }

  it('are skipped, and say so', async () => {
    const { status, output } = await run('')
    expect(output).toContain('SKIPPED: the tests of the store on PostgreSQL, because this machine has none. Install it')
    expect(output).toMatch(/Tests +\d+ skipped/)
    expect(status).toBe(0)
  })

  it('fail with CI=true', async () => {
    const { status, output } = await run('true')
    expect(output).toContain('apt-get install postgresql')
    expect(output).toMatch(/Tests +1 failed/)
    expect(status).toBe(1)
  })
})
