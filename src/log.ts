import { type DestinationStream, type Logger, pino } from 'pino'

/** What people wrote must never reach a log. */
const WRITTEN = ['text', '*.text']

/** Names of values that must never reach a log, however deep. */
const SECRET_VALUE =
  /"(\w*token|signingSecret|databaseUrl|connectionString|password|authorization)":"(?:[^"\\]|\\.)*"/gi

/** What gives itself away as a secret wherever it stands: Slack's tokens, and what names a user of a server. */
const TOKEN = /\b(xox[a-z][.-]|xapp-)[\w.-]+/g
const SERVER_USER = /\b(postgres(?:ql)?:\/\/)[^\s"]*@/gi

const withoutSecrets = (line: string): string =>
  line.replace(SECRET_VALUE, '"$1":"…"').replace(TOKEN, '$1…').replace(SERVER_USER, '$1…@')

/** JSON lines on standard error unless told otherwise, so that standard output stays the program's answer. */
export const createLog = (
  { logLevel }: { readonly logLevel: string },
  output: DestinationStream = pino.destination({ fd: 2, sync: true }),
): Logger => pino({ level: logLevel, redact: WRITTEN, base: null, hooks: { streamWrite: withoutSecrets } }, output)
