import type { Credentials } from './credentials.js'
import type { JsonObject } from './json.js'
import type { OpenView } from './views.js'

/** A view as Slack sends it to the app: with its id, and with what was filled in. */
export const viewBody = (
  { id, view, revision }: OpenView,
  { teamId, appId, botId }: Credentials,
  values: JsonObject = {},
): JsonObject => ({
  private_metadata: '',
  callback_id: '',
  ...view,
  id,
  team_id: teamId,
  app_id: appId,
  app_installed_team_id: teamId,
  bot_id: botId,
  root_view_id: id,
  previous_view_id: null,
  hash: `${revision}.${id}`,
  state: { values },
})
