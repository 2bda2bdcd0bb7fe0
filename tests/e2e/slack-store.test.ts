import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Libsql from 'libsql'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLoopback, type Loopback } from '../../src/loopback/loopback.js'
import { BOT_SCOPES } from '../../src/slack/scopes.js'
import { COMMAND, GENERAL, replyTo, shown, socketMode, YOU } from '../support/slack-people.js'
import { type StartedKubecon, startKubecon } from '../support/start-kubecon.js'

let slack: Loopback
let bot: StartedKubecon
let dataDir: string

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kubecon-slack-store-'))
  // A claim waits two seconds for the store, which waits five for the file: enough room between them for a busy machine.
  slack = await createLoopback({ scopes: BOT_SCOPES, ackWithin: 4500 })
  bot = await startKubecon({ ...socketMode(slack), DATA_DIR: dataDir })
})

afterEach(async () => {
  await bot.stop()
  await slack.close()
  await rm(dataDir, { recursive: true, force: true })
})

const mention = () => slack.say({ channel: GENERAL, user: YOU, text: '@kubecon what is CRI-O' })
const status = async (): Promise<string> =>
  shown(await replyTo(slack, () => slack.slash({ channel: GENERAL, user: YOU, command: COMMAND, text: 'status' })))

describe('while another process holds the store', () => {
  it('everything is acknowledged in time and answered, and the status says so until it is over', {
    timeout: 60_000,
  }, async () => {
    const other = new Libsql(join(dataDir, 'kubecon.db'), { timeout: 1000 })
    other.exec('begin immediate')
    expect((await replyTo(slack, mention)).text).toMatch(/^what is CRI-O/)
    expect(await status()).toContain('is held by another process')
    expect((await replyTo(slack, mention)).text).toMatch(/^what is CRI-O/)
    other.exec('rollback')
    other.close()
    await replyTo(slack, mention)
    expect(await status()).toContain('All is well')
    // Above all no acknowledgement that came late.
    expect(slack.journal.violations).toEqual([])
  })
})
