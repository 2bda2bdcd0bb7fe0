import type { webApi } from '@slack/bolt'
import type { Logger } from 'pino'

/** Who the bot is in Slack. */
export interface OwnAccount {
  /** Id of the workspace that the bot's token belongs to. */
  readonly team?: string
  /** Its name there, which people write after an @. */
  readonly name?: string
}

/** Asked once; empty as long as Slack does not say. */
export const createOwnAccount = (client: webApi.WebClient, log: Logger): (() => Promise<OwnAccount>) => {
  let known: Promise<OwnAccount> | undefined
  return () => {
    known ??= client.auth.test().then(
      ({ team_id: team, user: name }) => ({ ...(team !== undefined && { team }), ...(name !== undefined && { name }) }),
      (err: unknown) => {
        log.warn({ err }, 'could not ask who the bot is')
        known = undefined
        return {}
      },
    )
    return known
  }
}
