import { z } from 'zod'
import { InvalidInputError } from '../errors.js'
import { KEPT_TABLES } from './tables.js'

const text = z.string()
const time = z.int()

const ROWS = {
  subscriptions: z.strictObject({
    id: text,
    workspace: text,
    channel: text,
    owner: text,
    time: text,
    weekdays: text,
    zone: text,
    topics: text,
    paused_until: text.nullable(),
    skips: text,
    changed_by: text,
    created_at: time,
    last_slot: text.nullable(),
  }),
  slots: z.strictObject({
    subscription: text,
    slot: text,
    claimed_at: time,
    confirmed_at: time.nullable(),
    message: text.nullable(),
  }),
  rounds: z.strictObject({ subscription: text, round: z.int() }),
  posted: z.strictObject({ subscription: text, round: z.int(), passage: text, posted_at: time }),
  feedback: z.strictObject({
    workspace: text,
    channel: text,
    person: text,
    passage: text,
    verdict: z.int(),
    given_at: time,
  }),
  verdicts: z.strictObject({
    workspace: text,
    channel: text,
    person: text,
    question: text,
    passage: text,
    verdict: z.int(),
    reason: text.nullable(),
    given_at: time,
  }),
  unrated_channels: z.strictObject({ workspace: text, channel: text }),
  questions: z.strictObject({ workspace: text, channel: text, asked_at: time, question: text }),
  turns: z.strictObject({ conversation: text, said_at: time, question: text, answer: text }),
  events: z.strictObject({
    key: text,
    claimed_at: time,
    done_at: time.nullable(),
    tries: z.int(),
    work: text.nullable(),
  }),
} as const

/** Format of an export: a head, one row a line, and an end that counts them, so that half a file is known as half. */
const head = z.strictObject({ store: z.literal('kubecon-bot'), format: z.int(), exported: text })
const end = z.strictObject({ end: z.literal(true), rows: z.int() })
const row = z.strictObject({ table: z.enum(KEPT_TABLES), row: z.looseObject({}) })

const FORMAT = 1

export type StoredRow = {
  [Table in keyof typeof ROWS]: { readonly table: Table; readonly row: z.output<(typeof ROWS)[Table]> }
}[keyof typeof ROWS]

export const renderHead = (now: number): string =>
  JSON.stringify({ store: 'kubecon-bot', format: FORMAT, exported: new Date(now).toISOString() })

export const renderEnd = (rows: number): string => JSON.stringify({ end: true, rows })

/**
 * Rows of an export, as they come.
 * @throws InvalidInputError naming the line that cannot be read
 */
export async function* parseStoredLines(lines: AsyncIterable<string>, file: string): AsyncGenerator<StoredRow> {
  let number = 0
  let rows = 0
  let ended = false
  for await (const line of lines) {
    number += 1
    const wrong = (reason: string) => new InvalidInputError(`${file}:${number}: ${reason}. Nothing was imported.`)
    if (line.trim() === '') continue
    const value = parseJson(line)
    if (value === undefined) throw wrong('not a line of JSON; the file is damaged or no export')
    if (number === 1) {
      const first = head.safeParse(value)
      if (!first.success) throw wrong('not an export of this bot')
      if (first.data.format > FORMAT) throw wrong('exported by a newer version of the bot')
      continue
    }
    if (ended) throw wrong('something follows the end of the export')
    const last = end.safeParse(value)
    if (last.success) {
      if (last.data.rows !== rows) throw wrong(`${rows} rows where ${last.data.rows} were exported`)
      ended = true
      continue
    }
    yield parseRow(value, wrong)
    rows += 1
  }
  if (!ended) throw new InvalidInputError(`${file}: the end is missing; the export was cut off. Nothing was imported.`)
}

const parseRow = (value: unknown, wrong: (reason: string) => Error): StoredRow => {
  const outer = row.safeParse(value)
  if (!outer.success) throw wrong('neither a row of a known table nor the end')
  const { table } = outer.data
  const inner = ROWS[table].safeParse(outer.data.row)
  if (!inner.success) {
    const [issue] = inner.error.issues
    throw wrong(`${table}: ${[issue?.path.join('.'), issue?.message].filter(Boolean).join(': ')}`)
  }
  return { table, row: inner.data } as StoredRow
}

const parseJson = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
