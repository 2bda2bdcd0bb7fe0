import { Kysely, PostgresDialect } from 'kysely'
import { databaseVariable } from '../config.js'
import { InvalidConfigError } from '../errors.js'
import { createImpatientPool } from './impatient-pool.js'
import { explainError } from './store-error.js'
import type { Database, Tables } from './tables.js'
import { type Telling, tellingDialect } from './telling-dialect.js'

/** PostgreSQL's type number of `bigint`, which pg hands over as text unless told otherwise. */
const BIGINT = 20

/** Server and database of a DATABASE_URL, without user and password. */
export const storeServer = (databaseUrl: string): string => {
  const { data, error } = databaseVariable.safeParse(databaseUrl)
  if (data === undefined)
    throw new InvalidConfigError(`DATABASE_URL: ${error.issues.map(({ message }) => message).join(' ')}`)
  const { hostname, port, pathname, searchParams } = new URL(data)
  return `${hostname || searchParams.get('host')}:${port || '5432'}${pathname}`
}

/** How long is waited for a server that says nothing, in milliseconds. */
const PATIENCE = {
  connecting: 5_000,
  /** A little longer than the server itself gives a statement. */
  answering: 12_000,
  /** After which it is tried again. */
  pause: 5_000,
}

/** Connects to a server; pg is loaded only here. */
export const openPostgres = async (
  databaseUrl: string,
  onResult: Telling['onResult'],
  { connecting, answering, pause } = PATIENCE,
): Promise<Database> => {
  const place = storeServer(databaseUrl)
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'kubecon-bot',
    max: 5,
    connectionTimeoutMillis: connecting,
    statement_timeout: 10_000,
    query_timeout: answering,
    keepAlive: true,
    types: {
      getTypeParser: (type, format) => (type === BIGINT ? Number : pg.types.getTypeParser(type, format)),
    },
  })
  // A connection that breaks while nobody uses it: the next statement opens another, but the reason should be known.
  pool.on('error', (error) => onResult(explainError(error, 'postgres', place)))
  return new Kysely<Tables>({
    dialect: tellingDialect(new PostgresDialect({ pool: createImpatientPool(pool, pause) }), {
      kind: 'postgres',
      place,
      onResult,
    }),
  })
}
