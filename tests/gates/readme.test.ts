import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { ROOT } from '../support/run-kubecon.js'

/** The first block of a language in the README. */
const exampleIn = async (language: string): Promise<string> => {
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8')
  const [, text] = new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(readme) ?? []
  if (text === undefined) throw new Error(`The README has no example in ${language}.`)
  return text
}

/** A folder with a copy of the project's parts, and what runs there. */
const projectWith = async (...parts: readonly string[]) => {
  const folder = await mkdtemp(join(tmpdir(), 'kubecon-readme-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const part of parts) await cp(join(ROOT, part), join(folder, part), { recursive: true })
  for (const shared of ['node_modules', 'package.json', 'tsconfig.json'])
    await symlink(join(ROOT, shared), join(folder, shared))
  const run = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
    return { status, output: stdout + stderr }
  }
  return { folder, run }
}

it('shows a command that works when it is dropped into commands/', async () => {
  const { folder, run } = await projectWith('src', 'commands', 'knowledge', 'scripts')
  const example = await exampleIn('ts')
  const [, file = ''] = /^\/\/ (commands\/\S+)\n/.exec(example) ?? []
  await writeFile(join(folder, file), example)
  expect(run('scripts/build.mjs')).toEqual({ status: 0, output: '' })
  expect(run('dist/src/cli.js', 'ask', 'shout hello')).toEqual({ status: 0, output: 'HELLO\n' })
  expect(run('dist/src/cli.js', 'ask', 'help shout').output).toContain('Say the words louder.')
}, 30_000)

it('shows a report that is well-formed, and answered from', async () => {
  const { folder, run } = await projectWith('dist', 'knowledge')
  const example = await exampleIn('markdown')
  await writeFile(join(folder, 'knowledge', 'paris-2024-doe.md'), example)
  expect(run('dist/src/cli.js', 'check')).toMatchObject({ status: 0, output: expect.stringContaining('6 reports') })
  expect(run('dist/src/cli.js', 'ask', 'report paris-2024-doe').output).toContain('What I took home from Paris')
}, 30_000)
