import type { JsonObject } from './json.js'
import type { PeopleOptions } from './people-options.js'
import { Refusal } from './refusal.js'
import { type ResponseTarget, respond } from './response-urls.js'

/** Delivers what somebody did, and shows what the app answers with its acknowledgement. */
export interface Answers {
  /** In Slack's own words when no answer came: `failed` with the reason. */
  take(
    envelope: { type: 'slash_commands' | 'interactive'; payload: JsonObject },
    target: ResponseTarget,
    failed: string,
  ): Promise<void>
  /** Slackbot says something that only that person sees. */
  explain(target: ResponseTarget, text: string): void
}

export const createAnswers = ({ workspace, envelopes, journal }: PeopleOptions): Answers => {
  const explain: Answers['explain'] = ({ channel, user }, text) => {
    workspace.post({ channel, user: workspace.slackbot.id, viewer: user, text })
  }
  return {
    explain,
    take: async (envelope, target, failed) => {
      const delivery = await envelopes.deliver({ ...envelope, acceptsResponse: envelope.type === 'slash_commands' })
      const fail = (reason: string): void => explain(target, `${failed} (\`${reason}\`).`)
      if (!delivery.acked) return fail(delivery.reason === 'timeout' ? 'operation_timeout' : 'dispatch_failed')
      if (Object.keys(delivery.payload).length === 0) return
      try {
        respond(workspace, target, delivery.payload)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        journal.add({ kind: 'ack', name: envelope.type, sent: delivery.payload, violation: error.error })
        fail(error.error)
      }
    },
  }
}
