// The bot with another time and a stop: it stands still for ever at the step KILL_AT, to be killed just there.
import { readConfig } from '../../dist/src/config.js'
import { createLog } from '../../dist/src/log.js'
import { readSlackConfig } from '../../dist/src/slack/slack-config.js'
import { startInSlack } from '../../dist/src/start.js'

const { KILL_AT, LATER = '0' } = process.env
const config = readConfig(process.env, 'info')
const log = createLog(config)
const { says, stop } = await startInSlack(config, readSlackConfig(process.env), log, {
  now: () => Date.now() + Number(LATER),
  reach: (point) => {
    if (point !== KILL_AT) return undefined
    log.info({ point }, 'reached')
    return new Promise(() => undefined)
  },
})
process.once('SIGTERM', () => void stop().then(() => process.exit(0)))
process.stdout.write(`${says}\n`)
