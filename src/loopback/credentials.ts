import { randomBytes } from 'node:crypto'

/** What an app needs to connect, as a workspace's administrator would find it on api.slack.com. */
export interface Credentials {
  readonly botToken: string
  readonly appToken: string
  readonly signingSecret: string
  readonly botUserId: string
  readonly botId: string
  readonly teamId: string
  readonly appId: string
}

const APP = 'A0KUBECON'

/** Ids are the same each time; secrets are new, so that only who was handed them can speak as the bot. */
export const createCredentials = (): Credentials => ({
  botToken: `xoxb-loopback-${secret()}`,
  appToken: `xapp-1-${APP}-loopback-${secret()}`,
  signingSecret: secret(),
  botUserId: 'U0KUBECON',
  botId: 'B0KUBECON',
  teamId: 'T0LOOPBACK',
  appId: APP,
})

const secret = (): string => randomBytes(16).toString('hex')
