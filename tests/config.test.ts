import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { loadEnvironmentFile, readConfig } from '../src/config.js'
import { InvalidConfigError } from '../src/errors.js'

const DEFAULTS = {
  knowledge: 'knowledge',
  dataDir: 'data',
  databaseUrl: undefined,
  logLevel: 'warn',
  historyFile: join(homedir(), '.kubecon-bot-history'),
  port: undefined,
  colours: undefined,
}

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual(DEFAULTS)
  })

  it.each([
    ['KNOWLEDGE_DIR', '/srv/reports', { knowledge: '/srv/reports' }],
    ['DATA_DIR', '/srv/data', { dataDir: '/srv/data' }],
    ['DATABASE_URL', 'postgres://u:p@h:5432/d', { databaseUrl: 'postgres://u:p@h:5432/d' }],
    ['DATABASE_URL', 'postgresql:///d?host=/run/pg', { databaseUrl: 'postgresql:///d?host=/run/pg' }],
    ['DATABASE_URL', 'postgres://u:2024%2Fp%40@h/d?x=%40', { databaseUrl: 'postgres://u:2024%2Fp%40@h/d?x=%40' }],
    ['KUBECON_HISTORY', '/tmp/history', { historyFile: '/tmp/history' }],
    ['LOG_LEVEL', 'debug', { logLevel: 'debug' }],
    ['LOG_LEVEL', 'silent', { logLevel: 'silent' }],
    ['LOG_LEVEL', ' INFO ', { logLevel: 'info' }],
    ['PORT', '8080', { port: 8080 }],
    ['PORT', '0', { port: 0 }],
    ['NO_COLOR', '1', { colours: false }],
    ['NO_COLOR', 'anything', { colours: false }],
    ['FORCE_COLOR', '1', { colours: true }],
  ])('takes %s=%s', (name, value, change) => {
    expect(readConfig({ [name]: value })).toEqual({ ...DEFAULTS, ...change })
  })

  it('lets NO_COLOR win over FORCE_COLOR', () => {
    expect(readConfig({ NO_COLOR: '1', FORCE_COLOR: '1' }).colours).toBe(false)
  })

  it('takes FORCE_COLOR=0 as no colours, as Node does', () => {
    expect(readConfig({ FORCE_COLOR: '0' }).colours).not.toBe(true)
  })

  it.each([
    'KNOWLEDGE_DIR',
    'DATA_DIR',
    'DATABASE_URL',
    'KUBECON_HISTORY',
    'LOG_LEVEL',
    'PORT',
    'NO_COLOR',
    'FORCE_COLOR',
  ])('takes an empty %s as not set', (name) => {
    expect(readConfig({ [name]: '' })).toEqual(DEFAULTS)
  })

  it('passes over variables of others', () => {
    expect(readConfig({ PATH: '/bin', LOGLEVEL: 'debug', knowledge_dir: '/x' })).toEqual(DEFAULTS)
  })

  it.each(['verbose', 'warning', 'de bug', '30'])('refuses LOG_LEVEL=%s, naming it and what it may be', (value) => {
    const refused = () => readConfig({ LOG_LEVEL: value })
    expect(refused).toThrow(InvalidConfigError)
    expect(refused).toThrow(/^LOG_LEVEL: trace, debug, info, warn, error or silent\.$/)
  })

  it.each(['http', '-1', '65536', '80.5', '80 81', '0x50', '1e3'])('refuses PORT=%s, naming it', (value) => {
    const refused = () => readConfig({ PORT: value })
    expect(refused).toThrow(InvalidConfigError)
    expect(refused).toThrow(/^PORT: a port number from 0 to 65535\.$/)
  })

  it.each([
    'nonsense',
    'mysql://u:geheim@h/d',
    'postgres//u:geheim@h',
    'http://u:geheim@h/d',
    '/var/lib/geheim.db',
    'postgres:',
    'postgres:///geheim',
    'postgres://u:geheim@h',
    'postgres://u:geheim@h:5432/',
    'postgres://u:ge/heim@h/d',
    'postgres://u:2024/geheim@h/d',
    'postgres://u:2024/d#geheim@h/d',
    'postgres://u:2024/d?geheim@h/d',
  ])('refuses DATABASE_URL=%s, naming it and its form', (value) => {
    const refused = () => readConfig({ DATABASE_URL: value })
    expect(refused).toThrow(InvalidConfigError)
    expect(refused).toThrow(
      /^DATABASE_URL: expected postgres:\/\/user:password@host:5432\/database; in the password, write \/ as %2F/,
    )
    expect(refused).toThrow(/^(?!.*geheim)/s)
  })

  it('names every variable that is wrong, a line each', () => {
    expect(() => readConfig({ LOG_LEVEL: 'loud', PORT: 'http' })).toThrow(/^LOG_LEVEL: .+\nPORT: .+$/)
  })

  it('lets its caller say how much to log when nothing is set', () => {
    expect(readConfig({}, 'info').logLevel).toBe('info')
    expect(readConfig({ LOG_LEVEL: 'error' }, 'info').logLevel).toBe('error')
  })

  it('never says the value back: it may be a secret put in the wrong place', () => {
    const secret = 'xoxb-1234'
    expect(() => readConfig({ LOG_LEVEL: secret, PORT: secret, DATABASE_URL: secret })).toThrow(/^(?!.*xoxb)/s)
  })
})

describe('loadEnvironmentFile', () => {
  const home = process.cwd()
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kubecon-env-'))
    process.chdir(folder)
    vi.stubEnv('KUBECON_HISTORY', undefined)
    vi.stubEnv('LOG_LEVEL', 'error')
  })
  afterEach(async () => {
    process.chdir(home)
    vi.unstubAllEnvs()
    await rm(folder, { recursive: true })
  })

  it('adds what a file .env of the working directory sets, and changes nothing that is set', async () => {
    await writeFile(join(folder, '.env'), '# the bot\nKUBECON_HISTORY="/tmp/my history"\nLOG_LEVEL=debug\n')
    loadEnvironmentFile()
    expect(readConfig()).toMatchObject({ historyFile: '/tmp/my history', logLevel: 'error' })
  })

  it('fills in what the environment sets to nothing', async () => {
    vi.stubEnv('LOG_LEVEL', ' ')
    await writeFile(join(folder, '.env'), 'LOG_LEVEL=debug\nKUBECON_HISTORY=\n')
    loadEnvironmentFile()
    expect(readConfig()).toMatchObject({ historyFile: DEFAULTS.historyFile, logLevel: 'debug' })
  })

  it('does not go on without a file that it cannot read', async () => {
    await mkdir(join(folder, '.env'))
    expect(loadEnvironmentFile).toThrow(InvalidConfigError)
    expect(loadEnvironmentFile).toThrow(/^\.env cannot be read \(EISDIR\)\. Make it a file that this user may read/)
  })

  it('does without a file', () => {
    loadEnvironmentFile()
    expect(readConfig()).toMatchObject({ historyFile: DEFAULTS.historyFile, logLevel: 'error' })
  })
})
