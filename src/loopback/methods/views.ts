import type { Arguments } from '../arguments.js'
import { checkView } from '../check-view.js'
import { isObject, type JsonObject } from '../json.js'
import { nameBlocks } from '../name-blocks.js'
import { Refusal } from '../refusal.js'
import { viewBody } from '../view-body.js'
import type { OpenView } from '../views.js'
import { type Method, type MethodContext, userOf } from './method.js'

/** Methods that show modals and App Home. */
export const viewMethods: readonly Method[] = [
  {
    name: 'views.open',
    token: 'bot',
    answer: (args, context) => {
      const view = readView(args.json('view', 'invalid_arguments'), 'modal')
      const user = context.triggers.exchange(args.required('trigger_id'))
      return { view: viewBody(context.views.openModal(user, view), context) }
    },
  },
  {
    name: 'views.push',
    token: 'bot',
    answer: (args, context) => {
      const view = readView(args.json('view', 'invalid_arguments'), 'modal')
      const user = context.triggers.exchange(args.required('trigger_id'))
      return { view: viewBody(context.views.push(user, view), context) }
    },
  },
  {
    name: 'views.update',
    token: 'bot',
    answer: (args, context) => {
      const before = openViewOf(args, context)
      const hash = args.text('hash')
      if (hash !== undefined && hash !== before.hash) throw new Refusal('hash_conflict')
      const view = readView(args.json('view', 'invalid_arguments'), before.kind)
      return { view: viewBody(context.views.update(before, view), context) }
    },
  },
  {
    name: 'views.publish',
    token: 'bot',
    answer: (args, context) => {
      const user = userOf(args, context, 'user_id').id
      const view = readView(args.json('view', 'invalid_arguments'), 'home')
      const hash = args.text('hash')
      if (hash !== undefined && hash !== context.views.home(user)?.hash) throw new Refusal('hash_conflict')
      return { view: viewBody(context.views.publish(user, view), context) }
    },
  },
]

/**
 * A view that Slack would take, its blocks named.
 * @throws Refusal `invalid_arguments`
 */
export const readView = (given: unknown, kind: OpenView['kind']): JsonObject => {
  const { view, problems } = checkView(given, kind)
  const blocks = Array.isArray(view['blocks']) ? view['blocks'] : []
  const noSubmit =
    kind === 'modal' &&
    view['submit'] === undefined &&
    blocks.some((block) => isObject(block) && block['type'] === 'input')
      ? [{ path: '/submit', message: 'must be there in a view with an input' }]
      : []
  const messages = [...problems, ...noSubmit].map(
    ({ path, message }) => `[ERROR] ${message} [json-pointer:/view${path}]`,
  )
  if (messages.length > 0) throw new Refusal('invalid_arguments', { response_metadata: { messages } })
  return { ...view, blocks: nameBlocks(blocks) }
}

const openViewOf = (args: Arguments, { views }: MethodContext): OpenView => {
  const id = args.text('view_id')
  const external = args.text('external_id')
  if (id === undefined && external === undefined) args.required('view_id')
  const found = views.open.find(
    (one) => one.id === id || (external !== undefined && one.view['external_id'] === external),
  )
  if (!found) throw new Refusal('not_found')
  return found
}
