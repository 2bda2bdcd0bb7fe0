import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plantTree, readPackageJson } from './planted-tree.js'

/** A tree in which every package of package.json is used. */
const clean = async (): Promise<Record<string, string>> => {
  const { dependencies, devDependencies } = await readPackageJson()
  const packages = Object.keys({ ...dependencies, ...devDependencies })
  return {
    'src/main.ts': "import { used } from './shell/chat.js'\n\nused()\n",
    'src/cli.ts': "import './main.js'\n",
    'src/shell/chat.ts': 'export const used = () => 1\n',
    'commands/ask.ts': 'export default {}\n',
    'tests/packages.test.ts': packages.map((name) => `import '${name}'\n`).join(''),
  }
}

describe('check:dead', () => {
  it('passes a tree in which all is used', async () => {
    const { status, output } = await (await plantTree(await clean())).run('check:dead')
    expect({ status, output }).toEqual({ status: 0, output: '' })
  })

  it('names unused files, exports, types and packages, and packages that are not listed', async () => {
    const tree = await plantTree({
      ...(await clean()),
      'src/shell/chat.ts':
        'export const used = () => 1\nexport const unusedValue = 2\nexport type UnusedType = string\n',
      'src/shell/unused-file.ts': 'export const lost = 1\n',
      'src/cli.ts': "import 'unlisted-package'\nimport './main.js'\n",
    })
    const manifest = join(tree.folder, 'package.json')
    const text = await readFile(manifest, 'utf8')
    await writeFile(manifest, text.replace('"dependencies": {', '"dependencies": { "unused-package": "1.0.0",'))
    const { status, output } = await tree.run('check:dead')
    for (const name of ['unused-file.ts', 'unusedValue', 'UnusedType', 'unused-package', 'unlisted-package']) {
      expect(output).toContain(name)
    }
    expect(status).toBe(1)
  })
})
