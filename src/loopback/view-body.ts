import type { Credentials } from './credentials.js'
import type { JsonObject } from './json.js'
import type { OpenView, Views } from './views.js'

interface ViewBodyOptions {
  readonly views: Views
  readonly credentials: Credentials
}

/** A view as it stands in answers of the Web API and in interactive payloads; `values` is what is filled in. */
export const viewBody = (
  { id, kind, user, hash, view }: OpenView,
  { views, credentials }: ViewBodyOptions,
  values: JsonObject = {},
): JsonObject => {
  const stack = kind === 'modal' ? views.modals(user).map((one) => one.id) : [id]
  return {
    // A home has no title; Slack sends this one.
    title: { type: 'plain_text', text: 'View Title', emoji: true },
    close: null,
    submit: null,
    callback_id: '',
    private_metadata: '',
    external_id: '',
    clear_on_close: false,
    notify_on_close: false,
    ...view,
    id,
    team_id: credentials.teamId,
    app_installed_team_id: credentials.teamId,
    app_id: credentials.appId,
    bot_id: credentials.botId,
    root_view_id: stack[0] ?? id,
    previous_view_id: stack[stack.indexOf(id) - 1] ?? null,
    hash,
    state: { values },
  }
}
