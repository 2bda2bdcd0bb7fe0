import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'

export interface PostgresServer {
  /** Makes an empty schema, in which the tables of its URL are; much faster than a database. */
  createSchema(): Promise<string>
  /** Makes an empty database. */
  createDatabase(): Promise<string>
  /** Ends the server at once, as a crash does, and starts it again on the same port. */
  crash(): Promise<void>
  /** Ends the server and leaves it down. */
  stop(): Promise<void>
  start(): Promise<void>
  /** Ends the server and removes what it wrote. */
  remove(): Promise<void>
}

/** Folder of PostgreSQL's programs: what POSTGRES_PATH says, else where Debian puts them, else in the PATH. */
export const findPostgres = async (): Promise<string | undefined> => {
  const { POSTGRES_PATH, PATH = '' } = process.env
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? await readdir(debian) : []
  const newest = versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(debian, version, 'bin'))
  const folders = POSTGRES_PATH ? [POSTGRES_PATH] : [...newest, ...PATH.split(delimiter)]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

export interface PostgresOptions {
  /** Waits for the disk as in production; default false, since a killed server loses nothing, only a machine without power would. */
  readonly fsync?: boolean
}

/** A server on a free port in a temporary folder. */
export const startPostgres = async (
  programs: string,
  { fsync = false }: PostgresOptions = {},
): Promise<PostgresServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'kubecon-postgres-'))
  // The server refuses to run as root.
  const user = process.getuid?.() === 0 ? await ordinaryUser() : {}
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const initdb = ['-D', data, '-U', 'kubecon', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync']
  await promisify(execFile)(join(programs, 'initdb'), initdb, { ...user, cwd: folder })
  const port = await freePort()
  const urlOf = (database: string) => `postgres://kubecon@127.0.0.1:${port}/${database}`
  let server: ChildProcess | undefined
  let databases = 0
  let schemas = 0

  const start = async (): Promise<void> => {
    const options = [
      '-D',
      data,
      '-p',
      String(port),
      '-h',
      '127.0.0.1',
      '-k',
      folder,
      '-c',
      `fsync=${fsync ? 'on' : 'off'}`,
    ]
    server = spawn(join(programs, 'postgres'), options, { ...user, cwd: folder, stdio: 'ignore' })
    for (let attempt = 1; ; attempt++) {
      try {
        return await query(urlOf('postgres'), 'select 1')
      } catch (error) {
        if (attempt === 200) throw error
        await wait(50)
      }
    }
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const running = server
    server = undefined
    if (!running) return
    const ended = new Promise((resolve) => running.once('exit', resolve))
    running.kill(signal)
    await ended
  }
  await start()
  return {
    createSchema: async () => {
      schemas += 1
      await query(urlOf('postgres'), `create schema s${schemas}`)
      return `${urlOf('postgres')}?options=${encodeURIComponent(`-c search_path=s${schemas}`)}`
    },
    createDatabase: async () => {
      databases += 1
      await query(urlOf('postgres'), `create database t${databases}`)
      return urlOf(`t${databases}`)
    },
    crash: async () => {
      // SIGQUIT is the server's immediate shutdown: no checkpoint, the next start recovers from the log.
      await end('SIGQUIT')
      await start()
    },
    stop: () => end('SIGINT'),
    start,
    remove: async () => {
      await end('SIGINT')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const query = async (url: string, text: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query(text)
  } finally {
    await client.end()
  }
}

const ordinaryUser = async (): Promise<{ readonly uid?: number; readonly gid?: number }> => {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  const line = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody')
  return line ? { uid: Number(line[2]), gid: Number(line[3]) } : {}
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
