import type { App, ReceiverEvent } from '@slack/bolt'

/** Tells Slack that an event arrived; whoever calls first does it. */
export type Acknowledge = () => Promise<void>

/**
 * The app as a receiver calls it. Bolt acknowledges a message before its listeners run, so that one is lost when the
 * process is killed just then; here the listener acknowledges, through `acknowledgeOf(context)`, once the event is kept.
 * An event that no listener takes is acknowledged after.
 */
export const withLateAcknowledgement = (app: App): App =>
  Object.create(app, {
    processEvent: {
      value: async (event: ReceiverEvent): Promise<void> => {
        if (!isSaid(event)) return app.processEvent(event)
        let acknowledged: Promise<void> | undefined
        const acknowledge: Acknowledge = () => {
          acknowledged ??= event.ack()
          return acknowledged
        }
        const ack: ReceiverEvent['ack'] = async () => undefined
        await app.processEvent({ ...event, ack, customProperties: { ...event.customProperties, acknowledge } })
        await acknowledge()
      },
    },
  })

/** Of all events only these are worth keeping: what people say. */
const isSaid = ({ body }: ReceiverEvent): boolean => {
  const event: unknown = body?.['type'] === 'event_callback' ? body['event'] : undefined
  const type = typeof event === 'object' && event !== null && 'type' in event ? event.type : undefined
  return type === 'app_mention' || type === 'message'
}

/** How the event of a listener is acknowledged. */
export const acknowledgeOf = (context: { readonly [name: string]: unknown }): Acknowledge | undefined => {
  const { acknowledge } = context
  return typeof acknowledge === 'function' ? (acknowledge as Acknowledge) : undefined
}
