#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { type Config, loadEnvironmentFile, readConfig } from './config.js'
import { BotError, formatProblem, InvalidInputError, InvalidKnowledgeError } from './errors.js'
import { createLog } from './log.js'
import { createBot } from './main.js'
import { isSupportedNode } from './node-version.js'
import { answerLines } from './shell/answer-lines.js'
import { answerOnce } from './shell/answer-once.js'
import { chatInTerminal } from './shell/chat-in-terminal.js'
import { checkFolder } from './store/check-folder.js'

const USAGE = `Usage: kubecon <command> [options]

  start                 run the bot (until Slack is connected: the terminal chat)
  chat                  talk to the bot in the terminal; also reads piped lines
  ask "<question>"      one answer with citations; exit 0 answered, 1 not found, 2 wrong use
      --json            the answer as JSON
      --jsonl           read {"id","q","context"?} lines, write one answer a line
  check                 say everything that is wrong with a folder of reports
  help                  this text

  --knowledge <folder>  another folder of reports (default: knowledge)
`

const options = {
  knowledge: { type: 'string' },
  json: { type: 'boolean', default: false },
  jsonl: { type: 'boolean', default: false },
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
  const config: Config = { ...readConfig(), ...(values.knowledge === undefined ? {} : { knowledge: values.knowledge }) }
  const bot = () => createBot(config.knowledge, createLog(config))
  switch (command) {
    case 'start':
    case 'chat':
      return chatInTerminal(await bot(), config)
    case 'ask':
      if (values.jsonl) return answerLines((await bot()).answer, process.stdin, process.stdout, process.stderr)
      return answerOnce(words.join(' '), await bot(), { json: values.json, colours: config.colours })
    case 'check':
      return checkFolder(config.knowledge, process.stdout)
    default:
      throw new InvalidInputError(`There is no command "${command}".\n\n${USAGE}`)
  }
}

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
    process.exitCode = 2
  }
}
