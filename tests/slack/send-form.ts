import type { Loopback } from '../../src/loopback/loopback.js'
import type { OpenView } from '../../src/loopback/views.js'
import { YOU } from '../support/slack-people.js'

/** What is filled in, by block and action, as Slack sends it. */
export type FormState = Readonly<Record<string, Readonly<Record<string, object>>>>

/** Sends a form as nobody can by hand: one that is closed, for the second time, or with something else in it. */
export const sendForm = async (
  { credentials: { teamId, appId, botId }, ...slack }: Pick<Loopback, 'credentials' | 'envelope'>,
  { id, view }: Pick<OpenView, 'id' | 'view'>,
  values: FormState,
): Promise<void> => {
  await slack.envelope('interactive', {
    type: 'view_submission',
    team: { id: teamId, domain: 'loopback' },
    user: { id: YOU, username: 'you', name: 'you', team_id: teamId },
    api_app_id: appId,
    token: 'token',
    trigger_id: '1.2.3',
    view: { private_metadata: '', callback_id: '', ...view, id, team_id: teamId, bot_id: botId, state: { values } },
    response_urls: [],
    is_enterprise_install: false,
    enterprise: null,
  })
}
