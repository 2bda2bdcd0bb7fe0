import { parse } from 'yaml'
import { z } from 'zod'

/** A shortcut that the app offers: in a message's menu, or anywhere. */
export interface Shortcut {
  readonly name: string
  readonly type: 'message' | 'global'
  readonly callbackId: string
  readonly description: string
}

/** What an app's manifest says about what people see of the app, and about what it is told. */
export interface Manifest {
  readonly shortcuts: readonly Shortcut[]
  /** Whether the app has a home. */
  readonly hasHome: boolean
  /** Names of the events that the app subscribes to. */
  readonly events: readonly string[]
}

const MANIFEST = z.object({
  features: z.object({
    app_home: z.object({ home_tab_enabled: z.boolean().default(false) }).optional(),
    shortcuts: z
      .array(
        z
          .object({
            name: z.string(),
            type: z.enum(['message', 'global']),
            callback_id: z.string(),
            description: z.string(),
          })
          .transform(({ callback_id: callbackId, ...rest }) => ({ ...rest, callbackId })),
      )
      .default([]),
  }),
  settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
})

/** @throws when the text is no manifest of an app */
export const readManifest = (text: string): Manifest => {
  const { features, settings } = MANIFEST.parse(parse(text))
  return {
    shortcuts: features.shortcuts,
    hasHome: features.app_home?.home_tab_enabled ?? false,
    events: settings.event_subscriptions.bot_events,
  }
}
