import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'

export const PROJECT = resolve(import.meta.dirname, '../..')

/** What the gates read besides the source. */
const CONFIGURATION = ['package.json', 'tsconfig.json', 'biome.json', 'knip.json', '.dependency-cruiser.mjs', 'scripts']

export interface PackageJson {
  readonly engines: { readonly node: string }
  readonly scripts: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

export const readPackageJson = async (): Promise<PackageJson> =>
  JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8'))

export interface Outcome {
  readonly status: number | null
  /** Standard output and standard error, as they came. */
  readonly output: string
}

export interface PlantedTree {
  readonly folder: string
  /** Runs a script of the project's package.json in this tree; `more` is appended to its command. */
  run(script: string, more?: string): Promise<Outcome>
}

/** The files in a new temporary folder, with the project's real configuration and packages. Gone after the test. */
export const plantTree = async (files: Readonly<Record<string, string>>): Promise<PlantedTree> => {
  const folder = await mkdtemp(join(tmpdir(), 'kubecon-gate-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await Promise.all([
    ...CONFIGURATION.map((path) => cp(join(PROJECT, path), join(folder, path), { recursive: true })),
    symlink(join(PROJECT, 'node_modules'), join(folder, 'node_modules')),
  ])
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  const { scripts } = await readPackageJson()
  return {
    folder,
    run: (script, more = '') => runCommand(`${scripts[script]} ${more}`, folder),
  }
}

/** Runs a shell command with the project's programs on its path. */
export const runCommand = (command: string, folder: string): Promise<Outcome> =>
  new Promise((settle, reject) => {
    const path = `${join(PROJECT, 'node_modules/.bin')}${delimiter}${process.env['PATH']}`
    const child = spawn(command, { cwd: folder, shell: true, env: { ...process.env, PATH: path, NO_COLOR: '1' } })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    }
    child.on('error', reject).on('close', (status) => settle({ status, output }))
  })
