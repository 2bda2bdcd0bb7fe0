import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What a finished run of the command line left behind. */
export interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface RunOptions {
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** A folder with another build. */
  readonly root?: string
}

/** Runs the built `kubecon` as people do: as a process of its own, with nothing of the tests' environment. */
export const runKubecon = (
  args: readonly string[],
  { input = '', env = {}, cwd = ROOT, root = ROOT }: RunOptions = {},
): Promise<Run> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`${root}dist/src/cli.js`, ...args], {
      cwd,
      env: { PATH: process.env['PATH'], ...env },
    })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk
    })
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      err += chunk
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
    // A program that ends early closes its input; what could not be written is no error of the test.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
