import type { App } from '@slack/bolt'
import { z } from 'zod'
import type { Desk } from '../desk.js'
import { within } from '../within.js'
import { findResults, SEARCH_FUNCTION } from './find-results.js'

const inputs = z.object({ query: z.string().trim().min(1).max(1000) })

/** Slack wants the results before the acknowledgement, and the acknowledgement within three seconds. */
const RESULTS_WITHIN = 2500
const FAILED = 'The conference reports could not be searched just now. Please try again.'

/** Slack's own search asks the bot: passages become search results. */
export const listenToSearch = (app: App, desk: Desk, now: () => number): void => {
  const readOn = new Date(now()).toISOString().slice(0, 10)
  app.function(SEARCH_FUNCTION, { autoAcknowledge: false }, async ({ ack, inputs: given, body, complete, fail }) => {
    const search = async (): Promise<void> => {
      const { data } = inputs.safeParse(given)
      const query = data?.query
      const results = query === undefined ? [] : await findResults({ query, app: body.api_app_id, readOn }, desk)
      await complete({ outputs: { search_results: results } })
      desk.log.info({ results: results.length }, 'searched')
    }
    try {
      await within(search(), RESULTS_WITHIN, () => new Error('took too long'))
    } catch (err) {
      desk.log.error({ err }, 'could not answer a search')
      await within(fail({ error: FAILED }), RESULTS_WITHIN, () => new Error('took too long')).catch((error: unknown) =>
        desk.log.error({ err: error }, 'could not say so'),
      )
    } finally {
      await ack()
    }
  })
}
