import type { webApi } from '@slack/bolt'
import type { Logger } from 'pino'
import { within } from './within.js'

/** Who the bot is in Slack, asked once. Nothing here rejects. */
export interface OwnAccount {
  /** Id of the workspace that the bot's token belongs to; undefined as long as Slack does not say. */
  team(): Promise<string | undefined>
  /** The bot's name there, which people write after an @; undefined as long as Slack does not say. */
  name(): Promise<string | undefined>
  /** Whether that is another organisation, whose people meet the bot in a shared channel (Slack Connect). */
  isForeign(team: string | undefined): Promise<boolean>
}

interface Known {
  readonly team: string | undefined
  readonly name: string | undefined
  /** The organisation of several workspaces that it is one of. */
  readonly enterprise: string | undefined
}

/** No answer waits longer than this for what Slack says of the bot. */
const PATIENCE = 1000

export const createOwnAccount = (client: webApi.WebClient, log: Logger): OwnAccount => {
  let known: Known | undefined
  let asking: Promise<Known | undefined> | undefined
  const ask = async (): Promise<Known | undefined> => {
    try {
      const { team_id: team, user: name, enterprise_id: enterprise } = await client.auth.test()
      known = { team, name, enterprise }
      return known
    } catch (err) {
      log.warn({ err }, 'could not ask who the bot is')
      asking = undefined
      return undefined
    }
  }
  const account = async (): Promise<Known | undefined> => {
    if (known) return known
    asking ??= ask()
    return within(asking, PATIENCE, () => new Error('Slack did not answer in time')).catch(() => undefined)
  }
  return {
    team: async () => (await account())?.team,
    name: async () => (await account())?.name,
    isForeign: async (team) => {
      if (team === undefined) return false
      const own = await account()
      return own?.team !== undefined && team !== own.team && team !== own.enterprise
    },
  }
}
