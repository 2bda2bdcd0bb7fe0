import { homedir } from 'node:os'
import { join } from 'node:path'
import { config as loadDotenv } from 'dotenv'
import { z } from 'zod'
import { InvalidConfigError } from './errors.js'

/** What the environment sets. */
export interface Config {
  /** Folder of reports. */
  readonly knowledge: string
  /** Folder of the embedded store. */
  readonly dataDir: string
  /** Address of a PostgreSQL server with its password, instead of the embedded store; never to be shown. */
  readonly databaseUrl: string | undefined
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** Port of the web chat page; undefined for the usual one, or any that is free. */
  readonly port: number | undefined
  readonly colours: boolean | undefined
  /** File that keeps the lines typed in the terminal chat. */
  readonly historyFile: string
}

/** An empty variable counts as not set: that is how `.env` files leave one out. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), schema.optional())

const environment = z.object({
  DATA_DIR: optional(z.string()),
  DATABASE_URL: optional(
    z.url({ protocol: /^postgres(?:ql)?$/, error: 'expected postgres://user:password@host:5432/database' }),
  ),
  KNOWLEDGE_DIR: optional(z.string()),
  KUBECON_HISTORY: optional(z.string()),
  LOG_LEVEL: optional(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])),
  PORT: optional(z.coerce.number().int().min(0).max(65_535)),
  NO_COLOR: optional(z.string()),
  FORCE_COLOR: optional(z.string()),
})

/**
 * Reads the environment; the one place that does.
 * @throws InvalidConfigError naming every variable that is wrong, never its value
 */
export const readConfig = (
  env: Readonly<Record<string, string | undefined>> = process.env,
  /** Level of the log when none is set. */
  logLevel: Config['logLevel'] = 'warn',
): Config => {
  const parsed = environment.safeParse(env)
  if (!parsed.success)
    throw new InvalidConfigError(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'),
    )
  const { DATA_DIR, DATABASE_URL, KNOWLEDGE_DIR, KUBECON_HISTORY, LOG_LEVEL, PORT, NO_COLOR, FORCE_COLOR } = parsed.data
  return {
    knowledge: KNOWLEDGE_DIR ?? 'knowledge',
    dataDir: DATA_DIR ?? 'data',
    databaseUrl: DATABASE_URL,
    logLevel: LOG_LEVEL ?? logLevel,
    port: PORT,
    historyFile: KUBECON_HISTORY ?? join(homedir(), '.kubecon-bot-history'),
    colours: NO_COLOR !== undefined ? false : FORCE_COLOR === undefined ? undefined : FORCE_COLOR !== '0',
  }
}

/** Every variable, for the edges that read their own. */
export const environmentVariables = (): Readonly<Record<string, string | undefined>> => process.env

/** Adds what a file `.env` in the working directory sets to the environment; what is set already stays. */
export const loadEnvironmentFile = (): void => {
  loadDotenv({ quiet: true })
}
