import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { webApi } from '@slack/bolt'
import { createEmulator } from 'emulate'
import type { Credentials } from '../../src/loopback/credentials.js'

/** A Web API of Slack that we did not write, with the bot as an installed app, and Mara. */
export interface EmulatedSlack {
  /** For SLACK_API_URL. */
  readonly apiUrl: string
  readonly credentials: Credentials
  /** What Mara may do. */
  readonly mara: webApi.WebClient
  /** What the bot may do, to look at what it did. */
  readonly bot: webApi.WebClient
  readonly ids: { readonly mara: string; readonly general: string; readonly direct: string }
  close(): Promise<void>
}

const BOT = 'xoxb-emulated'
const MARA = 'xoxp-mara'

export const openEmulatedSlack = async (scopes: readonly string[]): Promise<EmulatedSlack> => {
  const bot = { app_id: 'A0EMULATED', bot_id: 'B0EMULATED', bot_user_id: 'U0EMULATED' }
  const emulator = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      slack: {
        users: [{ name: 'mara', real_name: 'Mara' }],
        channels: [{ name: 'reports' }],
        oauth_apps: [
          { ...bot, client_id: '1.2', client_secret: 'x', name: 'KubeCon reports', redirect_uris: [], scopes },
        ],
        tokens: [
          { token: BOT, type: 'bot', user_id: bot.bot_user_id, scopes, ...bot },
          { token: MARA, type: 'user', user: 'mara' },
        ],
      },
    },
  })
  const apiUrl = `${emulator.url}/api/`
  const options = { slackApiUrl: apiUrl, logLevel: webApi.LogLevel.ERROR, retryConfig: { retries: 0 } }
  const [mara, app] = [new webApi.WebClient(MARA, options), new webApi.WebClient(BOT, options)]
  const { user_id: maraId = '' } = await mara.auth.test()
  const { team_id: teamId = '' } = await app.auth.test()
  const { channels = [] } = await mara.conversations.list()
  const general = channels.find(({ name }) => name === 'reports')?.id ?? ''
  await app.conversations.join({ channel: general })
  const { channel: direct } = await mara.conversations.open({ users: bot.bot_user_id })
  return {
    apiUrl,
    credentials: {
      botToken: BOT,
      appToken: '',
      signingSecret: 'emulated-signing-secret',
      botUserId: bot.bot_user_id,
      botId: bot.bot_id,
      teamId,
      appId: bot.app_id,
    },
    mara,
    bot: app,
    ids: { mara: maraId, general, direct: direct?.id ?? '' },
    close: emulator.close,
  }
}

/** One that was free a moment ago; the emulator takes no other. */
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
