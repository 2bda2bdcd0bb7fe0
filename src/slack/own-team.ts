import type { webApi } from '@slack/bolt'
import type { Logger } from 'pino'
import { within } from './within.js'

/** The workspace that the bot's token belongs to. */
export interface OwnTeam {
  /** Its id; undefined as long as Slack does not say. Never rejects. */
  id(): Promise<string | undefined>
  /** Whether that is another organisation, whose people meet the bot in a shared channel (Slack Connect). */
  isForeign(team: string | undefined): Promise<boolean>
}

interface Ids {
  readonly team: string | undefined
  /** The organisation of several workspaces that it is one of. */
  readonly enterprise: string | undefined
}

/** No answer waits longer than this for what Slack says of the workspace. */
const PATIENCE = 1000

/** Asks once. */
export const createOwnTeam = (client: webApi.WebClient, log: Logger): OwnTeam => {
  let known: Ids | undefined
  let asking: Promise<Ids | undefined> | undefined
  const ask = async (): Promise<Ids | undefined> => {
    try {
      const { team_id: team, enterprise_id: enterprise } = await client.auth.test()
      known = { team, enterprise }
      return known
    } catch (err) {
      log.warn({ err }, 'could not ask for the workspace')
      asking = undefined
      return undefined
    }
  }
  const ids = async (): Promise<Ids | undefined> => {
    if (known) return known
    asking ??= ask()
    return within(asking, PATIENCE, () => new Error('Slack did not answer in time')).catch(() => undefined)
  }
  return {
    id: async () => (await ids())?.team,
    isForeign: async (team) => {
      if (team === undefined) return false
      const own = await ids()
      return own?.team !== undefined && team !== own.team && team !== own.enterprise
    },
  }
}
