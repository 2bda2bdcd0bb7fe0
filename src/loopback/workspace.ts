import type { Credentials } from './credentials.js'
import type { JsonObject } from './json.js'
import { createTimestamps } from './timestamps.js'

export interface User {
  readonly id: string
  /** The handle, without `@`. */
  readonly name: string
  readonly realName: string
  /** Set for bots. */
  readonly botId?: string
}

export interface Conversation {
  readonly id: string
  readonly name: string
  /** `group`: a direct message of several people. */
  readonly kind: 'channel' | 'dm' | 'group'
  readonly topic: string
  /** Ids of users. */
  readonly members: Set<string>
}

export interface Message {
  readonly ts: string
  readonly channel: string
  /** Id of its author. */
  readonly user: string
  readonly text: string
  readonly blocks?: readonly JsonObject[]
  /** Timestamp of the message that it replies to. */
  readonly thread?: string
  /** Whom an ephemeral message is for; everybody else does not see it. */
  readonly viewer?: string
  readonly replyCount: number
  /** When it was edited last. */
  readonly edited?: string
  readonly metadata?: JsonObject
  /** Who reacted with what. */
  readonly reactions?: readonly { readonly name: string; readonly user: string }[]
}

/** What happened to a message; `before` is what it was. */
export interface Change {
  readonly kind: 'message' | 'change' | 'remove'
  readonly message: Message
  readonly before?: Message
}

export type Draft = Pick<Message, 'channel' | 'user' | 'text' | 'blocks' | 'thread' | 'viewer' | 'metadata'>

/** Who is there, and what was said. */
export interface Workspace {
  readonly users: ReadonlyMap<string, User>
  readonly conversations: ReadonlyMap<string, Conversation>
  /** The person at the web chat page. */
  readonly you: User
  readonly bot: User
  /** Slack itself, when it has something to say. */
  readonly slackbot: User
  /** The direct message between the bot and somebody; made when there is none. */
  directMessage(user: string): Conversation
  /** A direct message of several people, with the bot. */
  groupMessage(users: readonly string[]): Conversation
  /** Oldest first: replies and ephemeral messages too. */
  messages(channel: string): readonly Message[]
  find(channel: string, ts: string): Message | undefined
  post(draft: Draft): Message
  edit(message: Message, content: Pick<Message, 'text' | 'blocks'>): Message
  remove(message: Message): void
  /** Whether the reaction was not there yet. */
  react(message: Message, name: string, user: string): boolean
  /** Whether the reaction was there. */
  unreact(message: Message, name: string, user: string): boolean
  /** Returns what ends the listening. */
  onChange(listener: (change: Change) => void): () => void
}

const YOU = 'U0YOU'
const SLACKBOT = 'USLACKBOT'

export const createWorkspace = (credentials: Credentials, now: () => number): Workspace => {
  const bot: User = {
    id: credentials.botUserId,
    name: 'kubecon',
    realName: 'KubeCon reports',
    botId: credentials.botId,
  }
  const you: User = { id: YOU, name: 'you', realName: 'You' }
  const slackbot: User = { id: SLACKBOT, name: 'slackbot', realName: 'Slackbot', botId: 'B01' }
  const users = new Map(
    [
      you,
      bot,
      slackbot,
      { id: 'U0MARA', name: 'mara', realName: 'Mara' },
      { id: 'U0OTHERBOT', name: 'deploys', realName: 'Deploys', botId: 'B0OTHERBOT' },
    ].map((user) => [user.id, user]),
  )
  const everybody = [...users.keys()].filter((id) => id !== SLACKBOT)
  const conversations = new Map<string, Conversation>()
  const add = (conversation: Conversation): Conversation => {
    conversations.set(conversation.id, conversation)
    return conversation
  }
  const channel = (id: string, name: string, topic: string, members: readonly string[]): Conversation =>
    add({ id, name, kind: 'channel', topic, members: new Set(members) })
  channel('C0GENERAL', 'general', 'Everything that has no channel of its own', everybody)
  channel('C0KUBECON', 'kubecon-talk', 'What we heard at KubeCon', everybody)

  const directMessage = (user: string): Conversation =>
    [...conversations.values()].find(({ kind, members }) => kind === 'dm' && members.has(user)) ??
    add({ id: `D${user.slice(1)}`, name: bot.name, kind: 'dm', topic: '', members: new Set([user, bot.id]) })
  directMessage(YOU)
  let groups = 0
  const groupMessage = (members: readonly string[]): Conversation => {
    const name = `mpdm-${members.map((id) => users.get(id)?.name ?? id).join('--')}-1`
    return add({ id: `G0GROUP${++groups}`, name, kind: 'group', topic: '', members: new Set([...members, bot.id]) })
  }

  const timestamp = createTimestamps(now)
  const posted = new Map<string, Map<string, Message>>()
  const listeners = new Set<(change: Change) => void>()
  const tell = (change: Change): void => {
    for (const listener of listeners) listener(change)
  }
  const messagesOf = (id: string): Map<string, Message> => {
    const messages = posted.get(id) ?? new Map<string, Message>()
    posted.set(id, messages)
    return messages
  }
  const find = (id: string, ts: string): Message | undefined => posted.get(id)?.get(ts)
  const change = (before: Message, message: Message): Message => {
    messagesOf(message.channel).set(message.ts, message)
    tell({ kind: 'change', message, before })
    return message
  }
  const countReply = ({ channel: id, thread, viewer }: Message, by: 1 | -1): void => {
    const parent = thread === undefined || viewer !== undefined ? undefined : find(id, thread)
    if (parent) change(parent, { ...parent, replyCount: parent.replyCount + by })
  }

  return {
    users,
    conversations,
    you,
    bot,
    slackbot,
    directMessage,
    groupMessage,
    messages: (id) => [...(posted.get(id)?.values() ?? [])],
    find,
    post: (draft) => {
      const message = { ...draft, ts: timestamp(), replyCount: 0 }
      messagesOf(draft.channel).set(message.ts, message)
      tell({ kind: 'message', message })
      countReply(message, 1)
      return message
    },
    edit: (before, { text, blocks }) => {
      const { blocks: _, ...rest } = find(before.channel, before.ts) ?? before
      return change(before, { ...rest, text, ...(blocks && { blocks }), edited: timestamp() })
    },
    remove: (message) => {
      if (!messagesOf(message.channel).delete(message.ts)) return
      tell({ kind: 'remove', message })
      countReply(message, -1)
    },
    react: (message, name, user) => {
      const reactions = message.reactions ?? []
      if (reactions.some((one) => one.name === name && one.user === user)) return false
      change(message, { ...message, reactions: [...reactions, { name, user }] })
      return true
    },
    unreact: (message, name, user) => {
      const reactions = message.reactions ?? []
      const kept = reactions.filter((one) => one.name !== name || one.user !== user)
      if (kept.length === reactions.length) return false
      const { reactions: _, ...rest } = message
      change(message, { ...rest, ...(kept.length > 0 && { reactions: kept }) })
      return true
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
