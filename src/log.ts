import { type Logger, pino } from 'pino'

/** Paths that must never reach a log: tokens, and what people wrote. */
const REDACTED = [
  'token',
  'appToken',
  'signingSecret',
  'databaseUrl',
  '*.databaseUrl',
  '*.token',
  '*.text',
  'text',
  'headers.authorization',
]

/** JSON lines on standard error, so that standard output stays the program's answer. */
export const createLog = ({ logLevel }: { readonly logLevel: string }): Logger =>
  pino({ level: logLevel, redact: REDACTED, base: null }, pino.destination({ fd: 2, sync: true }))
