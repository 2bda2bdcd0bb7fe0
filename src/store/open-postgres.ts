import { Kysely, PostgresDialect } from 'kysely'
import { InvalidConfigError } from '../errors.js'
import { explainError } from './store-error.js'
import type { Database, Tables } from './tables.js'
import { type Telling, tellingDialect } from './telling-dialect.js'

/** PostgreSQL's type number of `bigint`, which pg hands over as text unless told otherwise. */
const BIGINT = 20

/** Server and database of a DATABASE_URL, without user and password. */
export const storeServer = (databaseUrl: string): string => {
  const { protocol, hostname, port, pathname, searchParams } = readUrl(databaseUrl)
  if (!/^postgres(ql)?:$/.test(protocol)) throw new InvalidConfigError(WRONG_URL)
  return `${hostname || searchParams.get('host') || 'localhost'}:${port || '5432'}${pathname}`
}

const WRONG_URL = 'DATABASE_URL: expected postgres://user:password@host:5432/database'

const readUrl = (databaseUrl: string): URL => {
  try {
    return new URL(databaseUrl)
  } catch {
    throw new InvalidConfigError(WRONG_URL)
  }
}

/** Connects to a server; pg is loaded only here. */
export const openPostgres = async (databaseUrl: string, onResult: Telling['onResult']): Promise<Database> => {
  const place = storeServer(databaseUrl)
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'kubecon-bot',
    max: 5,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    keepAlive: true,
    types: {
      getTypeParser: (type, format) => (type === BIGINT ? Number : pg.types.getTypeParser(type, format)),
    },
  })
  // A connection that breaks while nobody uses it: the next statement opens another, but the reason should be known.
  pool.on('error', (error) => onResult(explainError(error, 'postgres', place)))
  return new Kysely<Tables>({
    dialect: tellingDialect(new PostgresDialect({ pool }), { kind: 'postgres', place, onResult }),
  })
}
