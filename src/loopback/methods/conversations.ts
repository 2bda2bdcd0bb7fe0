import type { Arguments } from '../arguments.js'
import type { JsonObject } from '../json.js'
import { messageBody } from '../message-body.js'
import { Refusal } from '../refusal.js'
import type { Conversation, Message } from '../workspace.js'
import { conversationOf, type Method, type MethodContext, needMembership, userOf } from './method.js'

const MOST_MESSAGES = 999
/** Every conversation is as old as the next, in seconds since the epoch. */
const CREATED = 1_700_000_000

/** What Slack calls each kind of conversation, in lists and in scopes. */
const TYPES = {
  channel: { listed: 'public_channel', scopes: 'channels' },
  dm: { listed: 'im', scopes: 'im' },
  group: { listed: 'mpim', scopes: 'mpim' },
} as const satisfies Record<Conversation['kind'], object>

/** Methods about conversations and what was said in them. */
export const conversationMethods: readonly Method[] = [
  {
    name: 'conversations.open',
    token: 'bot',
    scope: 'im:write',
    answer: (args, context) => {
      const user = userOf(args, context, 'users')
      if (user.botId !== undefined) throw new Refusal('cannot_dm_bot')
      const { id } = context.workspace.directMessage(user.id)
      return { channel: args.flag('return_im') ? { id, is_im: true, user: user.id } : { id } }
    },
  },
  {
    name: 'conversations.info',
    token: 'bot',
    answer: (args, context) => {
      const conversation = conversationOf(args, context)
      context.needScope(`${TYPES[conversation.kind].scopes}:read`)
      return { channel: conversationBody(conversation, context) }
    },
  },
  {
    name: 'conversations.list',
    token: 'bot',
    answer: (args, context) => {
      const types = (args.text('types') ?? 'public_channel').split(',')
      for (const { listed, scopes } of Object.values(TYPES))
        if (types.includes(listed)) context.needScope(`${scopes}:read`)
      const channels = [...context.workspace.conversations.values()]
        .filter(({ kind }) => types.includes(TYPES[kind].listed))
        .map((conversation) => conversationBody(conversation, context))
      return { channels, response_metadata: { next_cursor: '' } }
    },
  },
  {
    name: 'conversations.history',
    token: 'bot',
    answer: (args, context) => {
      const conversation = readableConversation(args, context)
      const messages = context.workspace.messages(conversation.id).filter(({ thread }) => thread === undefined)
      // Newest first, unlike replies.
      return pageOf(messages.filter(isKept).reverse(), args, context)
    },
  },
  {
    name: 'conversations.replies',
    token: 'bot',
    answer: (args, context) => {
      const conversation = readableConversation(args, context)
      const parent = context.workspace.find(conversation.id, args.required('ts'))
      if (!parent || !isKept(parent)) throw new Refusal('thread_not_found')
      const thread = parent.thread ?? parent.ts
      const messages = context.workspace.messages(conversation.id)
      return pageOf(
        messages.filter((message) => isKept(message) && (message.ts === thread || message.thread === thread)),
        args,
        context,
      )
    },
  },
]

const readableConversation = (args: Arguments, context: MethodContext): Conversation => {
  const conversation = conversationOf(args, context)
  context.needScope(`${TYPES[conversation.kind].scopes}:history`)
  needMembership(conversation, context)
  return conversation
}

/** Slack does not keep ephemeral messages. */
const isKept = ({ viewer }: Message): boolean => viewer === undefined

const pageOf = (messages: readonly Message[], args: Arguments, context: MethodContext): JsonObject => {
  const oldest = Number(args.text('oldest') ?? 0)
  const latest = Number(args.text('latest') ?? Number.POSITIVE_INFINITY)
  const limit = Math.min(MOST_MESSAGES, args.count('limit', 100))
  const within = messages.filter(({ ts }) => Number(ts) >= oldest && Number(ts) <= latest)
  const page = within.slice(0, limit).map((message) => messageBody(message, context))
  return { messages: page, has_more: within.length > limit }
}

const conversationBody = (conversation: Conversation, { workspace }: MethodContext): JsonObject => {
  const { id, name, kind, topic, members } = conversation
  const created = { created: CREATED, is_archived: false }
  if (kind === 'dm') {
    const user = [...members].find((member) => member !== workspace.bot.id)
    return { id, is_im: true, user, ...created }
  }
  return {
    id,
    name,
    is_channel: kind === 'channel',
    is_im: false,
    is_mpim: kind === 'group',
    is_private: kind === 'group',
    is_member: members.has(workspace.bot.id),
    num_members: members.size,
    topic: { value: topic, creator: '', last_set: 0 },
    ...created,
  }
}
