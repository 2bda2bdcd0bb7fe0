import type { Arguments } from '../arguments.js'
import { checkView } from '../check-view.js'
import type { JsonObject } from '../json.js'
import { Refusal } from '../refusal.js'
import type { OpenView } from '../views.js'
import { type Method, type MethodContext, userOf } from './method.js'

/** Methods that show modals and App Home. */
export const viewMethods: readonly Method[] = [
  {
    name: 'views.open',
    token: 'bot',
    answer: (args, context) => {
      const view = readView(args, 'modal')
      const user = context.triggers.exchange(args.required('trigger_id'))
      return { view: viewBody(context.views.show({ kind: 'modal', user, view }), context) }
    },
  },
  {
    name: 'views.publish',
    token: 'bot',
    answer: (args, context) => {
      const user = userOf(args, context, 'user_id').id
      const view = readView(args, 'home')
      return { view: viewBody(context.views.show({ kind: 'home', user, view }), context) }
    },
  },
]

const readView = (args: Arguments, kind: 'modal' | 'home'): JsonObject => {
  const { view, problems } = checkView(args.json('view', 'invalid_arguments'), kind)
  if (problems.length === 0) return view
  const messages = problems.map(({ path, message }) => `[ERROR] ${message} [json-pointer:/view${path}]`)
  throw new Refusal('invalid_arguments', { response_metadata: { messages } })
}

const viewBody = ({ id, view }: OpenView, { credentials }: MethodContext): JsonObject => ({
  ...view,
  id,
  team_id: credentials.teamId,
  app_id: credentials.appId,
  bot_id: credentials.botId,
  root_view_id: id,
  previous_view_id: null,
  hash: `1.${id}`,
  state: { values: {} },
})
