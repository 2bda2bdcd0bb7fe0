import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ROOT, type Run } from './run-kubecon.js'

/** A line of the bot's log. */
export type LogLine = Readonly<Record<string, unknown>>

/** A `kubecon start` that says it is heard. */
export interface StartedKubecon {
  /** Its standard output up to now. */
  readonly out: string
  /** Its standard error up to now. */
  readonly err: string
  /** The first line of its log that fits, of those there are and those to come. Never settles when none comes. */
  untilLogged(fits: (line: LogLine) => boolean): Promise<LogLine>
  signal(signal: NodeJS.Signals): void
  readonly isRunning: boolean
  /** Resolves when it has ended, of itself or by a signal. */
  readonly ended: Promise<Run>
  /** Ends it as an operator would. */
  stop(): Promise<Run>
}

/** It ended before it was heard. */
export class NotStartedError extends Error {
  readonly run: Run

  constructor(run: Run) {
    super(`kubecon start ended with ${run.code}:\n${run.err}`)
    this.name = 'NotStartedError'
    this.run = run
  }
}

/** Where it runs: no `.env` of a developer is read there. */
const AWAY = `${ROOT}tests`

/**
 * Starts the built `kubecon start` as a process of its own, with nothing of the tests' environment but what `env` sets
 * and, unless that sets one, a data folder of its own.
 * `root` is a folder with another build, `entry` another program and its arguments.
 * @throws NotStartedError
 */
export const startKubecon = async (
  env: Readonly<Record<string, string>>,
  { root = ROOT, entry = ['dist/src/cli.js', 'start'] }: { root?: string; entry?: readonly string[] } = {},
): Promise<StartedKubecon> => {
  const dataDir = env['DATA_DIR'] ?? (await mkdtemp(join(tmpdir(), 'kubecon-data-')))
  const child = spawn(process.execPath, [`${root}${entry[0]}`, ...entry.slice(1)], {
    cwd: AWAY,
    env: { PATH: process.env['PATH'], KNOWLEDGE_DIR: `${ROOT}knowledge`, DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // Were the tests to end without stopping it, it would try for ever to reach a Slack that is gone.
  const kill = (): void => void child.kill('SIGKILL')
  process.once('exit', kill)
  let out = ''
  let err = ''
  const logged: LogLine[] = []
  const waiting = new Set<(line: LogLine) => void>()
  createInterface(child.stderr).on('line', (line) => {
    err += `${line}\n`
    const parsed = parseLine(line)
    if (!parsed) return
    logged.push(parsed)
    for (const take of waiting) take(parsed)
  })
  const heard = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk
      if (out.includes('\n')) resolve()
    })
  })
  const ended = once(child, 'close').then(async ([code, signal]): Promise<Run> => {
    process.off('exit', kill)
    if (env['DATA_DIR'] === undefined) await rm(dataDir, { recursive: true, force: true })
    if (signal !== null) err += `ended by ${signal}\n`
    return { code: code as number | null, out, err }
  })
  await Promise.race([
    heard,
    ended.then((run) => {
      throw new NotStartedError(run)
    }),
  ])
  return {
    get out() {
      return out
    },
    get err() {
      return err
    },
    untilLogged: (fits) => {
      const found = logged.find(fits)
      if (found) return Promise.resolve(found)
      return new Promise((resolve) => {
        const take = (line: LogLine): void => {
          if (!fits(line)) return
          waiting.delete(take)
          resolve(line)
        }
        waiting.add(take)
      })
    },
    signal: (signal) => void child.kill(signal),
    get isRunning() {
      return child.exitCode === null && child.signalCode === null
    },
    ended,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

const parseLine = (line: string): LogLine | undefined => {
  try {
    const parsed: unknown = JSON.parse(line)
    return typeof parsed === 'object' && parsed !== null ? (parsed as LogLine) : undefined
  } catch {
    return undefined
  }
}
