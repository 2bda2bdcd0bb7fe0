import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'dotenv'
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
  /** Port of the preview, or for Slack's requests over HTTP; 0 for any that is free, undefined for the usual one. */
  readonly port: number | undefined
  readonly colours: boolean | undefined
  /** File that keeps the lines typed in the terminal chat. */
  readonly historyFile: string
}

/** What the environment sets, by name. */
export type Environment = Readonly<Record<string, string | undefined>>

/** An empty variable counts as not set: that is how `.env` files leave one out. */
const isSet = (value: string | undefined): value is string => value !== undefined && value.trim() !== ''

/** A port as a variable says it; 0 for any that is free. */
export const portVariable = z
  .string()
  .trim()
  .refine((value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535, 'a port number from 0 to 65535.')
  .transform(Number)

/** One of a few words, however it is typed. */
export const wordVariable = <const Word extends string>(words: readonly [Word, ...Word[]]) =>
  z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.enum(words, `${words.slice(0, -1).join(', ')} or ${words.at(-1)}.`))

/** PostgreSQL's address. Whoever leaves a / in the password as it is would have half of it taken for the database's name. */
export const databaseVariable = z
  .string()
  .trim()
  .refine((value) => {
    if (!URL.canParse(value)) return false
    const { protocol, hostname, pathname, search, searchParams, hash } = new URL(value)
    const isComplete = (hostname !== '' || searchParams.get('host')) && /^\/[^/]/.test(pathname)
    return /^postgres(?:ql)?:$/.test(protocol) && isComplete && !`${pathname}${search}${hash}`.includes('@')
  }, 'expected postgres://user:password@host:5432/database; in the password, write / as %2F, ? as %3F, # as %23 and @ as %40.')

/**
 * Reads some of the variables; those that are empty are left out.
 * @returns what is set, undefined when something is wrong, and a line for each variable that is: its name, never its value
 */
export const readVariables = <Values>(
  schema: z.ZodType<Values>,
  env: Environment,
): { readonly values: Values | undefined; readonly problems: readonly string[] } => {
  const { data, error } = schema.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => isSet(value))))
  return {
    values: data,
    problems: error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [],
  }
}

const environment = z.object({
  DATA_DIR: z.string().optional(),
  DATABASE_URL: databaseVariable.optional(),
  KNOWLEDGE_DIR: z.string().optional(),
  KUBECON_HISTORY: z.string().optional(),
  LOG_LEVEL: wordVariable(['trace', 'debug', 'info', 'warn', 'error', 'silent']).optional(),
  PORT: portVariable.optional(),
  NO_COLOR: z.string().optional(),
  FORCE_COLOR: z.string().optional(),
})

/**
 * Reads the environment; the one place that does.
 * @throws InvalidConfigError naming every variable that is wrong, never its value
 */
export const readConfig = (
  env: Environment = process.env,
  /** Level of the log when none is set. */
  logLevel: Config['logLevel'] = 'warn',
): Config => {
  const { values, problems } = readVariables(environment, env)
  if (values === undefined) throw new InvalidConfigError(problems.join('\n'))
  const { DATA_DIR, DATABASE_URL, KNOWLEDGE_DIR, KUBECON_HISTORY, LOG_LEVEL, PORT, NO_COLOR, FORCE_COLOR } = values
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
export const environmentVariables = (): Environment => process.env

/**
 * Adds what a file `.env` in the working directory sets to the environment; what is set there already stays.
 * @throws InvalidConfigError when there is such a file and it cannot be read
 */
export const loadEnvironmentFile = (): void => {
  const file = Object.entries(parse(readEnvironmentFile()))
  for (const [name, value] of file) if (!isSet(process.env[name])) process.env[name] = value
}

const readEnvironmentFile = (): string => {
  try {
    return readFileSync('.env', 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    if (code === 'ENOENT') return ''
    // Going on without it would start the preview where the tokens of Slack are in there.
    throw new InvalidConfigError(
      `.env cannot be read (${code}). Make it a file that this user may read, or remove it if its variables are set elsewhere.`,
      { cause: error },
    )
  }
}
