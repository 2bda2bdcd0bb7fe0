#!/usr/bin/env node
import { type Config, environmentVariables, loadEnvironmentFile, readConfig } from './config.js'
import { BotError, formatProblem, InvalidCommandError, InvalidConfigError, InvalidKnowledgeError } from './errors.js'
import { createLog } from './log.js'
import { createBot } from './main.js'
import { isSupportedNode } from './node-version.js'
import { type Arguments, type CommandName, readArguments, USAGE } from './read-arguments.js'
import { answerLines } from './shell/answer-lines.js'
import { answerOnce } from './shell/answer-once.js'
import { chatInTerminal } from './shell/chat-in-terminal.js'
import { readSlackConfig, type SlackConfig } from './slack/slack-config.js'
import { type Running, startInSlack } from './start.js'
import { startPreview, warnOfPreview } from './start-preview.js'
import { checkFolder } from './store/check-folder.js'

const run = async ({ command, words, folder, json, jsonl, replace }: Arguments): Promise<number> => {
  if (command === 'help') {
    process.stdout.write(USAGE)
    return 0
  }
  loadEnvironmentFile()
  const { slack, ...set } = readSettings(command)
  const config: Config = { ...set.config, ...(folder !== undefined && { knowledge: folder }) }
  const log = createLog(config)
  const bot = () => createBot(config.knowledge, log)
  switch (command) {
    case 'start':
      return untilStopped(() => {
        if (slack) return startInSlack(config, slack, log)
        warnOfPreview(environmentVariables(), process.stdin.isTTY || process.stdout.isTTY, log)
        return startPreview(config, log)
      })
    case 'chat':
      return chatInTerminal(await bot(), config)
    case 'ask':
      if (jsonl) return answerLines((await bot()).answer, process.stdin, process.stdout, process.stderr)
      return answerOnce(words.join(' '), await bot(), { json, colours: config.colours })
    case 'doctor':
      return leave(
        await (await import('./slack/doctor.js')).doctor({ env: environmentVariables(), output: process.stdout }),
      )
    case 'store': {
      const { runStoreCommand } = await import('./store/store-command.js')
      const { stdout: output, stderr: progress } = process
      return runStoreCommand(words, { ...config, replace, now: Date.now, output, progress })
    }
    case 'check':
      return checkFolder(config.knowledge, process.stdout)
  }
}

/**
 * What the environment sets, with what a start needs to reach Slack.
 * @throws InvalidConfigError naming everything that is wrong at once
 */
const readSettings = (command: CommandName): { readonly config: Config; readonly slack: SlackConfig | undefined } => {
  const env = environmentVariables()
  const problems = new Set<string>()
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof InvalidConfigError)) throw error
      for (const line of error.message.split('\n')) problems.add(line)
      return undefined
    }
  }
  const slack = command === 'start' ? attempt(() => readSlackConfig(env)) : undefined
  // In Slack the log is what an operator reads; in front of a person it would be in the way.
  const config = attempt(() => readConfig(env, slack && 'info'))
  if (config === undefined || problems.size > 0) throw new InvalidConfigError([...problems].join('\n'))
  return { config, slack }
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

/** What a shell says of a program that went on writing to a closed pipe: 128 and the number of SIGPIPE. */
const UNREAD = 141

/** Nobody reads on (`| head -1`), which is no error of theirs; who listens as well says what it means. */
const endUnread = (error: NodeJS.ErrnoException): void => {
  if (process.stdout.listenerCount('error') > 1) return
  if (error.code !== 'EPIPE') process.stderr.write(`Standard output cannot be written (${error.message}).\n`)
  process.exit(error.code === 'EPIPE' ? UNREAD : 2)
}

/** Code of sysexits.h for a start that fails again until somebody changes a setting or a file; systemd can be told so. */
const EX_CONFIG = 78

const needsChange = (error: unknown): boolean =>
  [InvalidConfigError, InvalidKnowledgeError, InvalidCommandError].some((kind) => error instanceof kind)

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
  process.stdout.on('error', endUnread)
  let command: CommandName | undefined
  try {
    const given = readArguments(process.argv.slice(2))
    command = given.command
    process.exitCode = await run(given)
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`)
    // At once: a start that failed may have left retries behind.
    process.exit(command === 'start' && needsChange(error) ? EX_CONFIG : 2)
  }
}
