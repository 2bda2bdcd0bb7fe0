import { z } from 'zod'
import type { Arguments } from '../arguments.js'
import type { Chat } from '../assistant.js'
import { Refusal } from '../refusal.js'
import type { Method, MethodContext } from './method.js'

const PROMPTS = z.array(z.object({ title: z.string().min(1), message: z.string().min(1) })).max(4)

/** Methods about what an app suggests to ask, and says that it is doing. */
export const assistantMethods: readonly Method[] = [
  {
    name: 'assistant.threads.setSuggestedPrompts',
    token: 'bot',
    scope: 'assistant:write',
    answer: (args, context) => {
      const chat = chatOf(args, context)
      const prompts = PROMPTS.safeParse(args.json('prompts', 'invalid_arguments'))
      if (!prompts.success) {
        const messages = prompts.error.issues.map(
          ({ path, message }) => `[ERROR] ${message} [prompts/${path.join('/')}]`,
        )
        throw new Refusal('invalid_arguments', { response_metadata: { messages } })
      }
      context.assistant.suggest(chat, prompts.data, args.text('title'))
      return {}
    },
  },
  {
    name: 'assistant.threads.setStatus',
    token: 'bot',
    scope: 'chat:write',
    answer: (args, context) => {
      args.required('thread_ts')
      context.assistant.setStatus(chatOf(args, context), args.text('status') ?? '')
      return {}
    },
  },
  {
    name: 'assistant.threads.setTitle',
    token: 'bot',
    scope: 'assistant:write',
    answer: (args, context) => {
      args.required('title')
      args.required('thread_ts')
      chatOf(args, context)
      return {}
    },
  },
]

const chatOf = (args: Arguments, { workspace }: MethodContext): Chat => {
  const channel = args.required('channel_id')
  if (!workspace.conversations.has(channel)) throw new Refusal('channel_not_found')
  const thread = args.text('thread_ts')
  if (thread === undefined) return { channel }
  const message = workspace.find(channel, thread)
  if (!message) throw new Refusal('invalid_thread_ts')
  return { channel, thread: message.thread ?? thread }
}
