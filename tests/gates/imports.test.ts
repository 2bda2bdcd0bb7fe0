import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { PROJECT, plantTree } from './planted-tree.js'

/** The smallest tree that has a file in every part and breaks no rule. */
const CLEAN = {
  'src/errors.ts': 'export interface Problem { readonly message: string }\n',
  'src/node-version.ts': 'export const oldest = 20\n',
  'src/config.ts': "import type { Problem } from './errors.js'\nexport const port = (problem: Problem) => problem\n",
  'src/log.ts': "import { pino } from 'pino'\nexport const log = pino()\n",
  'src/knowledge/report.ts': "import { createHash } from 'node:crypto'\nexport const report = createHash('sha256')\n",
  'src/search/rank.ts': "import { report } from '../knowledge/report.js'\nexport const rank = report\n",
  'src/answer/cite.ts': "import { rank } from '../search/rank.js'\nexport const cite = rank\n",
  'src/command/command.ts': "import { cite } from '../answer/cite.js'\nexport const command = cite\n",
  'commands/ask.ts':
    "import { z } from 'zod'\nimport { command } from '../src/command/command.js'\nexport default [z, command]\n",
  'src/slack/post.ts':
    "import { cite } from '../answer/cite.js'\nimport { log } from '../log.js'\nexport const post = [cite, log]\n",
  'src/shell/chat.ts': "import { port } from '../config.js'\nexport const chat = port\n",
  'src/main.ts': "import './slack/post.js'\nimport './shell/chat.js'\nimport './node-version.js'\n",
  'src/cli.ts': "import './main.js'\n",
}

/** Rule, the file that breaks it, and what that file adds to the clean tree. */
const PLANTED = [
  ['knowledge-order', 'src/knowledge/seeds-rank.ts', "import '../search/rank.js'"],
  [
    'search-order',
    'src/search/types-answer.ts',
    "import type { cite } from '../answer/cite.js'\nexport type C = typeof cite",
  ],
  ['answer-order', 'src/answer/reexports-command.ts', "export * from '../command/command.js'"],
  ['command-order', 'src/command/loads-edge.ts', "export const later = () => import('../slack/post.js')"],
  ['commands-know-only-command', 'commands/direct.ts', "import '../src/answer/cite.js'"],
  ['commands-know-only-command', 'commands/on-disk.ts', "import 'node:fs'"],
  ['commands-know-only-command', 'commands/neighbour.ts', "import './ask.js'"],
  ['edges-stand-alone', 'src/slack/borrows.ts', "import '../shell/chat.js'"],
  ['core-uses-pure-libraries', 'src/answer/logs.ts', "import 'pino'"],
  ['core-touches-nothing', 'src/knowledge/reads.ts', "import 'node:fs/promises'"],
  ['core-touches-nothing', 'src/search/asks-process.ts', "import 'process'"],
  ['core-touches-nothing', 'src/command/waits.ts', "import 'node:timers/promises'"],
  ['crypto-only-for-revisions', 'src/search/hashes.ts', "import 'node:crypto'"],
  ['ready-before-all', 'src/config.ts', "import './answer/cite.js'"],
  ['errors-know-nothing', 'src/errors.ts', "import 'zod'"],
  ['roots-are-the-top', 'src/shell/starts.ts', "import '../main.js'"],
  ['product-without-tests', 'src/slack/tested.ts', "import '../../tests/support/peer.js'"],
  ['known-part', 'src/utils/misc.ts', "import '../errors.js'"],
  ['no-cycle', 'src/answer/egg.ts', "import './hen.js'"],
  ['no-orphan', 'src/shell/alone.ts', 'export const alone = true'],
  ['resolves', 'src/shell/misspelt.ts', "import './chatt.js'"],
  ['declared-package', 'src/shell/tests-itself.ts', "import 'vitest'"],
] as const

const SUPPORTING = {
  'src/answer/hen.ts': "import './egg.js'\n",
  'tests/support/peer.ts': 'export const peer = true\n',
}

const planted = (): Record<string, string> => {
  const files: Record<string, string> = { ...CLEAN, ...SUPPORTING }
  for (const [, path, source] of PLANTED) files[path] = `${files[path] ?? ''}${source}\n`
  return files
}

describe('check:imports', () => {
  it('passes a tree that keeps the rule, and says how much it saw', async () => {
    const { status, output } = await (await plantTree(CLEAN)).run('check:imports')
    expect(output).toMatch(new RegExp(`^${Object.keys(CLEAN).length} modules, [1-9]\\d* imports checked$`, 'm'))
    expect(status).toBe(0)
  })

  it('names every broken rule with the file that breaks it', async () => {
    const { status, output } = await (await plantTree(planted())).run('check:imports')
    const told = output.split('\n')
    const missed = PLANTED.filter(
      ([rule, path]) => !told.some((line) => line.startsWith(`${rule}: `) && line.includes(path)),
    )
    expect(missed).toEqual([])
    expect(status).toBe(1)
  })

  it('has a planted violation for every rule', async () => {
    const config: { default: { forbidden: { name: string; comment: string }[] } } = await import(
      pathToFileURL(join(PROJECT, '.dependency-cruiser.mjs')).href
    )
    const rules = config.default.forbidden.map(({ name }) => name)
    expect([...new Set<string>(PLANTED.map(([rule]) => rule))].sort()).toEqual(rules.sort())
  })

  it('fails where there is nothing to check', async () => {
    const { status, output } = await (await plantTree({})).run('check:imports')
    expect(output).toContain('No source files under src and commands')
    expect(status).toBe(1)
  })

  it('fails when the parser overlooks files, which dependency-cruiser alone takes for success', async () => {
    const tree = await plantTree(CLEAN)
    const config = join(tree.folder, '.dependency-cruiser.mjs')
    const text = await readFile(config, 'utf8')
    await writeFile(config, text.replace("parser: 'swc',", "parser: 'swc', includeOnly: '^commands/',"))
    const { status, output } = await tree.run('check:imports')
    expect(output).toContain(`${Object.keys(CLEAN).length - 1} of ${Object.keys(CLEAN).length} files were not parsed`)
    expect(status).toBe(1)
  })
})
