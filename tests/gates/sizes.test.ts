import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plantTree, runCommand } from './planted-tree.js'

const lines = (count: number) => 'export {}\n'.repeat(count)

describe('check:sizes', () => {
  it.each([
    ['source at its limit', 'src/answer/cite.ts', 250, 0],
    ['source above it', 'src/answer/cite.ts', 251, 1],
    ['a command above it', 'commands/ask.ts', 251, 1],
    ['a script above it', 'scripts/long.mjs', 251, 1],
    ['a test at its limit', 'tests/answer/cite.test.ts', 500, 0],
    ['a test above it', 'tests/answer/cite.test.ts', 501, 1],
  ])('judges %s', async (_, path, count, expected) => {
    const { status, output } = await (await plantTree({ [path]: lines(count) })).run('check:sizes')
    expect(output).toMatch(
      expected ? `${path}: ${count} lines, at most ${count - 1}. What is its second concept?` : /^[1-9]\d* files/,
    )
    expect(status).toBe(expected)
  })

  it('fails where there is nothing to check', async () => {
    const tree = await plantTree({})
    await mkdir(join(tree.folder, 'empty'))
    const { status, output } = await runCommand('node ../scripts/check-sizes.mjs', join(tree.folder, 'empty'))
    expect(output).toContain('No source files in')
    expect(status).toBe(1)
  })
})
