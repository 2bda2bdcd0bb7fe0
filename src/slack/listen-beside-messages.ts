import type { App } from '@slack/bolt'
import type { Desk } from './desk.js'
import { createOpenApp } from './home/open-app.js'
import { readSubmission } from './modals/read-submission.js'
import { formErrors, takeSubmission } from './modals/take-submission.js'
import { readShortcut } from './shortcuts/read-shortcut.js'
import { takeShortcut } from './shortcuts/take-shortcut.js'

type Acknowledge = (ack: () => Promise<void>) => Promise<void>

/** Shortcuts, forms, App Home and the opening of the direct message. */
export const listenBesideMessages = (
  app: App,
  desk: Desk,
  { acknowledge, command }: { readonly acknowledge: Acknowledge; readonly command: string },
): void => {
  const openApp = createOpenApp(desk, command)
  app.event('app_home_opened', ({ event, body, client }) => openApp.opened(event, body.team_id, client))
  app.event('assistant_thread_started', ({ event, client }) => openApp.paneOpened(event, client))
  app.shortcut(/./, async ({ ack, body, client }) => {
    await acknowledge(ack)
    const taken = readShortcut(body)
    if (taken) await takeShortcut(taken, client, desk)
  })
  app.view(/./, async ({ ack, body, client }) => {
    const sent = readSubmission(body)
    const errors = sent && formErrors(sent)
    await acknowledge(() => (errors ? ack({ response_action: 'errors', errors }) : ack()))
    if (sent && !errors) await takeSubmission(sent, client, desk)
  })
}
