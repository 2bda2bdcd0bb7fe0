import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ROOT } from '../support/run-kubecon.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kubecon-quality-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

const run = (cwd: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' })
  return { status, output: stdout + stderr }
}

describe('answer quality', () => {
  it('fails when many answers are worse than in the baseline, and names them', async () => {
    const baseline = JSON.parse(await readFile(`${ROOT}bench/baseline.json`, 'utf8')) as Record<string, string>
    const rosy = Object.fromEntries(Object.keys(baseline).map((id) => [id, 'right']))
    await writeFile(join(folder, 'rosy.json'), JSON.stringify(rosy))
    const { status, output } = run(ROOT, 'bench/evaluate.mjs', '--check', '--baseline', join(folder, 'rosy.json'))
    expect(status).toBe(1)
    expect(output).toMatch(/\d+ answers lost, 0 gained against .*: g\d+, g\d+/)
  })

  it.each(['evaluate', 'bench', 'fit-confidence'])('is measured by a script that says how to call it: %s', (script) => {
    const { status, output } = run(ROOT, `bench/${script}.mjs`, '--help')
    expect(status).toBe(0)
    expect(output).toContain('npm run')
    const wrong = run(ROOT, `bench/${script}.mjs`, '--wat')
    expect(wrong.status).toBe(2)
    expect(wrong.output).toBe(`Unknown option '--wat'\n\n${output}`)
  })
})

describe('a page of figures', () => {
  it.each([
    ['fit-confidence', '--write'],
    ['evaluate', '--ablate'],
  ])('is not written by %s %s without all that it tells of, and what is missing is named', async (script, option) => {
    const alone = join(folder, 'alone')
    await mkdir(alone)
    for (const name of ['knowledge', 'tests']) await symlink(`${ROOT}${name}`, join(alone, name))
    const { status, output } = run(alone, `${ROOT}bench/${script}.mjs`, option)
    expect(status).toBe(2)
    expect(output).toContain('not at hand, so not measured: ../shared/reports, ../shared/eval/questions.dev.jsonl\n')
    expect(await readdir(alone)).toEqual(['knowledge', 'tests'])
  })
})

describe('the README', () => {
  it('fails when it shows commands that the program does not have', async () => {
    for (const name of ['dist', 'knowledge', 'package.json']) await symlink(`${ROOT}${name}`, join(folder, name))
    const readme = await readFile(`${ROOT}README.md`, 'utf8')
    await writeFile(join(folder, 'README.md'), readme)
    // Of a developer who has set much else.
    await writeFile(join(folder, '.env'), 'LOG_LEVEL=loud\nFORCE_COLOR=1\n')
    vi.stubEnv('FORCE_COLOR', '1')
    vi.stubEnv('KNOWLEDGE_DIR', '/nowhere')
    expect(run(folder, `${ROOT}scripts/write-readme.mjs`, '--check')).toMatchObject({ status: 0 })
    await writeFile(join(folder, 'README.md'), readme.replace('`ping`', '`pong`'))
    const { status, output } = run(folder, `${ROOT}scripts/write-readme.mjs`, '--check')
    expect(status).toBe(1)
    expect(output).toContain('npm run readme')
  })
})
