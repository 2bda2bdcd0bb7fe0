import { BotError } from '../errors.js'

export type StoreTrouble =
  | 'corrupt'
  | 'read-only'
  | 'full'
  | 'busy'
  | 'not-opened'
  | 'newer'
  | 'other-tables'
  | 'unreachable'
  | 'refused'
  | 'encryption'
  | 'not-allowed'

const SENTENCES: Readonly<Record<StoreTrouble, (place: string) => string>> = {
  corrupt: (place) =>
    `The store ${place} is damaged. Move it aside and start again: the bot then makes an empty one, into which \`kubecon store import <file>\` reads the last backup.`,
  'read-only': (place) =>
    `The store ${place} cannot be written. Give the user that runs the bot the right to write it and its folder, or set DATA_DIR to a folder that can be written.`,
  full: (place) =>
    `The disk of the store ${place} is full. Free some space, or set DATA_DIR to a folder on another disk.`,
  busy: (place) =>
    `The store ${place} is held by another process. End what holds it (another bot, a database browser) and try again.`,
  'not-opened': (place) =>
    `The store ${place} cannot be opened. Check that DATA_DIR names a folder that exists or can be made.`,
  newer: (place) =>
    `The store ${place} was written by a newer version of the bot. Start that version, or move the store aside; an export of the newer version can be kept.`,
  'other-tables': (place) =>
    `The database ${place} has tables of another program. Give the bot a database of its own, and set DATABASE_URL to it.`,
  unreachable: (place) =>
    `The PostgreSQL server ${place} does not answer. Check that it runs, and host, port and network in DATABASE_URL.`,
  refused: (place) =>
    `The PostgreSQL server ${place} refuses the bot. Check user, password and database name in DATABASE_URL.`,
  encryption: (place) =>
    `The PostgreSQL server ${place} and the bot do not agree on encryption. Set sslmode (disable, verify-full …) or sslrootcert in DATABASE_URL as the server needs it.`,
  'not-allowed': (place) =>
    `The user of DATABASE_URL may not make or change tables in ${place}. Make it the owner of a database of its own.`,
}

/** The store cannot be used; the message says which and what to do. Never holds the password of a DATABASE_URL. */
export class StoreError extends BotError {
  readonly code = 'invalid_config'
  readonly trouble: StoreTrouble

  constructor(trouble: StoreTrouble, place: string, options?: ErrorOptions) {
    super(SENTENCES[trouble](place), options)
    this.trouble = trouble
  }
}

/** By the codes of SQLite, PostgreSQL and Node, each by its beginning. */
const TROUBLES: readonly (readonly [code: string, trouble: StoreTrouble])[] = [
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_NOTADB', 'corrupt'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_CANTOPEN', 'not-opened'],
  ['SQLITE_IOERR', 'not-opened'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['EROFS', 'read-only'],
  ['ENOSPC', 'full'],
  ['ENOTDIR', 'not-opened'],
  ['EEXIST', 'not-opened'],
  ['EISDIR', 'not-opened'],
  ['ENOENT', 'not-opened'],
  ['ECONN', 'unreachable'],
  ['EHOST', 'unreachable'],
  ['ENET', 'unreachable'],
  ['ENOTFOUND', 'unreachable'],
  ['EAI_', 'unreachable'],
  ['ETIMEDOUT', 'unreachable'],
  ['EPIPE', 'unreachable'],
  ['SELF_SIGNED_CERT', 'encryption'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'encryption'],
  ['UNABLE_TO_', 'encryption'],
  ['CERT_', 'encryption'],
  ['ERR_TLS', 'encryption'],
  ['ERR_SSL', 'encryption'],
  ['08', 'unreachable'],
  ['57P', 'unreachable'],
  ['28', 'refused'],
  ['3D000', 'refused'],
  ['42501', 'not-allowed'],
  ['25006', 'read-only'],
  ['42P07', 'other-tables'],
  ['53100', 'full'],
  ['53300', 'busy'],
  ['55P03', 'busy'],
  ['57014', 'busy'],
]

/** What a driver threw, in a sentence that says what to do; an error that is nobody's but the program's stays as it is. */
export const explainError = (error: unknown, place: string): Error => {
  if (error instanceof StoreError) return error
  const trouble = troubleOf(error)
  if (trouble) return new StoreError(trouble, place, { cause: error })
  return error instanceof Error ? error : new Error(String(error))
}

const troubleOf = (error: unknown): StoreTrouble | undefined => {
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const known = TROUBLES.find(([start]) => code.startsWith(start))
  if (known) return known[1]
  // These come without a code: several addresses tried, pg's own time limit and broken connections, libsql's open.
  if (error instanceof AggregateError) return error.errors.map(troubleOf).find(Boolean)
  if (/^ConnectionFailed/.test(error.message)) return 'not-opened'
  if (
    /timeout exceeded when trying to connect|Query read timeout|Connection terminated|connection timeout/i.test(
      error.message,
    )
  )
    return 'unreachable'
  if (/does not support SSL/.test(error.message)) return 'encryption'
  if (/^SASL/.test(error.message)) return 'refused'
  return undefined
}
