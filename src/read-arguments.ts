import { parseArgs } from 'node:util'
import { InvalidInputError } from './errors.js'

export const USAGE = `Usage: kubecon <command> [options]

  start                 run the bot: in Slack when its tokens are set, else with a web page to try it in
  chat                  talk to the bot in the terminal; also reads piped lines
  ask "<question>"      one answer with citations; exit 0 answered, 1 not found, 2 else
      --json            the answer as JSON
      --jsonl           read {"id","q","context"?} lines, write one answer a line
  doctor                check the connection to Slack and say what to click
  check [folder]        say everything that is wrong with a folder of reports
  store export [file]   what the bot remembers, as JSON lines; to standard output when no file is named
  store import <file>   read an export into an empty store
      --replace         into one that is not empty: what it holds is removed
  store backup [folder] an export named after the moment, read again to be sure (default: backups in DATA_DIR)
  help                  this text

  --knowledge <folder>  another folder of reports (default: knowledge)
`

const OPTIONS = {
  knowledge: { type: 'string' },
  json: { type: 'boolean', default: false },
  jsonl: { type: 'boolean', default: false },
  replace: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

type Option = keyof typeof OPTIONS

interface Takes {
  readonly options: readonly Option[]
  /** How many words may follow; those of `store` it counts itself. */
  readonly words: number
}

/** What each command takes. */
const COMMANDS = {
  start: { options: ['knowledge'], words: 0 },
  chat: { options: ['knowledge'], words: 0 },
  ask: { options: ['knowledge', 'json', 'jsonl'], words: Number.POSITIVE_INFINITY },
  doctor: { options: [], words: 0 },
  check: { options: ['knowledge'], words: 1 },
  store: { options: ['replace'], words: Number.POSITIVE_INFINITY },
  help: { options: ['knowledge', 'json', 'jsonl', 'replace'], words: Number.POSITIVE_INFINITY },
} as const satisfies Record<string, Takes>

export type CommandName = keyof typeof COMMANDS

/** What the command line says. */
export interface Arguments {
  readonly command: CommandName
  /** What follows the command. */
  readonly words: readonly string[]
  /** Of reports; undefined where none is named. */
  readonly folder: string | undefined
  readonly json: boolean
  readonly jsonl: boolean
  readonly replace: boolean
}

/**
 * Reads the command line. What a command does not take is refused: passed over, it would seem to have worked.
 * @throws InvalidInputError naming what is wrong
 */
export const readArguments = (args: readonly string[]): Arguments => {
  const { values, positionals } = parse(args)
  const { help, knowledge, json, jsonl, replace } = values
  const [name = 'help', ...words] = positionals
  const command = help ? 'help' : name
  if (!isCommand(command)) throw wrong(`There is no command "${command}".`)
  const { options, words: most }: Takes = COMMANDS[command]
  const foreign = (Object.keys(values) as Option[]).find(
    (one) => one !== 'help' && values[one] && !options.includes(one),
  )
  if (foreign !== undefined) throw wrong(`"${command}" does not take --${foreign}.`)
  if (words.length > most) throw wrong(`"${words.slice(most).join(' ')}" is too much for "${command}".`)
  if (json && jsonl) throw wrong('Take --json or --jsonl, not both.')
  if (jsonl && words.length > 0) throw wrong('With --jsonl the questions are read from standard input.')
  if (command === 'check' && knowledge !== undefined && words.length > 0) throw wrong('Name one folder to check.')
  const folder = command === 'check' ? (words[0] ?? knowledge) : knowledge
  if (folder?.trim() === '') throw wrong('The name of the folder of reports is empty.')
  return { command, words, folder, json, jsonl, replace }
}

/** By own names only: `toString` is no command. */
const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name)

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true })
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error), error)
  }
}

const wrong = (what: string, cause?: unknown): InvalidInputError =>
  new InvalidInputError(`${what}\n\n${USAGE}`, cause === undefined ? {} : { cause })
