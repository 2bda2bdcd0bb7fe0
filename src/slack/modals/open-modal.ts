import type { types, webApi } from '@slack/bolt'
import type { Logger } from 'pino'

/**
 * Opens a modal for whoever just did something. False when Slack does not: a trigger is good for one modal within three
 * seconds, and then there has to be another way.
 */
export const openModal = async (
  view: types.ModalView,
  trigger: string | undefined,
  client: webApi.WebClient,
  log: Logger,
): Promise<boolean> => {
  if (trigger === undefined) return false
  try {
    await client.views.open({ trigger_id: trigger, view })
    return true
  } catch (err) {
    log.warn({ err }, 'could not open a modal; saying it in a message')
    return false
  }
}
