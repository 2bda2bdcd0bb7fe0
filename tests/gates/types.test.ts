import { describe, expect, it } from 'vitest'
import { plantTree } from './planted-tree.js'

describe('types', () => {
  it('holds every strict flag', async () => {
    const tree = await plantTree({
      'src/implicit-any.ts': 'export const length = (text) => text.length\n',
      'src/unchecked-index.ts': "export const first: string = ['a'][0]\n",
      'src/exact-optional.ts': 'export const page: { size?: number } = { size: undefined }\n',
      'src/index-signature.ts': 'export const home = (paths: Record<string, string>) => paths.home\n',
      'src/unused.ts': 'const forgotten = 1\nexport {}\n',
      'src/value-import.ts': "import { PathLike } from 'node:fs'\nexport type Path = PathLike\n",
      'src/enum.ts': 'export enum Color { Red }\n',
      'src/newer-node.ts': "export { DatabaseSync } from 'node:sqlite'\n",
      'commands/missing.ts': "export { nothing } from '../src/nowhere.js'\n",
      'tests/wrong.test.ts': "export const port: number = '1'\n",
    })
    const { status, output } = await tree.run('types')
    const told = [...output.matchAll(/^(\S+)\(\d+,\d+\): error (TS\d+)/gm)].map(([, file, code]) => `${file} ${code}`)
    expect(told.sort()).toEqual([
      'commands/missing.ts TS2307',
      'src/enum.ts TS1294',
      'src/exact-optional.ts TS2375',
      'src/implicit-any.ts TS7006',
      'src/index-signature.ts TS4111',
      'src/newer-node.ts TS2591',
      'src/unchecked-index.ts TS2322',
      'src/unused.ts TS6133',
      'src/value-import.ts TS1484',
      'tests/wrong.test.ts TS2322',
    ])
    expect(status).not.toBe(0)
  })

  it('fails where there is nothing to check', async () => {
    const { status, output } = await (await plantTree({})).run('types')
    expect(output).toContain('TS18003')
    expect(status).not.toBe(0)
  })
})
