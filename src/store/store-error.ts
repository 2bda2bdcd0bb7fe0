import { BotError } from '../errors.js'

export type StoreKind = 'sqlite' | 'postgres'

export type StoreTrouble =
  | 'newer'
  // Of a file.
  | 'corrupt'
  | 'read-only'
  | 'full'
  | 'busy'
  | 'not-opened'
  | 'disk-error'
  // Of a server.
  | 'other-tables'
  | 'unreachable'
  | 'refused'
  | 'encryption'
  | 'unread-certificate'
  | 'not-allowed'
  | 'server-read-only'
  | 'server-full'
  | 'server-disk-error'
  | 'server-busy'
  | 'server-slow'
  | 'no-connection-left'

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
  'disk-error': (place) =>
    `The disk of the store ${place} failed while it was read or written. Check the disk, and that it is a local one: SQLite is not safe on a network share.`,
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
  'unread-certificate': (place) =>
    `A file that DATABASE_URL names for the server ${place} cannot be read. Check sslrootcert, sslcert and sslkey.`,
  'server-read-only': (place) =>
    `The database ${place} takes no changes. Set DATABASE_URL to the primary server, not to a copy that can only be read, and check default_transaction_read_only there.`,
  'server-full': (place) => `The disk of the PostgreSQL server ${place} is full. Free some space there.`,
  'server-disk-error': (place) =>
    `The PostgreSQL server ${place} cannot read or write its own files. Its log says which; check its disk.`,
  'server-busy': (place) =>
    `Another session of the PostgreSQL server ${place} holds what the bot needs. End that session (a migration, a transaction left open) and try again.`,
  'server-slow': (place) =>
    `The PostgreSQL server ${place} ended a statement that took too long (the bot gives it 10 seconds). Check its load, and whether another session holds a lock.`,
  'no-connection-left': (place) =>
    `The PostgreSQL server ${place} has no connection left. Raise max_connections there, or end what holds them: each bot takes up to five.`,
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

type Codes = readonly (readonly [code: string, trouble: StoreTrouble])[]

/** By the codes of SQLite and PostgreSQL, and those of Node for connections, each by its beginning. */
const TROUBLES: Codes = [
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_NOTADB', 'corrupt'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_CANTOPEN', 'not-opened'],
  ['SQLITE_IOERR', 'disk-error'],
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
  ['25006', 'server-read-only'],
  ['42P07', 'other-tables'],
  ['53100', 'server-full'],
  ['53300', 'no-connection-left'],
  ['55P03', 'server-busy'],
  ['57014', 'server-slow'],
  ['58', 'server-disk-error'],
  ['XX001', 'server-disk-error'],
  ['XX002', 'server-disk-error'],
]

/** The codes of Node for files, where the store is one. */
const OF_FILES: Codes = [
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['EROFS', 'read-only'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EIO', 'disk-error'],
  ['ENOTDIR', 'not-opened'],
  ['EEXIST', 'not-opened'],
  ['EISDIR', 'not-opened'],
  ['ENOENT', 'not-opened'],
]

/** What a driver threw, in a sentence that says what to do; an error that is nobody's but the program's stays as it is. */
export const explainError = (error: unknown, kind: StoreKind, place: string): Error => {
  if (error instanceof StoreError) return error
  const trouble = troubleOf(error, kind)
  if (trouble) return new StoreError(trouble, place, { cause: error })
  return error instanceof Error ? error : new Error(String(error))
}

const troubleOf = (error: unknown, kind: StoreKind): StoreTrouble | undefined => {
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const byCode = (codes: Codes) => codes.find(([start]) => code.startsWith(start))?.[1]
  const known = byCode(TROUBLES)
  if (known) return known
  const ofFile = byCode(OF_FILES)
  if (ofFile && kind === 'sqlite') return ofFile
  // The files of a server's store are those of its encryption, and the socket to a server of this machine.
  if (ofFile) return 'syscall' in error && error.syscall === 'connect' ? 'unreachable' : 'unread-certificate'
  // These come without a code: several addresses tried, pg's own time limit and broken connections, libsql's open.
  if (error instanceof AggregateError) return error.errors.map((one) => troubleOf(one, kind)).find(Boolean)
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
