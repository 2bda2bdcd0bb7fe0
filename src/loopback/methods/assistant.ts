import { isObject } from '../json.js'
import { Refusal } from '../refusal.js'
import type { Method, MethodContext } from './method.js'

const MOST_PROMPTS = 4

/** Methods of the pane in which people talk to an app. What is set stands in the journal. */
export const assistantMethods: readonly Method[] = [
  {
    name: 'assistant.threads.setSuggestedPrompts',
    token: 'bot',
    scope: 'assistant:write',
    answer: (args, { workspace }) => {
      directMessageOf(args.required('channel_id'), workspace)
      const prompts = args.json('prompts', 'invalid_arguments')
      const isPrompt = (one: unknown): boolean =>
        isObject(one) && [one['title'], one['message']].every((text) => typeof text === 'string' && text !== '')
      if (!Array.isArray(prompts) || prompts.length < 1 || prompts.length > MOST_PROMPTS || !prompts.every(isPrompt))
        throw new Refusal('invalid_arguments')
      return {}
    },
  },
  {
    name: 'assistant.threads.setStatus',
    token: 'bot',
    scope: 'assistant:write',
    answer: (args, { workspace }) => {
      const channel = args.required('channel_id')
      directMessageOf(channel, workspace)
      if (!workspace.find(channel, args.required('thread_ts'))) throw new Refusal('thread_not_found')
      return {}
    },
  },
]

/** @throws Refusal when it is no direct message with the app */
const directMessageOf = (id: string, workspace: MethodContext['workspace']): void => {
  if (workspace.conversations.get(id)?.kind !== 'dm') throw new Refusal('channel_not_found')
}
