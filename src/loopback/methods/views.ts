import type { Arguments } from '../arguments.js'
import { checkView } from '../check-view.js'
import type { JsonObject } from '../json.js'
import { Refusal } from '../refusal.js'
import { viewBody } from '../view-body.js'
import { type Method, userOf } from './method.js'

/** Methods that show modals and App Home. */
export const viewMethods: readonly Method[] = [
  {
    name: 'views.open',
    token: 'bot',
    answer: (args, { triggers, views, credentials }) => {
      const view = readView(args, 'modal')
      const user = triggers.exchange(args.required('trigger_id'))
      return { view: viewBody(views.show({ kind: 'modal', user, view }), credentials) }
    },
  },
  {
    name: 'views.update',
    token: 'bot',
    answer: (args, { views, credentials }) => {
      const view = readView(args, 'modal')
      const open = views.find(args.required('view_id'))
      if (open?.kind !== 'modal') throw new Refusal('not_found')
      const hash = args.text('hash')
      if (hash !== undefined && hash !== viewBody(open, credentials)['hash']) throw new Refusal('hash_conflict')
      return { view: viewBody(views.update(open.id, view), credentials) }
    },
  },
  {
    name: 'views.publish',
    token: 'bot',
    answer: (args, context) => {
      const user = userOf(args, context, 'user_id').id
      const view = readView(args, 'home')
      return { view: viewBody(context.views.show({ kind: 'home', user, view }), context.credentials) }
    },
  },
]

const readView = (args: Arguments, kind: 'modal' | 'home'): JsonObject => {
  const { view, problems } = checkView(args.json('view', 'invalid_arguments'), kind)
  if (problems.length === 0) return view
  const messages = problems.map(({ path, message }) => `[ERROR] ${message} [json-pointer:/view${path}]`)
  throw new Refusal('invalid_arguments', { response_metadata: { messages } })
}
