import type { webApi } from '@slack/bolt'
import type { Logger } from 'pino'

/** Id of the workspace that the bot's token belongs to, asked once; undefined as long as Slack does not say. */
export const createOwnTeam = (client: webApi.WebClient, log: Logger): (() => Promise<string | undefined>) => {
  let known: Promise<string | undefined> | undefined
  return () => {
    known ??= client.auth.test().then(
      ({ team_id }) => team_id,
      (err: unknown) => {
        log.warn({ err }, 'could not ask for the workspace')
        known = undefined
        return undefined
      },
    )
    return known
  }
}
