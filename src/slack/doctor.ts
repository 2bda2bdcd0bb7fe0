import type { Writable } from 'node:stream'
import { InvalidConfigError } from '../errors.js'
import { ANSWER_WITHIN, type Check, checkBot, checkServer, checkSettings, checkSockets } from './doctor-checks.js'
import { readSlackConfig, type SlackConfig } from './slack-config.js'

export interface DoctorOptions {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly output: Writable
  /** How long each part of Slack may take to answer, in milliseconds; default 10 seconds. */
  readonly answerWithin?: number
}

/** Says for each part of the connection to Slack that it is well, or what to click. Exit code 0 when all is well, 2 otherwise. */
export const doctor = async ({ env, output, answerWithin = ANSWER_WITHIN }: DoctorOptions): Promise<number> => {
  const say = (line: string): void => void output.write(`${withoutSecrets(line, env)}\n`)
  const config = readSettings(env)
  if (config === undefined) {
    say(NO_TOKENS)
    return 2
  }
  const marks: Check['mark'][] = []
  for (const found of Array.isArray(config) ? [config] : examine(config, answerWithin))
    for (const { mark, name, says } of await found) {
      marks.push(mark)
      say(`${mark.padEnd(5)} ${name}: ${says}`)
    }
  say(`\n${conclude(marks)}`)
  return marks.includes('fix') ? 2 : 0
}

const conclude = (marks: readonly Check['mark'][]): string => {
  const problems = marks.filter((mark) => mark === 'fix').length
  if (problems > 0)
    return `${problems === 1 ? '1 problem' : `${problems} problems, perhaps with one cause`}. Then try again: npm run doctor`
  const well = marks.includes('note') ? 'Nothing is wrong that can be seen from here.' : 'All is well.'
  return `${well} "npm start" connects the bot; "/invite" brings it into a channel.`
}

/** The settings, or what is wrong with them. */
const readSettings = (env: DoctorOptions['env']): SlackConfig | Check[] | undefined => {
  try {
    return readSlackConfig(env)
  } catch (error) {
    if (!(error instanceof InvalidConfigError)) throw error
    return error.message.split('\n').map((says) => ({ mark: 'fix', name: 'settings', says }))
  }
}

/** Both ends at once; said in this order. */
const examine = (config: SlackConfig, answerWithin: number): (Check[] | Promise<Check[]>)[] => [
  checkSettings(config),
  checkBot(config, answerWithin),
  config.mode === 'socket' ? checkSockets(config, answerWithin) : checkServer(config),
]

/** An error of the network or of Slack may quote what was sent. */
const withoutSecrets = (line: string, env: DoctorOptions['env']): string =>
  ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET']
    .map((name) => env[name]?.trim() ?? '')
    .filter((secret) => secret !== '')
    .reduce((said, secret) => said.replaceAll(secret, '…'), line)

const NO_TOKENS = `No Slack tokens are set, so "npm start" opens the preview on this machine. To connect the bot to your workspace, begin at
https://api.slack.com/apps › Create New App › From a manifest, with slack-manifest.yaml; README.md, "Connect it to your
workspace", has the other steps. Then put SLACK_BOT_TOKEN and SLACK_APP_TOKEN into .env (cp .env.example .env).`
