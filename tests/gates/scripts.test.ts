import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plantTree, runCommand } from './planted-tree.js'

describe('build', () => {
  it('writes one file each, only what changed, and removes what has no source any more', async () => {
    const tree = await plantTree({
      'src/a.ts': 'export const a: number = 1\n',
      'src/page/page.css': 'p {}\n',
      'commands/ask.ts': 'export default 1\n',
    })
    expect(await tree.run('build')).toEqual({ status: 0, output: '' })
    const built = join(tree.folder, 'dist/src/a.js')
    const { mtimeMs } = await stat(built)
    for (const gone of ['commands/gone.js', 'src/page/gone.css', 'src/page/gone.html', 'src/page/gone.svg'])
      await writeFile(join(tree.folder, 'dist', gone), '')
    // Of another build that is not done.
    await writeFile(join(tree.folder, 'dist/src/page/page.css.123'), '')
    await writeFile(join(tree.folder, 'commands/ask.ts'), 'export default 2\n')
    expect(await tree.run('build')).toEqual({ status: 0, output: '' })
    expect((await stat(built)).mtimeMs).toBe(mtimeMs)
    expect((await readdir(join(tree.folder, 'dist/commands'))).sort()).toEqual(['ask.js', 'ask.js.map'])
    expect((await readdir(join(tree.folder, 'dist/src/page'))).sort()).toEqual(['page.css', 'page.css.123'])
    expect(await readFile(join(tree.folder, 'dist/commands/ask.js'), 'utf8')).toContain('2')
  })

  it('fails on source that cannot be parsed, naming the place', async () => {
    const tree = await plantTree({ 'src/a.ts': 'export const = 1\n', 'commands/ask.ts': 'export {}\n' })
    const { status, output } = await tree.run('build')
    expect(output).toContain('src/a.ts:1:13')
    expect(output).not.toContain('node_modules')
    expect(status).toBe(1)
  })
})

describe('npm test', () => {
  it('stops at the first gate that fails, shows what it said and how to run it alone', async () => {
    const tree = await plantTree({ 'src/main.ts': 'export const a = 1;\n', 'commands/ask.ts': 'export {}\n' })
    const { status, output } = await tree.run('test')
    expect(output).toMatch(/^✓ build/m)
    expect(output).toContain('src/main.ts format')
    expect(output).toContain('✗ lint failed. Again alone: npm run lint')
    expect(output).not.toContain('types')
    expect(status).toBe(1)
  })
})

describe('count-tests', () => {
  it.each([
    ['all passed', { numPassedTests: 3, numFailedTests: 0 }, 'Tests: 3 passed, 0 failed\n', 0],
    ['one failed', { numPassedTests: 3, numFailedTests: 1 }, 'Tests: 3 passed, 1 failed\n', 1],
    ['none ran', { numPassedTests: 0, numFailedTests: 0 }, 'Tests: 0 passed, 0 failed\n', 1],
  ])('when %s', async (_, report, output, status) => {
    const { folder } = await plantTree({ 'report.json': JSON.stringify(report) })
    expect(await runCommand('node scripts/count-tests.mjs report.json', folder)).toEqual({ status, output })
  })

  it('fails without a report', async () => {
    const { folder } = await plantTree({})
    expect(await runCommand('node scripts/count-tests.mjs missing.json', folder)).toMatchObject({ status: 1 })
  })
})

describe('check-node', () => {
  it.each([
    ['^20.19.0 || >=22.12.0', 0],
    ['>=99.0.0', 1],
    ['^18.0.0', 1],
  ])('with engines.node %s ends with %i', async (node, status) => {
    const { folder } = await plantTree({})
    await writeFile(join(folder, 'package.json'), JSON.stringify({ engines: { node } }))
    expect((await runCommand('node scripts/check-node.mjs', folder)).status).toBe(status)
  })
})
