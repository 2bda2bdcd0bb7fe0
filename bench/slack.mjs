// How soon Slack's envelopes are acknowledged and the answers are there to read: 500 commands one after the other, beside
// an app that only acknowledges, then 2,000 mentions at once. Slack allows three seconds.  npm run bench:slack
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLoopback } from '../dist/src/loopback/loopback.js'
import { readManifest } from '../dist/src/loopback/manifest.js'
import { BOT_SCOPES } from '../dist/src/slack/scopes.js'

const COMMANDS = 500
const MENTIONS = 2000
const QUESTIONS = [
  'what is CRI-O',
  'who presented the vault session',
  'how many people came to Austin',
  'istio security',
  'reports',
]

await measure('acknowledges only', ['bench/ack-only.mjs'])
await measure('kubecon-bot', ['dist/src/cli.js', 'start'])
process.exit()

async function measure(name, args) {
  const slack = await createLoopback({
    scopes: BOT_SCOPES,
    manifest: readManifest(readFileSync('slack-manifest.yaml', 'utf8')),
  })
  const { botToken, appToken } = slack.credentials
  const dataDir = mkdtempSync(join(tmpdir(), 'kubecon-bench-'))
  const started = performance.now()
  const app = spawn(process.execPath, args, {
    env: {
      PATH: process.env.PATH,
      SLACK_BOT_TOKEN: botToken,
      SLACK_APP_TOKEN: appToken,
      SLACK_API_URL: slack.apiUrl,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await slack.journal.until(({ kind }) => kind === 'connection')
  const ready = performance.now() - started
  const user = 'U0YOU'
  const channel = 'C0GENERAL'
  await slack.slash({ channel, user, command: '/kubecon', text: 'ping' })
  const memory = residentMegabytes(app.pid)
  const acks = slack.journal.entries.filter(({ kind }) => kind === 'ack').length
  const answers = name === 'kubecon-bot'
  const visible = []
  for (let i = 0; i < COMMANDS; i++) {
    const asked = performance.now()
    const seen = answers ? nextMessage(slack) : undefined
    await slack.slash({ channel, user, command: '/kubecon', text: QUESTIONS[i % QUESTIONS.length] })
    if (!seen) continue
    await seen
    visible.push(performance.now() - asked)
  }
  const times = slack.journal.entries
    .filter(({ kind }) => kind === 'ack')
    .slice(acks)
    .map(({ ms }) => ms)
  console.log(`${name}: ready after ${(ready / 1000).toFixed(2)} s, ${memory} MB at rest`)
  console.log(
    `  ${times.length} commands acknowledged, p50 ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms, longest ${at(times, 1)} ms`,
  )
  if (answers)
    console.log(
      `  its answer visible after p50 ${at(visible, 0.5)} ms, p95 ${at(visible, 0.95)} ms, longest ${at(visible, 1)} ms`,
    )
  if (answers) await burst(slack, channel, user)
  console.log(`  ${slack.journal.violations.length} violations of Slack's rules`)
  app.kill()
  await once(app, 'exit')
  await slack.close()
  rmSync(dataDir, { recursive: true })
}

/** Resolves with the next message of the bot that somebody sees. */
function nextMessage({ workspace }) {
  return new Promise((resolve) => {
    const stop = workspace.onChange(({ kind, message }) => {
      if (kind !== 'message' || message.user !== workspace.bot.id) return
      stop()
      resolve(message)
    })
  })
}

async function burst(slack, channel, user) {
  const before = slack.journal.entries.length
  const isAnswer = ({ kind, name, status }) => kind === 'call' && name === 'chat.postMessage' && status === 200
  const answered = slack.journal.untilCount(MENTIONS, isAnswer)
  await Promise.all(
    Array.from({ length: MENTIONS }, (_, i) =>
      slack.say({ channel, user, text: `@kubecon ${QUESTIONS[i % QUESTIONS.length]}` }),
    ),
  )
  const times = slack.journal.entries
    .slice(before)
    .filter(({ kind, name }) => kind === 'ack' && name === 'events_api')
    .map(({ ms }) => ms)
  await answered
  console.log(
    `  ${MENTIONS} mentions at once: ${times.length} acknowledged, longest after ${at(times, 1)} ms; every one answered`,
  )
}

function at(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(0)
}

function residentMegabytes(pid) {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Math.round(Number(kilobytes) / 1024)
  } catch {
    return '?'
  }
}
