import type { Arguments } from '../arguments.js'
import { isObject } from '../json.js'
import { messageBody } from '../message-body.js'
import { readContent } from '../message-content.js'
import { Refusal } from '../refusal.js'
import type { Conversation, Message } from '../workspace.js'
import { conversationOf, type Method, type MethodContext, needMembership } from './method.js'

/** An edited message may not be as long as a new one. */
const LONGEST_EDIT = 4000

/** Methods that post and change messages. */
export const chatMethods: readonly Method[] = [
  {
    name: 'chat.postMessage',
    token: 'bot',
    scope: 'chat:write',
    answer: (args, context) => {
      const conversation = destinationOf(args, context)
      needMembership(conversation, context)
      const { workspace, credentials } = context
      const metadata = args.json('metadata', 'invalid_metadata_format')
      const message = workspace.post({
        channel: conversation.id,
        user: workspace.bot.id,
        ...threadOf(args, conversation, context),
        ...readContent(args),
        ...(isObject(metadata) && { metadata }),
      })
      return { channel: conversation.id, ts: message.ts, message: messageBody(message, { workspace, credentials }) }
    },
  },
  {
    name: 'chat.postEphemeral',
    token: 'bot',
    scope: 'chat:write',
    answer: (args, context) => {
      const conversation = conversationOf(args, context)
      needMembership(conversation, context)
      const viewer = args.required('user')
      if (!conversation.members.has(viewer)) throw new Refusal('user_not_in_channel')
      const thread = threadOf(args, conversation, context)
      const { workspace } = context
      const content = readContent(args)
      const { ts } = workspace.post({ channel: conversation.id, user: workspace.bot.id, viewer, ...thread, ...content })
      return { message_ts: ts }
    },
  },
  {
    name: 'chat.update',
    token: 'bot',
    scope: 'chat:write',
    answer: (args, context) => {
      const { workspace, credentials } = context
      const before = ownMessageOf(args, context, 'cant_update_message')
      const { text, blocks } = readContent(args, LONGEST_EDIT)
      // Blocks that are not mentioned stay, even where the new text says something else.
      const kept = blocks ?? before.blocks
      const message = workspace.edit(before, { text, ...(kept && { blocks: kept }) })
      const body = messageBody(message, { workspace, credentials })
      return { channel: message.channel, ts: message.ts, text: message.text, message: body }
    },
  },
  {
    name: 'chat.delete',
    token: 'bot',
    scope: 'chat:write',
    answer: (args, context) => {
      const message = ownMessageOf(args, context, 'cant_delete_message')
      context.workspace.remove(message)
      return { channel: message.channel, ts: message.ts }
    },
  },
  {
    name: 'chat.getPermalink',
    token: 'bot',
    answer: (args, context) => {
      const { id } = conversationOf(args, context)
      const message = context.workspace.find(id, args.required('message_ts'))
      if (!message) throw new Refusal('message_not_found')
      return { channel: id, permalink: `${context.url}/archives/${id}/p${message.ts.replace('.', '')}` }
    },
  },
]

/** A conversation, or a person, who then gets a direct message. */
const destinationOf = (args: Arguments, context: MethodContext): Conversation => {
  const { workspace } = context
  const user = workspace.users.get(args.required('channel'))
  if (!user) return conversationOf(args, context)
  if (user.botId !== undefined) throw new Refusal('cannot_dm_bot')
  return workspace.directMessage(user.id)
}

const threadOf = (args: Arguments, { id }: Conversation, { workspace }: MethodContext): { thread?: string } => {
  const thread = args.text('thread_ts')
  if (thread === undefined) return {}
  const parent = workspace.find(id, thread)
  if (!parent || parent.viewer !== undefined) throw new Refusal('thread_not_found')
  // A reply to a reply goes to the thread of both.
  return { thread: parent.thread ?? thread }
}

const ownMessageOf = (args: Arguments, context: MethodContext, foreign: string): Message => {
  const { workspace } = context
  const message = workspace.find(conversationOf(args, context).id, args.required('ts'))
  // An ephemeral message is not kept by Slack: nobody can change it but through its response_url.
  if (!message || message.viewer !== undefined) throw new Refusal('message_not_found')
  if (message.user !== workspace.bot.id) throw new Refusal(foreign)
  return message
}
