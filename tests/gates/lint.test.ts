import { describe, expect, it } from 'vitest'
import { plantTree } from './planted-tree.js'

const clean = 'export const answer = 42\n'
const everything = '--max-diagnostics=none'

/** What is told, the file it is planted in, and its source. */
const PLANTED = [
  ['plugin', 'src/answer/clock.ts', 'export const now = Date.now()\n'],
  ['plugin', 'src/answer/date.ts', 'export const today = new Date()\n'],
  ['plugin', 'src/search/dice.ts', 'export const dice = Math.random\n'],
  ['plugin', 'commands/sorted.ts', "export default ['b', 'a'].sort((a, b) => a.localeCompare(b))\n"],
  ['plugin', 'src/slack/inline.ts', "export type Hidden = import('../shell/chat.js').Chat\n"],
  ['style/noRestrictedGlobals', 'src/knowledge/timer.ts', 'export const later = () => setTimeout(() => 0, 1)\n'],
  ['style/noRestrictedGlobals', 'src/command/uptime.ts', 'export const uptime = () => performance.now()\n'],
  ['style/noRestrictedGlobals', 'src/command/host.ts', 'export const host = () => process.uptime()\n'],
  ['style/noRestrictedGlobals', 'commands/web.ts', "export default () => fetch('https://example.org')\n"],
  ['style/noRestrictedGlobals', 'src/search/door.ts', 'export const door = globalThis\n'],
  [
    'style/noRestrictedImports',
    'src/knowledge/id.ts',
    "import { randomUUID } from 'node:crypto'\n\nexport const id = randomUUID\n",
  ],
  ['style/noProcessEnv', 'src/slack/token.ts', "export const token = process.env['SLACK_BOT_TOKEN']\n"],
  ['suspicious/noConsole', 'src/store/prints.ts', "export const say = () => console.log('saved')\n"],
  ['suspicious/noExplicitAny', 'src/store/loose.ts', 'export const loose = (value: any) => value\n'],
  ['suspicious/noEmptyBlockStatements', 'src/store/swallows.ts', 'try {\n  JSON.parse(String())\n} catch {}\n'],
  ['suspicious/noImportCycles', 'src/store/hen.ts', "import { egg } from './egg.js'\n\nexport const hen = () => egg\n"],
  ['suspicious/noImportCycles', 'src/store/egg.ts', "import { hen } from './hen.js'\n\nexport const egg = () => hen\n"],
  [
    'nursery/noFloatingPromises',
    'src/store/forgets.ts',
    'const save = async () => 1\nexport const stop = () => {\n  save()\n}\n',
  ],
  ['style/useFilenamingConvention', 'src/store/camelCase.ts', clean],
  ['format', 'src/store/semicolon.ts', 'export const a = "double";\n'],
] as const

/** The same habits where they belong. */
const ALLOWED = {
  'src/config.ts': "export const home = process.env['HOME']\n",
  'src/shell/say.ts': "export const say = () => console.log('hello', Date.now())\n",
  'src/knowledge/hash.ts': "import { createHash } from 'node:crypto'\n\nexport const hash = createHash\n",
  'src/knowledge/day.ts': "export const day = new Date('2017-12-06')\n",
  'knowledge/report.json': '{ not: json',
  'tests/golden/answer.json': '{"kept":   "as it is"}',
}

describe('lint', () => {
  it('passes clean files, says how many, and leaves data and golden files alone', async () => {
    const { status, output } = await (await plantTree(ALLOWED)).run('lint', everything)
    expect(output).toMatch(/^Checked [1-9]\d* files/m)
    expect(status, output).toBe(0)
  })

  it('tells every planted slip, each in its file', async () => {
    const tree = await plantTree(Object.fromEntries(PLANTED.map(([, path, source]) => [path, source])))
    const { status, output } = await tree.run('lint', everything)
    const told = output.split('\n')
    const missed = PLANTED.filter(([rule, path]) => !told.some((line) => line.startsWith(path) && line.includes(rule)))
    expect(missed).toEqual([])
    expect(status).toBe(1)
  })

  it('fails where there is nothing to check', async () => {
    const { status, output } = await (await plantTree({})).run('lint', 'src')
    expect(output).toMatch(/No such file or directory|No files were processed/)
    expect(status).toBe(1)
  })
})
