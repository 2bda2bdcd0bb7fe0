#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { type Config, environmentVariables, loadEnvironmentFile, readConfig } from './config.js'
import { BotError, formatProblem, InvalidInputError, InvalidKnowledgeError } from './errors.js'
import { createLog } from './log.js'
import { createBot } from './main.js'
import { isSupportedNode } from './node-version.js'
import { answerLines } from './shell/answer-lines.js'
import { answerOnce } from './shell/answer-once.js'
import { chatInTerminal } from './shell/chat-in-terminal.js'
import { readSlackConfig } from './slack/slack-config.js'
import { type Running, startInSlack } from './start.js'
import { startPreview } from './start-preview.js'
import { checkFolder } from './store/check-folder.js'

const USAGE = `Usage: kubecon <command> [options]

  start                 run the bot: in Slack when its tokens are set, else with a web page to try it in
  chat                  talk to the bot in the terminal; also reads piped lines
  ask "<question>"      one answer with citations; exit 0 answered, 1 not found, 2 wrong use
      --json            the answer as JSON
      --jsonl           read {"id","q","context"?} lines, write one answer a line
  doctor                check the connection to Slack and say what to click
  check                 say everything that is wrong with a folder of reports
  store export [file]   what the bot remembers, as JSON lines; to standard output when no file is named
  store import <file>   read an export into an empty store
      --replace         into one that is not empty: what it holds is removed
  store backup [folder] an export named after the moment, read again to be sure (default: backups in DATA_DIR)
  help                  this text

  --knowledge <folder>  another folder of reports (default: knowledge)
`

const options = {
  knowledge: { type: 'string' },
  json: { type: 'boolean', default: false },
  jsonl: { type: 'boolean', default: false },
  replace: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

const run = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = readArguments(args)
  const [command = 'help', ...words] = positionals
  if (values.help || command === 'help') {
    process.stdout.write(USAGE)
    return 0
  }
  loadEnvironmentFile()
  // In Slack the log is what an operator reads; in front of a person it would be in the way.
  const slack = command === 'start' ? readSlackConfig(environmentVariables()) : undefined
  const config: Config = {
    ...readConfig(undefined, slack && 'info'),
    ...(values.knowledge === undefined ? {} : { knowledge: values.knowledge }),
  }
  const log = createLog(config)
  const bot = () => createBot(config.knowledge, log)
  switch (command) {
    case 'start':
      return untilStopped(() => (slack ? startInSlack(config, slack, log) : startPreview(config, log)))
    case 'chat':
      return chatInTerminal(await bot(), config)
    case 'ask':
      if (values.jsonl) return answerLines((await bot()).answer, process.stdin, process.stdout, process.stderr)
      return answerOnce(words.join(' '), await bot(), { json: values.json, colours: config.colours })
    case 'doctor':
      return leave(
        await (await import('./slack/doctor.js')).doctor({ env: environmentVariables(), output: process.stdout }),
      )
    case 'store': {
      const { runStoreCommand } = await import('./store/store-command.js')
      const { stdout: output, stderr: progress } = process
      return runStoreCommand(words, { ...config, replace: values.replace, now: Date.now, output, progress })
    }
    case 'check':
      return checkFolder(config.knowledge, process.stdout)
    default:
      throw new InvalidInputError(`There is no command "${command}".\n\n${USAGE}`)
  }
}

/** Runs until the process is told to end; the answers in work come to their end, a second signal does not wait. */
const untilStopped = async (start: () => Promise<Running>): Promise<never> => {
  // A start has nothing in work.
  let told = (): void => process.exit(0)
  // SIGHUP: the terminal was closed.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => told())
  const { says, stop } = await start()
  const toldToEnd = new Promise<void>((resolve) => {
    told = resolve
  })
  process.stdout.write(`${says}\n`)
  await toldToEnd
  told = () => process.exit(1)
  await stop()
  // Slack's packages leave timers behind.
  process.exit(0)
}

/** Ends once all is written: a WebSocket that is not closed from the other side would hold the process for half a minute. */
const leave = (code: number): Promise<never> => new Promise(() => process.stdout.write('', () => process.exit(code)))

const readArguments = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new InvalidInputError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`, {
      cause: error,
    })
  }
}

const explain = (error: unknown): string => {
  if (error instanceof InvalidKnowledgeError) return [error.message, ...error.problems.map(formatProblem)].join('\n')
  if (error instanceof BotError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

if (!isSupportedNode(process.versions.node)) {
  process.stderr.write(
    `kubecon-bot needs Node 20.19 or later, or 22.12 or later (24 recommended); this is ${process.versions.node}.\n`,
  )
  process.exitCode = 2
} else {
  try {
    process.exitCode = await run(process.argv.slice(2))
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`)
    // At once: a start that failed may have left retries behind.
    process.exit(2)
  }
}
